import { type Entry, enterpriseOf } from '../../domain/league/entry';
import { changedEntry, newPlayer, playsFor, sameEnterprise } from '../../domain/league/entry-record';
import { type EntryRecord, type LeagueRecord, type PlayerRecord, playerId } from '../../domain/league/league-record';
import type { EnterpriseRecord } from '../../domain/member/member';
import type { AcceptedRequest } from '../../domain/request/remembered';
import type { EntryId, Instant, LeagueId, MemberId } from '../../types/vocabulary';
import { _ } from './cloud';
import { changeIf } from './documents';
import type { Transaction } from './transaction';

/** What entries need to know of their league; its matches are none of theirs. */
export type LeagueOfEntries = Pick<LeagueRecord, '_id' | 'state' | 'plan' | 'version' | 'cancelReason'>;
export const OF_ENTRIES = { state: true, plan: true, version: true, cancelReason: true };

/** An open league is drawn, or cancelled, once. */
export const ENTRY_TRIES = 3;

const DRAWN = ['drawn', 'finished'] as const;

/**
 * Says, before an entry changes that is drawn, that the league has to look at it again: a sweep does when the change is
 * made, or its call is certainly dead. It counts as a change of the league, or somebody's decision might overwrite it.
 */
export async function entriesDue(leagueId: LeagueId, at: Instant): Promise<void> {
  await changeIf(
    'leagues',
    leagueId,
    { state: _.in(DRAWN) },
    { entriesDue: _.min(at), dueAt: _.min(at), rev: _.inc(1) },
  );
}

/** What gives a place back: a change of the league, so that who draws meanwhile looks at its entries again. */
const givenBack = (entryId: EntryId) => ({ [`claims.${entryId}`]: _.remove(), count: _.inc(-1), rev: _.inc(1) });

/** Gives a place back that was claimed at that instant, and none that somebody has claimed since. */
export function freeClaim(leagueId: LeagueId, entryId: EntryId, since: Instant): Promise<boolean> {
  return changeIf('leagues', leagueId, { [`claims.${entryId}`]: since }, givenBack(entryId));
}

/** The name of the enterprise that most of the roster are from. */
export async function enterpriseNameOf(
  transaction: Transaction,
  entry: Entry,
  before?: EntryRecord,
): Promise<string | undefined> {
  if (before && sameEnterprise(before, entry)) return before.enterpriseName;
  const enterpriseId = enterpriseOf(entry);
  if (enterpriseId === undefined) return undefined;
  return (await transaction.get<EnterpriseRecord>('enterprises', enterpriseId))?.name;
}

export function playerOf(
  transaction: Transaction,
  leagueId: LeagueId,
  memberId: MemberId,
): Promise<PlayerRecord | undefined> {
  return transaction.get<PlayerRecord>('players', playerId(leagueId, memberId));
}

/** Whether somebody plays for an entry from now on, and by which request of their own. */
export async function putPlayer(
  transaction: Transaction,
  league: LeagueOfEntries,
  memberId: MemberId,
  { entryId, request }: { entryId?: EntryId; request?: AcceptedRequest | undefined },
): Promise<void> {
  const before = (await playerOf(transaction, league._id, memberId)) ?? newPlayer(league._id, memberId);
  await transaction.put('players', playsFor(before, entryId, league, request));
}

export async function putEntry(
  transaction: Transaction,
  before: EntryRecord,
  entry: Entry,
  { request, nameKey }: { request?: AcceptedRequest | undefined; nameKey?: string } = {},
): Promise<void> {
  const enterpriseName = await enterpriseNameOf(transaction, entry, before);
  const how = { request, enterpriseName, ...(nameKey !== undefined && { nameKey }) };
  await transaction.put('leagueEntries', changedEntry(before, entry, how));
}

/**
 * The last one has gone. Before the draw the entry goes too, with its place: both are written in one transaction with the
 * league, so that a draw at that moment is either seen by it, or sees it. On a drawn one others depend, so it stays,
 * empty, and has given up its part. `changed`: nothing was done, since the league is not open any more.
 */
export async function endEntry(
  transaction: Transaction,
  before: EntryRecord,
  entry: Entry,
  { league, now, request }: { league: LeagueOfEntries; now: Instant; request?: AcceptedRequest | undefined },
): Promise<'done' | 'changed'> {
  if (league.state === 'open') {
    const stored = await transaction.get<LeagueRecord>('leagues', league._id);
    if (stored?.state !== 'open') return 'changed';
    await transaction.change('leagues', league._id, givenBack(before._id));
    await transaction.remove('leagueEntries', before._id);
    return 'done';
  }
  const { withdrawnAt = now } = entry;
  const { enterpriseName } = before;
  const empty = { ...entry, roster: {}, captain: '', withdrawnAt };
  await transaction.put('leagueEntries', changedEntry(before, empty, { request, enterpriseName }));
  return 'done';
}
