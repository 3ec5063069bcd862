import type { LeagueRecord, StoredMatch } from '../../domain/league/league-record';
import { settledAt, whenDue } from '../../domain/league/match-decisions';
import { type AcceptedRequest, recall } from '../../domain/request/remembered';
import type { CommonRefusals, Refused } from '../../types/contract';
import type { Instant, LeagueId } from '../../types/vocabulary';

import { _ } from '../kit/cloud';
import { byId, changeIf, difference } from '../kit/documents';
import type { WriteCall } from '../kit/operation';
import { Busy } from '../kit/transaction';

/** Times a decision is made anew because somebody else has changed the league meanwhile. */
const TRIES = 8;

/** What somebody makes of a league: a change, where it still meets the conditions, nothing since it is so already, or a refusal of the operation. */
export type Verdict<R> =
  | { kind: 'change'; league: LeagueRecord; where?: object }
  | { kind: 'known' }
  | { kind: 'refuse'; refused: R };

/** `league`: as it is stored after it, with reports confirmed that nobody answered in time. */
export type Changed<R> = { kind: 'done'; league: LeagueRecord; before: LeagueRecord } | { kind: 'refused'; refused: R };

/** A league with all that silence has settled by then; whoever looks sees the same, whether or not a sweep has been there. */
export async function loadLeague(id: LeagueId, now: Instant): Promise<LeagueRecord | undefined> {
  const stored = await byId<LeagueRecord>('leagues', id);
  return stored && settledAt(stored, now);
}

type Matches = LeagueRecord['matches'];

/** That a match is unplayed, and that nobody asked for anything, is not written down: a place alone is a place alone. */
function lean({ result, requests, ...rest }: StoredMatch): StoredMatch {
  return {
    ...rest,
    ...(result && result.state !== 'unplayed' && { result }),
    ...(requests && requests.length > 0 && { requests }),
  };
}

function matchChange(key: string, before: StoredMatch | undefined, next: StoredMatch): [string, object][] {
  const fields = difference(lean(before ?? {}), lean(next));
  return Object.entries(fields).map(([field, value]) => [`matches.${key}.${field}`, value]);
}

function matchesChange(before: Matches, next: Matches): Record<string, object> {
  const change: Record<string, object> = {};
  for (const key of Object.keys(before)) if (next[key] === undefined) change[`matches.${key}`] = _.remove();
  for (const [key, match] of Object.entries(next)) {
    if (match !== before[key]) Object.assign(change, Object.fromEntries(matchChange(key, before[key], match)));
  }
  return change;
}

/** Only what differs, match by match: a league with all its results is more than one request holds. */
export function leagueDifference(before: LeagueRecord, next: LeagueRecord): Record<string, object> {
  const { matches: was, ...rest } = before;
  const { matches: is, ...others } = next;
  return { ...difference(rest, others), ...matchesChange(was, is) };
}

/**
 * One decision on one league: two calls where nobody else is faster. `judge` gets the league with all that silence has
 * settled, and as it is stored; it is asked again whenever that has changed meanwhile. `undefined` where there is no such league.
 */
export async function changeLeague<R>(
  id: LeagueId,
  now: Instant,
  judge: (league: LeagueRecord, stored: LeagueRecord) => Verdict<R> | Promise<Verdict<R>>,
): Promise<Changed<R> | undefined> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const stored = await byId<LeagueRecord>('leagues', id);
    if (!stored) return undefined;
    const before = settledAt(stored, now);
    const verdict = await judge(before, stored);
    if (verdict.kind === 'refuse') return { kind: 'refused', refused: verdict.refused };
    if (verdict.kind === 'known') return { kind: 'done', league: before, before };
    const league = whenDue({ ...verdict.league, rev: stored.rev + 1 });
    const where = { rev: stored.rev, ...verdict.where };
    if (await changeIf('leagues', id, where, leagueDifference(stored, league))) return { kind: 'done', league, before };
  }
  throw new Busy('the league kept changing');
}

/** A command as a league remembers it: its answer says the time, and says the same time when it is sent again. */
export function timed({ now, request }: Pick<WriteCall, 'now' | 'request'>): AcceptedRequest {
  return { ...request, at: now };
}

/** The time that the answer to it says. */
export function acceptedAt(requests: readonly AcceptedRequest[], { now, request }: Pick<WriteCall, 'now' | 'request'>) {
  return requests.find(({ id }) => id === request.id)?.at ?? now;
}

type Reused = Refused<Pick<CommonRefusals, 'REQUEST_REUSED'>>;

export const REUSED: Reused = { ok: false, refusal: 'REQUEST_REUSED', detail: {} };

/** What became of a request that the league, or one of its matches, has accepted before. */
export function recalled(requests: readonly AcceptedRequest[], request: AcceptedRequest): Verdict<Reused> | undefined {
  const known = recall(requests, request);
  if (known === 'new') return undefined;
  return known === 'same' ? { kind: 'known' } : { kind: 'refuse', refused: REUSED };
}
