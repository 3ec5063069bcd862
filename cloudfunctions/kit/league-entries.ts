import { type Entry, enterpriseOf } from '../../domain/league/entry';
import { changedEntry, newPlayer, playsFor, sameEnterprise } from '../../domain/league/entry-record';
import { type EntryRecord, type LeagueRecord, type PlayerRecord, playerId } from '../../domain/league/league-record';
import type { EnterpriseRecord } from '../../domain/member/member';
import type { AcceptedRequest } from '../../domain/request/remembered';
import { ABANDONED_MS } from '../../types/limits';
import type { EntryId, Instant, LeagueId, MemberId } from '../../types/vocabulary';
import { _ } from './cloud';
import { changeIf } from './documents';
import type { Transaction } from './transaction';

/** What entries need to know of their league; its matches are none of theirs. */
export type LeagueOfEntries = Pick<LeagueRecord, '_id' | 'state' | 'plan' | 'version' | 'cancelReason'>;
export const OF_ENTRIES = { state: true, plan: true, version: true, cancelReason: true };

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

/** A claim without its entry is looked for when whoever made or left it is certainly done. */
export async function claimsDue(leagueId: LeagueId, now: Instant): Promise<void> {
  await changeIf('leagues', leagueId, { state: 'open' }, { dueAt: _.min(now + ABANDONED_MS) });
}

/** Gives a place back; where `since` is named, only that claim and none that was made anew. */
export function freeClaim(leagueId: LeagueId, entryId: EntryId, since?: Instant): Promise<boolean> {
  const claim = `claims.${entryId}`;
  return changeIf('leagues', leagueId, { [claim]: since ?? _.exists(true) }, { [claim]: _.remove(), count: _.inc(-1) });
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
 * The last one has gone. Before the draw the entry goes too, and its place is to be given back after; of a drawn one
 * others depend, so it stays, empty, and has given up its part.
 */
export async function endEntry(
  transaction: Transaction,
  before: EntryRecord,
  entry: Entry,
  { league, now, request }: { league: LeagueOfEntries; now: Instant; request?: AcceptedRequest | undefined },
): Promise<'gone' | 'empty'> {
  if (league.state === 'open') {
    await transaction.remove('leagueEntries', before._id);
    return 'gone';
  }
  const { withdrawnAt = now } = entry;
  const { enterpriseName } = before;
  const empty = { ...entry, roster: {}, captain: '', withdrawnAt };
  await transaction.put('leagueEntries', changedEntry(before, empty, { request, enterpriseName }));
  return 'empty';
}
