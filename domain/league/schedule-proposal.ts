import type { FixtureView, ScheduleProposal } from '../../types/contract';
import type { FixtureId, Instant } from '../../types/vocabulary';
import { roundWords } from '../wording/league';
import { movedWords, remedyWords, type ScheduleNames, shortfallWords, whyWords } from '../wording/schedule';
import { byTime, fixtureViews, namesOf, roundsIn } from './fixture-view';
import type { LeagueRecord } from './league-record';
import type { Proposed, Rosters } from './league-schedule';
import { disciplineOfLeague, matchOf, withMatch } from './league-state';
import type { DoesNotFit } from './schedule/schedule';

/** The league as it would be with those places, and no others. */
export function withPlacements(league: LeagueRecord, placements: Proposed['placements']): LeagueRecord {
  const matches: LeagueRecord['matches'] = {};
  for (const [key, { placement: _placement, ...rest }] of Object.entries(league.matches)) matches[key] = rest;
  let next: LeagueRecord = { ...league, matches };
  for (const { fixtureId, court, startsAt, endsAt } of placements) {
    next = withMatch(next, fixtureId, { ...matchOf(next, fixtureId), placement: { court, startsAt, endsAt } });
  }
  return next;
}

/** `A 组 张伟 - 李娜`, `半决赛 A 组第 1 - B 组第 2`. */
function fixtureName(view: FixtureView, league: LeagueRecord): string {
  if (view.group !== undefined) return `${view.group} 组 ${namesOf(view)}`;
  if (view.forPlaceThree) return `三四名决赛 ${namesOf(view)}`;
  const stage = league.stages.find(({ id }) => id === view.stage);
  return `${roundWords(view.round, stage ? roundsIn(stage) : view.round)} ${namesOf(view)}`;
}

/** What people call what a schedule knows by its ids; somebody who plays is called by their entry. */
function namesIn(league: LeagueRecord, views: readonly FixtureView[], rosters: Rosters): ScheduleNames {
  const byId = new Map(views.map((view) => [view.id, view]));
  const entryOf = new Map([...rosters].flatMap(([entry, people]) => people.map((person) => [person, entry] as const)));
  return {
    fixture: (id: FixtureId) => {
      const view = byId.get(id);
      return view ? fixtureName(view, league) : '';
    },
    court: (id) => league.plan.courts.find((court) => court.id === id)?.name ?? id,
    person: (id) => league.entrants[entryOf.get(id) ?? id]?.name ?? '',
    discipline: () => disciplineOfLeague(league).name,
  };
}

function lacksOf(lacking: DoesNotFit, names: ScheduleNames, now: Instant): string[] {
  const left = lacking.left.map(({ fixtureId, why }) => `${names.fixture(fixtureId)}：${whyWords(why, names, now)}`);
  return [remedyWords(lacking), ...lacking.shortfalls.map((each) => shortfallWords(each, names)), ...left];
}

/** A schedule as an organizer looks at it, before or after it is published. */
export function scheduleProposal(
  league: LeagueRecord,
  rosters: Rosters,
  { placements, moved, lacking, leastFinish, shortestRest }: Proposed,
  now: Instant,
): ScheduleProposal {
  const items = fixtureViews(withPlacements(league, placements), { follows: [] }).sort(byTime);
  const names = namesIn(league, items, rosters);
  const finish = placements.length === 0 ? undefined : Math.max(...placements.map(({ endsAt }) => endsAt));
  return {
    fits: lacking === undefined,
    items,
    ...(finish !== undefined && { finish }),
    ...(leastFinish !== undefined && { leastFinish }),
    ...(shortestRest !== undefined && { shortestRest }),
    moved: moved.map((each) => movedWords(each, names, now)),
    lacks: lacking ? lacksOf(lacking, names, now) : [],
    now,
  };
}
