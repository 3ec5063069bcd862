import type { FixtureId, Instant } from '../../types/vocabulary';
import { dayOf } from '../time/shanghai';
import type { Discipline } from './discipline';
import { disciplineOf, disciplinesOn } from './disciplines';
import { fixturesOf } from './fixtures';
import { type LeagueRecord, type MatchRecord, matchKey, type StoredMatch } from './league-record';
import { type LeagueState, type Resolved, type Result, resolve } from './resolve';
import { lapsed, UNPLAYED } from './result';
import { COUNTING } from './result-states';

type Plan = LeagueRecord['plan'];

/** When the first court opens and the last one closes; without courts the time at which entries open. */
export function leagueSpan({ courts, opensAt }: Pick<Plan, 'courts' | 'opensAt'>): {
  startsAt: Instant;
  endsAt: Instant;
} {
  const openings = courts.flatMap((court) => court.openings);
  if (openings.length === 0) return { startsAt: opensAt, endsAt: opensAt };
  return {
    startsAt: Math.min(...openings.map(({ startsAt }) => startsAt)),
    endsAt: Math.max(...openings.map(({ endsAt }) => endsAt)),
  };
}

/** The version that a league began with; of a draft the one that would hold if it began as planned. */
export function disciplineOfLeague({ plan, version }: Pick<LeagueRecord, 'plan' | 'version'>): Discipline {
  const begins = dayOf(leagueSpan(plan).startsAt);
  const found =
    version === undefined
      ? disciplinesOn(begins).find(({ id }) => id === plan.discipline)
      : disciplineOf({ id: plan.discipline, version });
  if (!found) throw new Error(`no discipline ${plan.discipline} ${version ?? ''}`);
  return found;
}

/** What the store has not, nothing has happened to. */
function whole(stored: StoredMatch | undefined): MatchRecord {
  return { result: UNPLAYED, requests: [], ...stored };
}

export function matchOf({ matches }: Pick<LeagueRecord, 'matches'>, fixture: FixtureId): MatchRecord {
  return whole(matches[matchKey(fixture)]);
}

/** The league with another record of that match. */
export function withMatch(league: LeagueRecord, fixture: FixtureId, match: MatchRecord): LeagueRecord {
  return { ...league, matches: { ...league.matches, [matchKey(fixture)]: match } };
}

/** The league as it is then: reports that nobody answered in time are confirmed, whether or not a sweep has been there. */
export function asOf<L extends Pick<LeagueRecord, 'matches'>>(league: L, now: Instant): L {
  const changed: [string, MatchRecord][] = [];
  for (const [key, stored] of Object.entries(league.matches)) {
    const match = whole(stored);
    const next = lapsed(match.result, now);
    if (next.kind === 'change') changed.push([key, { ...match, result: next.result }]);
  }
  return changed.length === 0 ? league : { ...league, matches: { ...league.matches, ...Object.fromEntries(changed) } };
}

/** What tables and pairings follow from; only results that count are in it. */
export function stateOf(league: LeagueRecord): LeagueState {
  const results = new Map<FixtureId, Result>();
  for (const { id } of league.stages.flatMap(fixturesOf)) {
    const { result, entries } = matchOf(league, id);
    if (!COUNTING.includes(result.state) || !result.outcome || !entries) continue;
    results.set(id, { entries, outcome: result.outcome });
  }
  return { discipline: disciplineOfLeague(league), stages: league.stages, results, lots: league.lots };
}

export function resolved(league: LeagueRecord): Resolved {
  return resolve(stateOf(league));
}
