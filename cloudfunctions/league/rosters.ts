import type { EntryRecord } from '../../domain/league/league-record';
import type { Rosters } from '../../domain/league/league-schedule';
import { ENTRIES_MOST } from '../../domain/league/stages-of-plan';
import type { LeagueId } from '../../types/vocabulary';
import { find } from '../kit/documents';

/** All entries of a league, those that gave up their part too. */
export function entriesOf(leagueId: LeagueId): Promise<EntryRecord[]> {
  return find<EntryRecord>('leagueEntries', { leagueId }, { orderBy: ['key', 'asc'], limit: 2 * ENTRIES_MOST });
}

export function rostersOf(entries: readonly Pick<EntryRecord, '_id' | 'roster'>[]): Rosters {
  return new Map(entries.map(({ _id, roster }) => [_id, Object.keys(roster)]));
}
