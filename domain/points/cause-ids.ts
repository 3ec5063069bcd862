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

/** What such an entry is for. */
export function serviceOf(entryId: string): Service {
  const [, activityId = '', sessionId = '', by = ''] = entryId.split('.');
  return { activityId, sessionId, by };
}
