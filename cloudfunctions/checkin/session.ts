import type { ActivityRecord } from '../../domain/activity/activity';
import type { Refused, SessionPlan } from '../../types/contract';
import type { ActivityId, SessionId } from '../../types/vocabulary';
import { byId } from '../kit/documents';

export interface Scene {
  activity: ActivityRecord;
  session: SessionPlan;
}

type Missing = Refused<{ NOT_FOUND: { what: 'activity' | 'session' } }>;

/** A session of an activity that people can know of; a draft is not there. */
export async function sceneOf(activityId: ActivityId, sessionId: SessionId): Promise<Scene | { missing: Missing }> {
  const activity = await byId<ActivityRecord>('activities', activityId);
  if (!activity || activity.state === 'draft') {
    return { missing: { ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } } };
  }
  const session = activity.sessions.find(({ id }) => id === sessionId);
  return session
    ? { activity, session }
    : { missing: { ok: false, refusal: 'NOT_FOUND', detail: { what: 'session' } } };
}
