import type { LeagueRecord } from '../../domain/league/league-record';
import { type Counted, managedLeague, namedIn } from '../../domain/league/managed-league';
import { ENTRIES_MOST } from '../../domain/league/stages-of-plan';
import type { ManagedLeague } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { find } from '../kit/documents';
import { LEFT, peopleOf } from '../kit/people';

/** A league and its entries as organizers see them: one call for the names. */
export async function managedWith(
  league: LeagueRecord,
  entries: readonly Counted[],
  now: Instant,
): Promise<ManagedLeague> {
  const people = await peopleOf(namedIn(league));
  return managedLeague(league, entries, (id) => people.get(id)?.name ?? LEFT, now);
}

/** What a command of organizers is answered: the league as it has become. Two calls. */
export async function managedView(league: LeagueRecord, now: Instant): Promise<ManagedLeague> {
  const entries = await find<Counted & { _id: string }>(
    'leagueEntries',
    { leagueId: league._id },
    { limit: ENTRIES_MOST, projection: { members: true, withdrawnAt: true } },
  );
  return managedWith(league, entries, now);
}
