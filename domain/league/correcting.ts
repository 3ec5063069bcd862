import type { LeagueState, ScoreIssue } from '../../types/contract';
import type { FixtureId } from '../../types/vocabulary';
import { remember } from '../request/remembered';
import { entriesThatPlayed } from './awards';
import { consequencesOf, corrected } from './correction';
import { type Finishing, finished } from './finishing';
import type { LeagueRecord } from './league-record';
import { matchOf, resolved, stateOf, withMatch } from './league-state';
import { withTelling } from './match-decisions';
import { logged, type Organizing } from './organizing';
import { eventOf, type ResultRecord, UNPLAYED } from './result';
import { after } from './result-states';
import type { Outcome } from './score';
import { withoutGiven, withWalkovers } from './withdrawn';

type Refusal<R extends string, D> = { kind: 'refuse'; refusal: R; detail: D };

export type Correcting =
  | { kind: 'change'; league: LeagueRecord; moved: FixtureId[] }
  | { kind: 'known' }
  | Refusal<'NOT_FOUND', { what: 'fixture' }>
  | Refusal<'NOT_PLAYED', Record<never, never>>
  | Refusal<'BAD_SCORE', { issue: ScoreIssue }>
  | Refusal<'NEXT_PLAYED', { blocked: FixtureId[]; void: FixtureId[] }>
  | Refusal<'NOT_NOW', { state: LeagueState }>;

export interface CorrectionOrder {
  fixtureId: FixtureId;
  /** Absent: the match is played again. */
  outcome?: Outcome;
  reason: string;
  /** For lots that a finished league needs anew; made by the server then. */
  seed: string;
}

/** Fixtures of which something was said. */
function spoken(league: LeagueRecord, states: (state: ResultRecord['state']) => boolean): FixtureId[] {
  const ids = [...resolved(league).fixtures.keys()];
  return ids.filter((id) => states(matchOf(league, id).result.state));
}

const isReported = (state: ResultRecord['state']): boolean => state === 'reported' || state === 'disputed';

/** What somebody has said of a match by others than those who should meet in it. */
function misfits(league: LeagueRecord): FixtureId[] {
  const { fixtures } = resolved(league);
  return spoken(league, (state) => state !== 'unplayed').filter((id) => {
    const said = matchOf(league, id).entries;
    const entries = fixtures.get(id)?.entries;
    return said?.[0] !== entries?.[0] || said?.[1] !== entries?.[1];
  });
}

function blockedBy(blocked: FixtureId[]): Correcting {
  return { kind: 'refuse', refusal: 'NEXT_PLAYED', detail: { blocked, void: [...blocked].reverse() } };
}

/** The league with that outcome of the match, or with none. */
function replacedIn(
  league: LeagueRecord,
  { fixtureId, outcome }: CorrectionOrder,
  { request }: Organizing,
): LeagueRecord {
  const match = matchOf(league, fixtureId);
  const { given: _given, entries, ...rest } = match;
  const state = after(match.result.state, outcome ? eventOf(outcome) : 'void');
  if (state === undefined) throw new Error(`a correction of what is ${match.result.state}`);
  const result: ResultRecord = outcome ? { state, outcome } : UNPLAYED;
  const requests = remember(match.requests, request);
  return withMatch(league, fixtureId, { ...rest, result, requests, ...(outcome && entries && { entries }) });
}

/** Whether a result that only was reported, or is disputed, is taken back: nothing rests on it yet. */
function takesBackWord(league: LeagueRecord, { fixtureId, outcome }: CorrectionOrder): boolean {
  return outcome === undefined && isReported(matchOf(league, fixtureId).result.state);
}

function judged(league: LeagueRecord, order: CorrectionOrder): Correcting | undefined {
  const { fixtureId, outcome } = order;
  const base = withoutGiven(league, fixtureId);
  const said = new Set(spoken(base, isReported));
  const found = corrected(stateOf(base), said, fixtureId, outcome);
  if (found.kind === 'change') return undefined;
  if (found.kind === 'known') return takesBackWord(league, order) ? undefined : found;
  if (found.refusal !== 'NEXT_PLAYED') return found;
  return blockedBy(found.detail.blocked.map(({ fixture }) => fixture));
}

/**
 * A result that counts is changed, or taken back so that the match is played again; then tables and pairings are what they
 * would be had it been so from the start, and so are the matches that were given because somebody gave up their part.
 * Refused where others would have met in a match of which something was said: take these back first, in that order.
 * A finished league stays finished: its places are counted anew, with lots where they are needed, and nothing can be
 * taken back so that a match would be missing.
 */
export function correction(league: LeagueRecord, order: CorrectionOrder, doing: Organizing): Correcting {
  const { fixtureId, outcome, reason, seed } = order;
  const { state } = league;
  const finishedAlready = state === 'finished';
  if (state !== 'drawn' && !finishedAlready) return { kind: 'refuse', refusal: 'NOT_NOW', detail: { state } };
  const refused = judged(league, order);
  if (refused) return refused;
  if (finishedAlready && outcome === undefined) return { kind: 'refuse', refusal: 'NOT_NOW', detail: { state } };
  const changed = replacedIn(withoutGiven(league, fixtureId), order, doing);
  const next = { ...withWalkovers({ ...changed, state: 'drawn' }), state };
  const blocked = misfits(next);
  if (blocked.length > 0) return blockedBy(blocked);
  const { fixtures } = consequencesOf(resolved(league), resolved(next));
  const told = withTelling(logged(next, doing, '更正比分', reason), {
    ...{ kind: 'match-decided', at: doing.at, fixtures: [fixtureId], reason },
  });
  const moved = fixtures.map(({ fixture }) => fixture);
  if (!finishedAlready) return { kind: 'change', league: told, moved };
  const recounted = recount(league, told, seed, doing);
  return recounted.kind === 'finished'
    ? { kind: 'change', league: recounted.league, moved }
    : { kind: 'refuse', refusal: 'NOT_NOW', detail: { state } };
}

const counted = (league: LeagueRecord): string =>
  JSON.stringify([league.placings, [...entriesThatPlayed(league)].sort()]);

/** Who took no part after all loses the points of a place that stays as it was: that is a new count too. */
function recount(before: LeagueRecord, told: LeagueRecord, seed: string, { at }: Organizing): Finishing {
  const found = finished(told, { at, lotsFrom: seed });
  if (found.kind !== 'finished') return found;
  const recounts = (before.recounts ?? 0) + (counted(found.league) === counted(before) ? 0 : 1);
  return { kind: 'finished', league: { ...found.league, ...(recounts > 0 && { recounts }) } };
}
