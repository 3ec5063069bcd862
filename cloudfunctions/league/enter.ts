import * as v from 'valibot';
import { digestOfText } from '../../domain/id/base32';
import { type Entry, entered } from '../../domain/league/entry';
import { newEntryRecord, notEnterable } from '../../domain/league/entry-record';
import { type EntryRecord, type LeagueRecord, type PlayerRecord, playerId } from '../../domain/league/league-record';
import type { MemberRecord } from '../../domain/member/member';
import { inviteOf } from '../../domain/reading/invite';
import { recall } from '../../domain/request/remembered';
import type { LeagueContract, NewEntry, RefusalsOf, Refused } from '../../types/contract';
import { ABANDONED_MS } from '../../types/limits';
import type { EntryId, Instant, LeagueId, MemberId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, changeIf, isDuplicate } from '../kit/documents';
import { id, text } from '../kit/fields';
import { enterpriseNameOf, freeClaim, type LeagueOfEntries, playerOf, putPlayer } from '../kit/league-entries';
import { type WriteCall, write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { ticketSecret } from '../kit/secrets';
import { Busy, inTransaction } from '../kit/transaction';
import { contextOf, inAnother, leagueOfEntries } from './change-entry';
import { isBadName, nameRefused } from './entry-name';
import { detailOf } from './entry-page';
import { REUSED } from './league-change';
import { noLeague, seenLeague } from './seen-league';

type Refusal = Refused<RefusalsOf<LeagueContract['enter']>>;

export const teamName = text(2, 12);
const TRIES = 8;

/** Who may enter, as far as their own document says it. */
export function memberIn({ caller }: WriteCall): { memberId: MemberId; enterpriseId?: string } | undefined {
  const { status, memberId, enterpriseId } = caller;
  if (status !== 'active' || memberId === undefined) return undefined;
  return { memberId, ...(enterpriseId !== undefined && { enterpriseId }) };
}

export const notMember = { ok: false, refusal: 'NOT_MEMBER', detail: {} } as const;

interface Wanted {
  name: string;
  region?: string;
  /** It is one person, under their own name. */
  person: boolean;
}

async function wantedOf(
  { name, region }: NewEntry,
  league: LeagueOfEntries,
  memberId: MemberId,
  call: WriteCall,
): Promise<Wanted | Refusal> {
  const { rules } = contextOf(league, call.now, false);
  const { regions = [] } = league.plan.format;
  const person = rules.kind === 'person';
  const own = person ? (await byId<MemberRecord>('members', memberId, { name: true }))?.name : name;
  if (own === undefined) return person ? notMember : { ok: false, refusal: 'NAME_NEEDED', detail: {} };
  if (regions.length > 0 && !regions.some((each) => each.id === region))
    return { ok: false, refusal: 'REGION_NEEDED', detail: { regions } };
  return { name: own, person, ...(regions.length > 0 && region !== undefined && { region }) };
}

/**
 * A place among `most`, by one conditional update; one that another copy of the same request has claimed, dead or not, is
 * `shared`. A claim's instant only grows, so each is one call's, and by it that call can tell whether it is still alone.
 */
async function claimed(
  league: LeagueOfEntries,
  entryId: EntryId,
  now: Instant,
): Promise<'taken' | 'shared' | 'full' | 'changed'> {
  const { _id, plan } = league;
  const claim = `claims.${entryId}`;
  const open = { state: 'open', 'plan.lockAt': _.gt(now), 'plan.most': plan.most };
  const change = { [claim]: now, dueAt: _.min(now + ABANDONED_MS) };
  if (await changeIf('leagues', _id, { ...open, [claim]: _.lt(now) }, change)) return 'shared';
  const free = { ...open, count: _.lt(plan.most), [claim]: _.exists(false) };
  if (await changeIf('leagues', _id, free, { ...change, count: _.inc(1) })) return 'taken';
  const there = await byId<Pick<LeagueRecord, '_id' | 'count' | 'claims'>>('leagues', _id, {
    count: true,
    [claim]: true,
  });
  const full = (there?.count ?? 0) >= plan.most && there?.claims?.[entryId] === undefined;
  return full ? 'full' : 'changed';
}

type Stored = { kind: 'stored' } | { kind: 'refused'; refused: Refusal };

/** The entry and its captain's own document, both or neither. */
async function stored(
  wanted: Wanted & { entryId: EntryId },
  captain: { memberId: MemberId; enterpriseId?: string },
  league: LeagueOfEntries,
  { request, now }: WriteCall,
): Promise<Stored> {
  const { entryId, name, person, region } = wanted;
  const { memberId } = captain;
  return inTransaction(async (transaction): Promise<Stored> => {
    const player = await playerOf(transaction, league._id, memberId);
    const elsewhere = player?.entryId;
    if (elsewhere === entryId) return { kind: 'stored' };
    if (elsewhere !== undefined) {
      const other = await transaction.get<EntryRecord>('leagueEntries', elsewhere);
      return { kind: 'refused', refused: inAnother(league, elsewhere, other) };
    }
    const change = entered({ id: entryId, name, captain }, contextOf(league, now, false));
    if (change.kind === 'refuse') throw new Error('looked at before');
    const enterpriseName = await enterpriseNameOf(transaction, change.entry);
    await transaction.add('leagueEntries', recordOf(change.entry, { league, person, region, enterpriseName }, request));
    await putPlayer(transaction, league, memberId, { entryId, request });
    return { kind: 'stored' };
  });
}

function recordOf(
  entry: Entry,
  about: { league: LeagueOfEntries; person: boolean; region: string | undefined; enterpriseName: string | undefined },
  request: WriteCall['request'],
): EntryRecord {
  const { league, person, region, enterpriseName } = about;
  const made = {
    ...{ leagueId: league._id, invite: inviteOf(ticketSecret(), entry.id), person },
    ...(region !== undefined && { region }),
    ...(enterpriseName !== undefined && { enterpriseName }),
  };
  return newEntryRecord(entry, made, request);
}

/**
 * A place in the league, then the entry. What comes to nothing gives back the place that it took, unless another copy of
 * the request rests on it by now; a sweep gives back the others.
 */
async function takePlace(
  wanted: Wanted & { entryId: EntryId },
  captain: { memberId: MemberId; enterpriseId?: string },
  league: LeagueOfEntries,
  call: WriteCall,
): Promise<Stored | 'again'> {
  const { entryId } = wanted;
  const held = await claimed(league, entryId, call.now);
  if (held === 'changed') return 'again';
  if (held === 'full') {
    const { most, discipline } = league.plan;
    const detail = { most, discipline };
    return { kind: 'refused', refused: { ok: false, refusal: 'LEAGUE_FULL', detail } };
  }
  const giveBack = async () => {
    if (held === 'taken') await freeClaim(league._id, entryId, call.now);
  };
  try {
    const done = await stored(wanted, captain, league, call);
    if (done.kind === 'refused') await giveBack();
    return done;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    // A copy of this request may have been faster; else the name is somebody's.
    if (await byId('leagueEntries', entryId, { _id: true })) return 'again';
    await giveBack();
    return { kind: 'refused', refused: { ok: false, refusal: 'NAME_TAKEN', detail: {} } };
  }
}

/** The new entry; one that is not there any more was left since, and this request makes no other. */
async function entryAnswer(leagueId: LeagueId, entryId: EntryId, { caller, now }: WriteCall) {
  const seen = await seenLeague(leagueId, caller, now);
  if (!seen) return noLeague;
  const value = await detailOf(entryId, seen, caller, now);
  return value ? ({ ok: true, value } as const) : REUSED;
}

/** What the caller's own document says before a place is taken; `undefined`: nothing is in the way. */
async function answeredBefore(league: LeagueOfEntries, entryId: EntryId, memberId: MemberId, call: WriteCall) {
  const player = await byId<PlayerRecord>('players', playerId(league._id, memberId));
  const known = recall(player?.requests ?? [], call.request);
  if (known === 'reused') return REUSED;
  if (known === 'same') return entryAnswer(league._id, entryId, call);
  if (player?.entryId === undefined) return undefined;
  const other = await byId<EntryRecord>('leagueEntries', player.entryId, { name: true });
  return inAnother(league, player.entryId, other);
}

/** Its id is made from the caller's request, so that the same request makes the same one. */
export const enter = write<'league.enter'>({
  policy: anyone,
  schema: v.strictObject({ leagueId: id, name: v.exactOptional(teamName), region: v.exactOptional(id) }),
  async run(input, call) {
    const { leagueId } = input;
    const captain = memberIn(call);
    if (!captain) return notMember;
    const entryId = `t${digestOfText(`entry ${call.caller.key} ${call.request.id}`).slice(0, 23)}`;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const league = await leagueOfEntries(leagueId);
      if (!league) return noLeague;
      const before = await answeredBefore(league, entryId, captain.memberId, call);
      if (before) return before;
      const closed = notEnterable(league, call.now);
      if (closed) return { ok: false, ...closed };
      const wanted = await wantedOf(input, league, captain.memberId, call);
      if ('ok' in wanted) return wanted;
      if (!wanted.person && (await isBadName(wanted.name, call))) return nameRefused;
      const taken = await takePlace({ ...wanted, entryId }, captain, league, call);
      if (taken === 'again') continue;
      return taken.kind === 'refused' ? taken.refused : entryAnswer(leagueId, entryId, call);
    }
    throw new Busy('the league kept changing');
  },
});
