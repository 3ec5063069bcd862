import type { Issue, LeagueFormat, LeagueState } from '../../types/contract';
import { ABANDONED_MS } from '../../types/limits';
import type { EntryId, Instant } from '../../types/vocabulary';
import { enterpriseOf, missing } from './entry';
import type { Entrant, EntryRecord, LeagueRecord } from './league-record';
import { disciplineOfLeague, matchOf } from './league-state';
import { withTelling } from './match-decisions';
import { logged, type Organizing } from './organizing';
import { type Drawn, formatIssues, stagesOfPlan } from './stages-of-plan';

type Refusal<R extends string, D> = { kind: 'refuse'; refusal: R; detail: D };

export type Drawing =
  | { kind: 'change'; league: LeagueRecord }
  | Refusal<'NOT_NOW', { state: LeagueState }>
  | Refusal<'REASON_NEEDED', Record<never, never>>
  | Refusal<'FORMAT_UNFIT', { entries: number; issues: Issue[]; discipline: string }>
  | Refusal<'SEED_UNKNOWN', { entryId: EntryId }>
  | Refusal<'ALREADY_PLAYED', { fixtures: number }>;

/** What an organizer says of a draw; `seed` is made by the server at that moment. */
export interface DrawOrder {
  seeds: readonly EntryId[];
  seed: string;
  format?: LeagueFormat;
  reason?: string;
}

/** Matches of which somebody has said how they ended; those that nobody came to do not count. */
export function spokenMatches(league: LeagueRecord): number {
  const said = Object.keys(league.matches).map((key) => matchOf(league, key));
  return said.filter(({ result, given }) => result.state !== 'unplayed' && !given).length;
}

const regionsOf = ({ regions = [] }: LeagueFormat): string => regions.map(({ id }) => id).join(' ');

function issuesOf(league: LeagueRecord, format: LeagueFormat, drawn: readonly Drawn[]): Issue[] {
  const issues = formatIssues(format, drawn, disciplineOfLeague(league));
  const same = regionsOf(format) === regionsOf(league.plan.format);
  return same ? issues : [{ path: 'regions', message: 'stay as entries chose them' }, ...issues];
}

function entrantOf(entry: EntryRecord): Entrant {
  const { name, region, enterpriseName } = entry;
  const enterpriseId = enterpriseOf(entry);
  return {
    name,
    ...(enterpriseId !== undefined && { enterpriseId }),
    ...(enterpriseName !== undefined && { enterpriseName }),
    ...(region !== undefined && { region }),
  };
}

function drawnOf(entry: EntryRecord): Drawn {
  const { _id: id, region } = entry;
  const apart = enterpriseOf(entry);
  return { id, ...(apart !== undefined && { apart }), ...(region !== undefined && { region }) };
}

/** Rosters stand from the draw on. */
function lockedBy(lockAt: Instant, now: Instant): Instant {
  return Math.min(lockAt, now);
}

/**
 * All complete entries that have not given up their part, in stages drawn from the seed. Anew only while nothing was
 * played, and with a reason. Who gives up their part at this very moment is found by a look at all entries a little later.
 */
export function drawn(
  league: LeagueRecord,
  entries: readonly EntryRecord[],
  order: DrawOrder,
  doing: Organizing,
): Drawing {
  const { seeds, seed, reason, format = league.plan.format } = order;
  const { state, plan } = league;
  if (state !== 'open' && state !== 'drawn') return { kind: 'refuse', refusal: 'NOT_NOW', detail: { state } };
  const fixtures = spokenMatches(league);
  if (fixtures > 0) return { kind: 'refuse', refusal: 'ALREADY_PLAYED', detail: { fixtures } };
  if (state === 'drawn' && reason === undefined) return { kind: 'refuse', refusal: 'REASON_NEEDED', detail: {} };
  const { entry: rules } = disciplineOfLeague(league);
  const complete = entries.filter((entry) => entry.withdrawnAt === undefined && missing(entry, rules) === 0);
  const unknown = seeds.find((id) => !complete.some(({ _id }) => _id === id));
  if (unknown !== undefined) return { kind: 'refuse', refusal: 'SEED_UNKNOWN', detail: { entryId: unknown } };
  const all = complete.map(drawnOf);
  const issues = issuesOf(league, format, all);
  if (issues.length > 0) {
    const detail = { entries: complete.length, issues, discipline: plan.discipline };
    return { kind: 'refuse', refusal: 'FORMAT_UNFIT', detail };
  }
  const { at, by } = doing;
  const next: LeagueRecord = {
    ...{ ...league, state: 'drawn', plan: { ...plan, format, lockAt: lockedBy(plan.lockAt, at) } },
    draws: [...league.draws, { seed, at, by, seeds: [...seeds], ...(reason !== undefined && { reason }) }],
    stages: stagesOfPlan(format, all, { seeds, seed }),
    entrants: Object.fromEntries(complete.map((entry) => [entry._id, entrantOf(entry)])),
    ...{ lots: {}, matches: {}, entriesDue: at + ABANDONED_MS },
  };
  const told = withTelling(next, { kind: 'league-drawn', at, ...(reason !== undefined && { reason }) });
  return { kind: 'change', league: logged(told, doing, league.draws.length === 0 ? '抽签' : '重新抽签', reason) };
}
