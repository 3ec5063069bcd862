import type { EntryId, LeagueId, MemberId } from '../../types/vocabulary';
import type { ParticipationRecord } from '../participation/participation';

/** The entry that a record of having taken part earns. */
export function tookPart(participationId: string): string {
  return `took-part.${participationId}`;
}

/** Times that points for one session are given again after all whom somebody let in turned out to be mistakes. */
const TURNS = 5;

/** Serving at one session's gate. */
export type Service = Pick<ParticipationRecord, 'activityId' | 'sessionId' | 'by'>;

/** The entries that serving at one session's gate can earn, one after the other. */
export function serviceTurns({ activityId, sessionId, by }: Service): string[] {
  const id = `volunteered.${activityId}.${sessionId}.${by}`;
  return Array.from({ length: TURNS }, (_, turn) => (turn === 0 ? id : `${id}.${turn}`));
}

/** One who played for an entry that came to a place. */
export interface Placed {
  leagueId: LeagueId;
  entryId: EntryId;
  memberId: MemberId;
}

/** Times that places are counted anew after a league was finished, and points follow; corrections are rare. */
const RECOUNTS = 10;

/** The entries that a place can earn, one after the other: each but the last was taken back by a correction. */
export function placingTurns({ leagueId, entryId, memberId }: Placed): string[] {
  const id = `placing.${leagueId}.${entryId}.${memberId}`;
  return Array.from({ length: RECOUNTS }, (_, turn) => (turn === 0 ? id : `${id}.${turn}`));
}

/** What such an entry is for, and the how many-th it is, from 0. */
export function placingOf(id: string): Placed & { turn: number } {
  const [, leagueId = '', entryId = '', memberId = '', turn = '0'] = id.split('.');
  return { leagueId, entryId, memberId, turn: Number(turn) };
}

/** What such an entry is for. */
export function serviceOf(entryId: string): Service {
  const [, activityId = '', sessionId = '', by = ''] = entryId.split('.');
  return { activityId, sessionId, by };
}
