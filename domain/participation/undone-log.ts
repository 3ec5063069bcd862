import type { ActivityId, Instant, MemberId } from '../../types/vocabulary';
import type { RegistrationRecord } from '../signup/registration';
import { timeKey } from '../time/shanghai';

/** What the organizers' log says of a check-in that was undone. */
export interface UndoneLog {
  /** The request and the registration: written twice it is still one. */
  _id: string;
  v: 1;
  activityId: ActivityId;
  /** Instant and id: sorts an activity's log, and a page can go on from it. */
  key: string;
  at: Instant;
  by: MemberId;
  what: 'undone';
  whom: MemberId;
  reason: string;
}

/** The log entries that must exist because of how the registration stands now. */
export function undoneLogsOf({ _id: registration, activityId, memberId, undone }: RegistrationRecord): UndoneLog[] {
  if (!undone) return [];
  const { at, by, reason, request } = undone;
  const _id = `${request}.${registration}`;
  return [{ _id, v: 1, activityId, key: timeKey(at, _id), at, by, what: 'undone', whom: memberId, reason }];
}
