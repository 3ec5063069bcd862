import type { EntryId, MemberId } from '../../types/vocabulary';
import type { LeagueRecord } from './league-record';
import { placementsOf } from './league-schedule';
import { resolved } from './league-state';
import type { Occupant } from './resolve';
import type { Commitment } from './schedule/plan';

/** The matches that those players have in a league, as far as it is known who meets whom and when. */
export function commitmentsIn(
  league: LeagueRecord,
  players: readonly { memberId: MemberId; entryId?: EntryId }[],
): Commitment[] {
  const found = resolved(league);
  return placementsOf(league, found).flatMap(({ fixtureId, startsAt, endsAt }): Commitment[] => {
    const entries: readonly Occupant[] = found.fixtures.get(fixtureId)?.entries ?? [];
    const people = players.flatMap(({ memberId, entryId }) =>
      entryId !== undefined && entries.includes(entryId) ? [memberId] : [],
    );
    return people.length === 0 ? [] : [{ startsAt, endsAt, people, rest: league.plan.rest }];
  });
}
