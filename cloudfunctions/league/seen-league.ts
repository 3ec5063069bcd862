import { type EntryRecord, type LeagueRecord, type PlayerRecord, playerId } from '../../domain/league/league-record';
import { settledAt } from '../../domain/league/match-decisions';
import type { Instant, LeagueId } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';
import { database } from '../kit/cloud';
import { isOrganizer } from './roles';

export const noLeague = { ok: false, refusal: 'NOT_FOUND', detail: { what: 'league' } } as const;
export const noEntry = { ok: false, refusal: 'NOT_FOUND', detail: { what: 'league-entry' } } as const;

/** A league with what the caller is to it. */
export interface SeenLeague {
  league: LeagueRecord;
  player?: PlayerRecord;
  /** The entry that they play for. */
  entry?: EntryRecord;
}

interface Joined extends LeagueRecord {
  myId: string;
  players: PlayerRecord[];
  own: EntryRecord[];
}

/** In one call: a page has three, and the caller is one already. */
async function joinedLeague(leagueId: LeagueId, memberId: string): Promise<Joined | undefined> {
  const { list } = await database
    .collection('leagues')
    .aggregate()
    .match({ _id: leagueId })
    .addFields({ myId: playerId(leagueId, memberId) })
    .lookup({ from: 'players', localField: 'myId', foreignField: '_id', as: 'players' })
    .addFields({ myEntryId: '$players.entryId' })
    .lookup({ from: 'leagueEntries', localField: 'myEntryId', foreignField: '_id', as: 'own' })
    .limit(1)
    .end();
  return list[0] as Joined | undefined;
}

/**
 * The league as it is now, and what the caller is to it; of drafts organizers alone know. One call, three documents at
 * most.
 */
export async function seenLeague(leagueId: LeagueId, caller: Caller, now: Instant): Promise<SeenLeague | undefined> {
  const joined = await joinedLeague(leagueId, caller.memberId ?? '');
  if (!joined || (joined.state === 'draft' && !isOrganizer(caller, now))) return undefined;
  const { players, own, myId: _id, ...league } = joined;
  const [player] = players;
  const [entry] = own;
  return { league: settledAt(league, now), ...(player && { player }), ...(entry && { entry }) };
}

/** Whose eyes the lists of a league are for. */
export function viewerOf({ player }: Pick<SeenLeague, 'player'>) {
  const { entryId, follows = [] } = player ?? {};
  return { follows, ...(entryId !== undefined && { mine: entryId }) };
}
