import type { CourtPlan, LeagueFormat } from '../../types/contract';
import type { EntryId, FixtureId, Instant, MemberId, StageId } from '../../types/vocabulary';
import { roundsIn } from './fixture-view';
import { fixturesOf } from './fixtures';
import type { LeagueRecord } from './league-record';
import { matchOf, resolved } from './league-state';
import type { Occupant, Resolved, ResolvedFixture } from './resolve';
import { COUNTING } from './result-states';
import type { Commitment, Match, Placement, Plan, Seat } from './schedule/plan';
import type { Moved } from './schedule/replan';
import { replan } from './schedule/replan';
import { type DoesNotFit, type Scheduled, schedule } from './schedule/schedule';
import { within } from './schedule/spans';
import { type Feed, type Stage, tableId } from './stage';
import { FINAL_STAGE } from './stage-names';

/** Who plays for each entry; one without anybody stands for its people. */
export type Rosters = ReadonlyMap<EntryId, readonly MemberId[]>;

/** Matches begin on whole five minutes. */
const STEP = 5;

const minutesOf = (stage: StageId, { first, final }: LeagueFormat): number =>
  stage === FINAL_STAGE && final ? final.minutes : first.minutes;

/** All that must be over before it is known who comes from there. */
function seatOf(feed: Feed, stages: readonly Stage[]): Seat[] {
  switch (feed.from) {
    case 'entry':
      return [];
    case 'winner':
    case 'loser':
      return [{ name: `${feed.from} ${feed.fixture}`, from: [feed.fixture] }];
    case 'group':
    case 'place': {
      const stage = stages.find(({ id }) => id === feed.stage);
      const group = feed.from === 'group' ? feed.group : undefined;
      const from = (stage ? fixturesOf(stage) : []).filter((each) => each.group === group).map(({ id }) => id);
      return [{ name: `${tableId(feed.stage, group ?? '')}#${feed.place}`, from }];
    }
    default:
      return feed satisfies never;
  }
}

function openingsOf({ id, openings }: CourtPlan, now: Instant) {
  return { id, openings: within(openings, now, Number.MAX_SAFE_INTEGER) };
}

/** Rounds counted through the whole league: those of a later stage come after all of the earlier one. */
function roundsBefore(stages: readonly Stage[]): Map<StageId, number> {
  const first = Math.max(0, ...stages.filter(({ id }) => id !== FINAL_STAGE).map(roundsIn));
  return new Map(stages.map(({ id }) => [id, id === FINAL_STAGE ? first : 0]));
}

/** Over, or never to be played. */
const isOff = ({ decided, entries }: ResolvedFixture): boolean => decided || entries.some((entry) => entry === null);

/** Matches of a drawn league, on the courts that it has from an instant on. */
export function leaguePlan(
  league: LeagueRecord,
  found: Resolved,
  rosters: Rosters,
  { now, commitments = [] }: { now: Instant; commitments?: readonly Commitment[] },
): Plan {
  const { plan, stages, _id: competition } = league;
  const before = roundsBefore(stages);
  const playing = (occupant: Occupant): readonly string[] => {
    if (typeof occupant !== 'string') return [];
    const roster = rosters.get(occupant) ?? [];
    return roster.length === 0 ? [occupant] : roster;
  };
  const matches = [...found.fixtures.values()].map(({ fixture, entries }): Match => {
    const { id, stage, feeds, round } = fixture;
    return {
      ...{ id, competition, discipline: plan.discipline, minutes: minutesOf(stage, plan.format), rest: plan.rest },
      round: (before.get(stage) ?? 0) + round,
      people: entries.flatMap(playing),
      seats: feeds.flatMap((feed, at) => (entries[at] === undefined ? seatOf(feed, stages) : [])),
    };
  });
  return { courts: plan.courts.map((court) => openingsOf(court, now)), matches, commitments, step: STEP };
}

/** Where and when each match is that has a place. */
export function placementsOf(league: LeagueRecord, found: Resolved): Placement[] {
  return [...found.fixtures.keys()].flatMap((fixtureId) => {
    const { placement } = matchOf(league, fixtureId);
    return placement ? [{ fixtureId, ...placement }] : [];
  });
}

/** A schedule as it would be, and what is elsewhere than in the published one. */
export interface Proposed {
  placements: Placement[];
  moved: Moved[];
  /** Absent where every match has a place. */
  lacking?: DoesNotFit;
  leastFinish?: Instant;
  shortestRest?: number;
}

/** Placings that are tried of a new schedule: 256 matches on twelve courts take about a second, a function has ten. */
const EFFORT = 20_000;

const samePlace = (a: Placement, b: Placement): boolean => a.court === b.court && a.startsAt === b.startsAt;

/** Against what is published, the first by its old time. */
function movedBetween(before: readonly Placement[], after: readonly Placement[]): Moved[] {
  const next = new Map(after.map((each) => [each.fixtureId, each]));
  const moved = before.flatMap((from): Moved[] => {
    const to = next.get(from.fixtureId);
    if (to && samePlace(from, to)) return [];
    return [{ fixtureId: from.fixtureId, from, ...(to && { to }) }];
  });
  return moved.sort((a, b) => (a.from?.startsAt ?? 0) - (b.from?.startsAt ?? 0));
}

function ofNew(scheduled: Scheduled, before: readonly Placement[]): Proposed {
  const { placements } = scheduled;
  const moved = movedBetween(before, placements);
  if (scheduled.kind === 'does-not-fit') return { placements, moved, lacking: scheduled };
  const { leastFinish, rest } = scheduled;
  return { placements, moved, leastFinish, ...(rest && { shortestRest: rest.shortest }) };
}

/**
 * The schedule of what is still to be played. Without `after` it is made anew, around what was played; with it nothing
 * moves that was to begin before, and of the rest only what has to. The same league and rosters give the same.
 */
export function proposed(
  league: LeagueRecord,
  rosters: Rosters,
  how: { now: Instant; after?: Instant; commitments?: readonly Commitment[] },
): Proposed {
  const found = resolved(league);
  const { now, after } = how;
  const plan = leaguePlan(league, found, rosters, { ...how, now: after === undefined ? now : 0 });
  const published = placementsOf(league, found);
  const over = (id: FixtureId): boolean => {
    const at = found.fixtures.get(id);
    return (at !== undefined && isOff(at)) || COUNTING.includes(matchOf(league, id).result.state);
  };
  const stays = ({ fixtureId, startsAt }: Placement): boolean =>
    matchOf(league, fixtureId).result.state !== 'unplayed' || (after !== undefined && startsAt < after);
  const played = published.filter((each) => stays(each) && !given(league, each.fixtureId));
  const settled = new Set(played.map(({ fixtureId }) => fixtureId));
  const off = plan.matches.flatMap(({ id }) => (!settled.has(id) && over(id) ? [id] : []));
  const before = published.filter(({ fixtureId }) => !off.includes(fixtureId));
  if (after === undefined && played.length === 0 && off.length === 0) return ofNew(schedule(plan, EFFORT), before);
  const told = after === undefined ? [] : before;
  const again = replan(plan, { now: after ?? now, before: told, played, off });
  const placements = again.placements.filter(({ fixtureId }) => !off.includes(fixtureId));
  const moved = after === undefined ? movedBetween(before, placements) : again.moved;
  return { placements, moved, ...(again.kind === 'does-not-fit' && { lacking: again }) };
}

/** It was lost without anybody coming: its court is free for others. */
function given(league: LeagueRecord, fixture: FixtureId): boolean {
  return matchOf(league, fixture).result.state === 'walkover';
}
