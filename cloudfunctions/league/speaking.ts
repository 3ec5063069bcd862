import { type Beholder, fixtureDetail, rosteredIn } from '../../domain/league/fixture-detail';
import type { EntryRecord, LeagueRecord } from '../../domain/league/league-record';
import { matchOf, resolved } from '../../domain/league/league-state';
import { pairOf, type Spoken, sideOf, spokenOf, withResult } from '../../domain/league/match-decisions';
import type { ResultChange } from '../../domain/league/result';
import type { CommonRefusals, FixtureDetail, FixtureState, Refused, Side } from '../../types/contract';
import type { EntryId, FixtureId, Instant, LeagueId } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';
import { byIds } from '../kit/documents';
import type { WriteCall } from '../kit/operation';
import { acceptedAt, changeLeague, recalled, timed, type Verdict } from './league-change';
import { isOrganizer, isReferee } from './roles';

export interface MatchInput {
  leagueId: LeagueId;
  fixtureId: FixtureId;
}

/** What the domain says, as an operation answers it. */
type RefusalOf<D> = D extends { kind: 'refuse'; refusal: infer R; detail: infer T }
  ? { ok: false; refusal: R; detail: T }
  : never;

export function refusalOf<D extends { kind: 'refuse'; refusal: string; detail: object }>({ refusal, detail }: D) {
  // Refusal and detail belong together in each of the cases; taken apart, the compiler no longer knows.
  return { ok: false, refusal, detail } as RefusalOf<D>;
}

const LOOKED_AT = { captain: true, roster: true };

/** What the caller is to a match of these two; one call, none while nobody is known. */
export async function beholderOf(
  caller: Caller,
  league: Pick<LeagueRecord, '_id' | 'referees'>,
  pair: readonly EntryId[],
  now: Instant,
): Promise<Beholder> {
  const { memberId } = caller;
  const asked = memberId === undefined ? [] : pair;
  const entries = await byIds<Pick<EntryRecord, '_id' | 'captain' | 'roster'>>('leagueEntries', asked, LOOKED_AT);
  const referee = memberId !== undefined && isReferee(caller, league._id, now);
  return {
    ...{ ...rosteredIn(entries, memberId), organizer: isOrganizer(caller, now) },
    ...(memberId !== undefined && { memberId }),
    ...(referee && { courts: league.referees[memberId] ?? [] }),
  };
}

interface NotSpoken {
  NOT_FOUND: { what: 'league' | 'fixture' };
  NOT_CAPTAIN: Record<never, never>;
  NOT_PAIRED: Record<never, never>;
  NOT_NOW: { state: FixtureState };
}

type Judged = ResultChange | { kind: 'known' } | { kind: 'refuse'; refusal: string; detail: object };
type Answered<D> = { ok: true; value: FixtureDetail } | Refused<NotSpoken & CommonRefusals> | RefusalOf<D>;

const NO_LEAGUE: Refused<Pick<NotSpoken, 'NOT_FOUND'>> = {
  ok: false,
  refusal: 'NOT_FOUND',
  detail: { what: 'league' },
};

/**
 * A captain says something of a match: caller, league, both entries, and one change. What silence has confirmed is given
 * to `judge` as it was reported, so that it can say since when it counts.
 */
export async function speak<D extends Judged>(
  { leagueId, fixtureId }: MatchInput,
  call: WriteCall,
  judge: (spoken: Spoken, side: Side) => D,
): Promise<Answered<D>> {
  const { caller, now } = call;
  const request = timed(call);
  type Refusal = Exclude<Answered<D>, { ok: true }>;
  let beholder: Beholder | undefined;
  const changed = await changeLeague<Refusal>(leagueId, now, async (league, stored): Promise<Verdict<Refusal>> => {
    const refuse = (refused: Refusal): Verdict<Refusal> => ({ kind: 'refuse', refused });
    const at = spokenOf(league, resolved(league), fixtureId, now);
    if (!at) return refuse({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'fixture' } });
    const pair = pairOf(at.fixture);
    if (!pair) return refuse({ ok: false, refusal: 'NOT_PAIRED', detail: {} });
    beholder = await beholderOf(caller, league, pair, now);
    const side = beholder.captain ? sideOf(pair, beholder.mine) : undefined;
    if (side === undefined) return refuse({ ok: false, refusal: 'NOT_CAPTAIN', detail: {} });
    const again = recalled(at.record.requests, request);
    if (again) return again;
    const { state } = at.record.result;
    if (league.state !== 'drawn') return refuse({ ok: false, refusal: 'NOT_NOW', detail: { state } });
    const spoken = { ...at, record: matchOf(stored, fixtureId) };
    const judged: Judged = judge(spoken, side);
    if (judged.kind === 'known') return judged;
    if (judged.kind === 'refuse') return refuse(refusalOf(judged) as Refusal);
    return { kind: 'change', league: withResult(league, spoken, judged.result, { now, request }) };
  });
  if (!changed) return NO_LEAGUE;
  if (changed.kind === 'refused') return changed.refused;
  const { league } = changed;
  const at = acceptedAt(matchOf(league, fixtureId).requests, call);
  return { ok: true, value: fixtureDetail(league, resolved(league), fixtureId, beholder ?? nobody, at) };
}

const nobody: Beholder = { captain: false, organizer: false };
