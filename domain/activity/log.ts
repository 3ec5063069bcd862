import type { LogEntry } from '../../types/contract';
import type { ActivityId, Instant, MemberId, RequestId } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';
import { timeKey } from '../time/shanghai';

export const LOG_V = 1;

/**
 * What an organizer did to an activity, and with what answer: the log that organizers read, and the memory by which a
 * command sent again is known. It names people by their memberId alone, so that who leaves is not in it any more.
 */
export interface LogRecord {
  _id: string;
  v: typeof LOG_V;
  activityId: ActivityId;
  /** Instant and id: sorts an activity's log, and a page can go on from it. */
  key: string;
  at: Instant;
  /** Empty where the first admin, who need be no member, did it. */
  by: MemberId | '';
  what: LogEntry['what'];
  whom?: MemberId;
  count?: number;
  reason?: string;
  request?: AcceptedRequest;
  /** What the command was answered, once it was. */
  answer?: object;
}

/** The entry that a command leaves: one, however often it is sent. */
export function logId(activityId: ActivityId, request: RequestId): string {
  return `${activityId}.${request}`;
}

export function logOf(
  did: Pick<LogRecord, 'activityId' | 'at' | 'by' | 'what' | 'whom' | 'count' | 'reason'> & {
    request: AcceptedRequest;
  },
): LogRecord {
  const _id = logId(did.activityId, did.request.id);
  return { _id, v: LOG_V, key: timeKey(did.at, _id), ...did };
}
