import type { Instant, SessionId } from '../../types/vocabulary';
import type { ParticipationRecord } from '../participation/participation';

/** What of a record of having been there is needed to say whether it counts. */
export type Part = Pick<ParticipationRecord, '_id' | 'kind' | 'undoes' | 'sessionId' | 'at' | 'startsAt'>;

/** The records by which somebody took part: those that no other has undone. */
export function partsTaken(records: readonly Part[]): Part[] {
  const undone = new Set(records.flatMap(({ undoes }) => (undoes === undefined ? [] : [undoes])));
  return records.filter(({ _id, kind }) => kind === 'took-part' && !undone.has(_id));
}

/** When the first of those sessions was over, as it is planned now; one that is no more counts from its start. */
export function overFor(
  parts: readonly Part[],
  sessions: readonly { id: SessionId; endsAt: Instant }[],
): Instant | undefined {
  const ends = parts.map(
    ({ sessionId, startsAt, at }) => sessions.find(({ id }) => id === sessionId)?.endsAt ?? startsAt ?? at,
  );
  return ends.length === 0 ? undefined : Math.min(...ends);
}
