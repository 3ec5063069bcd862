import type { EntryCard, FixtureView, LeagueDetail } from '../../types/contract';
import type { EntryId, Instant, MemberId } from '../../types/vocabulary';
import { entryCard } from './entry-view';
import { byTime, fixtureViews, isOf, NOBODY_IN_PARTICULAR, type Viewer } from './fixture-view';
import { leagueCard } from './league-card';
import type { EntryRecord, LeagueRecord } from './league-record';
import { COUNTING } from './result-states';
import { stageName } from './stage-names';

/** Who looks at a league. */
export interface LeagueOnlooker extends Viewer {
  memberId?: MemberId | undefined;
  entry?: EntryRecord;
  /** Who has no grant of a referee enters nothing, whatever the league says. */
  referee: boolean;
}

/** Matches of an entry that are still to be played, and those that wait for a word, by time. */
export function nextOf(views: readonly FixtureView[], entry: EntryId): FixtureView[] {
  return views.filter((view) => isOf(view, new Set([entry])) && !COUNTING.includes(view.state)).sort(byTime);
}

/** The stages as they stand, by their names. */
export function stagesOf(
  { stages, plan }: Pick<LeagueRecord, 'stages' | 'plan'>,
  views: readonly FixtureView[],
): LeagueDetail['stages'] {
  return stages.map((stage) => {
    const own = views.filter((view) => view.stage === stage.id);
    return {
      ...{ id: stage.id, kind: stage.kind, name: stageName(stage.id, plan.format) },
      groups: stage.kind === 'groups' ? stage.groups.map(({ id }) => id) : [],
      matches: own.length,
      played: own.filter(({ state }) => COUNTING.includes(state)).length,
    };
  });
}

const FIRST_PLACES = 8;

/** An entry as the league itself knows it: how many its players are stands elsewhere, and is no news any more. */
function placedCard(league: LeagueRecord, id: EntryId, { mine, follows }: Viewer): EntryCard {
  const { name = '', enterpriseName, region, withdrawnAt } = league.entrants[id] ?? {};
  return {
    ...{ id, name, players: 0, missing: 0 },
    ...(enterpriseName !== undefined && { enterpriseName }),
    ...(region !== undefined && { region }),
    ...(withdrawnAt !== undefined && { withdrawn: true as const }),
    ...(id === mine && { mine: true as const }),
    ...(follows.includes(id) && { followed: true as const }),
  };
}

/** Who came to which place, the champion first. */
export function placingsOf(league: LeagueRecord, viewer: Viewer = NOBODY_IN_PARTICULAR): LeagueDetail['placings'] {
  return Object.entries(league.placings ?? {})
    .sort(([a, one], [b, other]) => one.from - other.from || one.to - other.to || (a < b ? -1 : 1))
    .map(([id, place]) => ({ entry: { ...placedCard(league, id, viewer), place }, place }));
}

/** A league as everybody sees it, with what is the caller's own. */
export function leagueDetail(
  league: LeagueRecord,
  { memberId, entry, referee, ...viewer }: LeagueOnlooker,
  now: Instant,
): LeagueDetail {
  const { plan, version, draws, cancelReason, referees } = league;
  const views = fixtureViews(league, viewer);
  const courts = memberId === undefined || !referee ? [] : (referees[memberId] ?? []);
  return {
    ...leagueCard(league, now),
    ...{ description: plan.description, venue: plan.venue, format: plan.format },
    ...(version !== undefined && { version }),
    courts: plan.courts.map(({ id, name }) => ({ id, name })),
    stages: stagesOf(league, views),
    draws: draws.map(({ seed, at, reason }) => ({ seed, at, ...(reason !== undefined && { reason }) })),
    ...(cancelReason !== undefined && { cancelReason }),
    ...(entry && { mine: entryCard(entry, league, viewer) }),
    ...(entry && entry.captain === memberId && { captain: true as const }),
    follows: [...viewer.follows],
    next: entry ? nextOf(views, entry._id) : [],
    placings: placingsOf(league, viewer).slice(0, FIRST_PLACES),
    referees: courts,
    now,
  };
}
