import type { Viewer } from '../../domain/league/fixture-view';
import { type PlayerRecord, playerId } from '../../domain/league/league-record';
import type { LeagueId } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';
import { byId } from '../kit/documents';

/** Whose eyes the caller's are in that league: one call, none for who is no member. */
export async function viewerOf({ memberId }: Caller, leagueId: LeagueId): Promise<Viewer> {
  if (memberId === undefined) return { follows: [] };
  const player = await byId<PlayerRecord>('players', playerId(leagueId, memberId));
  const { entryId, follows = [] } = player ?? {};
  return { follows, ...(entryId !== undefined && { mine: entryId }) };
}
