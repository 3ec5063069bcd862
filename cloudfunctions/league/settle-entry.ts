import type { EntryRecord } from '../../domain/league/league-record';
import { logged, type Organizing } from '../../domain/league/organizing';
import { withEntriesNow } from '../../domain/league/withdrawn';
import { recall } from '../../domain/request/remembered';
import type { EntryId, LeagueId } from '../../types/vocabulary';
import { doerOf } from '../kit/caller';
import { byId } from '../kit/documents';
import type { WriteCall } from '../kit/operation';
import { changeLeague } from './league-change';

export function organizing({ caller, now, request }: WriteCall): Organizing {
  return { by: doerOf(caller), at: now, request };
}

/** What an organizer did to an entry, and why, for the league's log. */
export interface Deed {
  what: string;
  reason: string;
}

/**
 * Has the league know what an entry has become: another name, or that it gave up its part, with the matches that it
 * loses by that. Where this call dies a sweep does the same, all but the log.
 */
export async function settleEntry(leagueId: LeagueId, entryId: EntryId, call: WriteCall, deed?: Deed): Promise<void> {
  const entry = await byId<EntryRecord>('leagueEntries', entryId, { name: true, withdrawnAt: true });
  await changeLeague<never>(leagueId, call.now, (league) => {
    const next = entry ? withEntriesNow(league, [entry]) : league;
    const told = deed === undefined || recall(league.requests, call.request) !== 'new';
    if (next === league && told) return { kind: 'known' };
    return { kind: 'change', league: told ? next : logged(next, organizing(call), deed.what, deed.reason) };
  });
}
