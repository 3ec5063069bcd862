import { left } from '../../domain/league/entry';
import { entryOf, lockOf, nameKeyOf } from '../../domain/league/entry-record';
import type { EntryRecord, PlayerRecord } from '../../domain/league/league-record';
import { disciplineOfLeague } from '../../domain/league/league-state';
import type { Instant, MemberId } from '../../types/vocabulary';
import { _ } from './cloud';
import { byId, find, removeAll } from './documents';
import {
  ENTRY_TRIES,
  endEntry,
  entriesDue,
  type LeagueOfEntries,
  OF_ENTRIES,
  putEntry,
  putPlayer,
} from './league-entries';
import { LEFT } from './people';
import { Busy, inTransaction, type Transaction } from './transaction';

/** Leagues that somebody plays in or follows something of: nobody does in so many in a life. */
const MOST = 1_000;

/** The entry is one person, and has their name. */
const isPerson = ({ leagueId, nameKey }: EntryRecord, memberId: MemberId): boolean =>
  nameKey === nameKeyOf(leagueId, '', memberId);

/** Takes them out of the roster where it is not over; their name goes from everywhere. */
async function withoutThem(
  transaction: Transaction,
  record: EntryRecord,
  league: LeagueOfEntries,
  memberId: MemberId,
  now: Instant,
): Promise<'done' | 'changed'> {
  const entry = entryOf(record);
  const nameless = isPerson(record, memberId) ? { ...entry, name: LEFT } : entry;
  if (league.state !== 'open' && league.state !== 'drawn') {
    if (nameless !== entry) await putEntry(transaction, record, nameless);
    return 'done';
  }
  const { entry: rules } = disciplineOfLeague(league);
  const change = left(nameless, memberId, { rules, lockAt: lockOf(league, now), now, byOrganizer: true });
  if (change.kind === 'change') await putEntry(transaction, record, change.entry);
  if (change.kind === 'end' && (await endEntry(transaction, record, nameless, { league, now })) === 'changed')
    return 'changed';
  await putPlayer(transaction, league, memberId, {});
  return 'done';
}

async function outOf({ leagueId, entryId, memberId }: PlayerRecord, now: Instant): Promise<void> {
  if (entryId === undefined) return;
  for (let attempt = 0; attempt < ENTRY_TRIES; attempt++) {
    const league = await byId<LeagueOfEntries>('leagues', leagueId, OF_ENTRIES);
    if (!league) return;
    const end = await inTransaction(async (transaction) => {
      const record = await transaction.get<EntryRecord>('leagueEntries', entryId);
      if (!record?.roster[memberId]) return 'done';
      await entriesDue(leagueId, now);
      return withoutThem(transaction, record, league, memberId, now);
    });
    if (end === 'done') return;
  }
  throw new Busy('the league kept changing');
}

/**
 * Whoever leaves the union is in no roster of a league that is not over, whether or not it is locked: the captaincy passes
 * on, and where nobody is left the entry gives up its part. Leagues hear of it from a sweep.
 */
export async function forgetPlayer(memberId: MemberId, now: Instant): Promise<void> {
  const players = await find<PlayerRecord>('players', { memberId }, { limit: MOST });
  for (const player of players) await outOf(player, now);
  await removeAll('players', { memberId });
}

/** Who plays as one person plays under the name that they have; leagues hear of it from a sweep. */
export async function renamePlayer(memberId: MemberId, name: string, now: Instant): Promise<void> {
  const players = await find<PlayerRecord>('players', { memberId, activeKey: _.gt('') }, { limit: MOST });
  for (const { leagueId, entryId } of players) {
    if (entryId === undefined) continue;
    await inTransaction(async (transaction) => {
      const record = await transaction.get<EntryRecord>('leagueEntries', entryId);
      if (!record || record.name === name || !isPerson(record, memberId)) return;
      await entriesDue(leagueId, now);
      await putEntry(transaction, record, { ...entryOf(record), name });
    });
  }
}
