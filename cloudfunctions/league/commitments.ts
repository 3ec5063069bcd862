import { commitmentsIn } from '../../domain/league/commitments';
import type { LeagueRecord, PlayerRecord } from '../../domain/league/league-record';
import type { Rosters } from '../../domain/league/league-schedule';
import type { Commitment } from '../../domain/league/schedule/plan';
import { timeKey } from '../../domain/time/shanghai';
import type { Instant, LeagueId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, find } from '../kit/documents';

/** Leagues beside this one that are looked at: a park has a few at a time. */
const LEAGUES_MOST = 8;
const PLAYERS_MOST = 1_000;

/** What players of one league have to do in another; its document is read only where somebody plays in both. */
async function inLeague(leagueId: LeagueId, people: ReadonlySet<string>): Promise<Commitment[]> {
  const players = await find<Pick<PlayerRecord, '_id' | 'memberId' | 'entryId'>>(
    'players',
    { leagueId },
    { limit: PLAYERS_MOST, projection: { memberId: true, entryId: true } },
  );
  const shared = players.filter(({ memberId, entryId }) => entryId !== undefined && people.has(memberId));
  if (shared.length === 0) return [];
  const other = await byId<LeagueRecord>('leagues', leagueId);
  return other ? commitmentsIn(other, shared) : [];
}

/** Matches of other leagues that are under way, of people who play in this one too. */
export async function commitmentsOf(league: LeagueRecord, rosters: Rosters, now: Instant): Promise<Commitment[]> {
  const others = await find<Pick<LeagueRecord, '_id'>>(
    'leagues',
    { state: 'drawn', endKey: _.gt(timeKey(now)) },
    { limit: LEAGUES_MOST + 1, orderBy: ['endKey', 'asc'], projection: { _id: true } },
  );
  const people = new Set([...rosters.values()].flat());
  const ids = others.map(({ _id }) => _id).filter((id) => id !== league._id);
  return (await Promise.all(ids.map((id) => inLeague(id, people)))).flat();
}
