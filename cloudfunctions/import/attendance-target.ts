import * as v from 'valibot';
import type { ActivityRecord } from '../../domain/activity/activity';
import type { SheetFacts } from '../../domain/sheet/import-record';
import { dayOf } from '../../domain/time/shanghai';
import type { AttendanceRefusals, AttendanceTarget, Refused, SessionPlan } from '../../types/contract';
import type { Day, Instant } from '../../types/vocabulary';
import { byId } from '../kit/documents';
import { id } from '../kit/fields';
import { staff } from '../kit/policy';

type Activity = Pick<ActivityRecord, '_id' | 'title' | 'brand' | 'format' | 'state' | 'sessions' | 'onePlacePer'>;
const ACTIVITY = { title: true, brand: true, format: true, state: true, sessions: true, onePlacePer: true };

export const attendanceStaff = staff('admin', 'organizer');

export const attendanceTarget = { activityId: id, sessionId: v.exactOptional(id) };

export interface AttendanceScene {
  activity: Activity;
  /** The session of each day, ascending: the sheet's days tell which is meant. */
  sessions: ReadonlyMap<Day, SessionPlan>;
  facts: SheetFacts;
}

type NoScene = Refused<
  Pick<AttendanceRefusals, 'NOT_FOUND' | 'NOT_YET_OVER' | 'ACTIVITY_CANCELLED' | 'SESSION_NEEDED'>
>;

const missing = (what: 'activity' | 'session'): { refused: NoScene } => ({
  refused: { ok: false, refusal: 'NOT_FOUND', detail: { what } },
});

/**
 * The sessions that a sheet can be of: those that are over. Until then people sign up and check in themselves, and somebody
 * could be counted twice. A draft will do: what was held without the app need never have been published.
 */
export async function sceneOf(
  { activityId, sessionId }: AttendanceTarget,
  now: Instant,
): Promise<AttendanceScene | { refused: NoScene }> {
  const activity = await byId<Activity>('activities', activityId, ACTIVITY);
  if (!activity) return missing('activity');
  if (activity.state === 'cancelled') return { refused: { ok: false, refusal: 'ACTIVITY_CANCELLED', detail: {} } };
  const asked = activity.sessions.filter(({ id: each }) => sessionId === undefined || each === sessionId);
  if (asked.length === 0) return missing('session');
  const over = asked.filter(({ endsAt }) => endsAt <= now).sort((a, b) => a.startsAt - b.startsAt);
  if (over.length === 0) {
    const endsAt = Math.min(...asked.map((session) => session.endsAt));
    return { refused: { ok: false, refusal: 'NOT_YET_OVER', detail: { endsAt } } };
  }
  const sessions = new Map(over.map((session) => [dayOf(session.startsAt), session]));
  if (sessions.size < over.length) {
    const detail = { sessions: over.map(({ id: each, name, startsAt }) => ({ id: each, name, startsAt })) };
    return { refused: { ok: false, refusal: 'SESSION_NEEDED', detail } };
  }
  const { brand, format } = activity;
  const startsAt = Object.fromEntries(over.map((session) => [session.id, session.startsAt]));
  return { activity, sessions, facts: { activityId, brand, format, startsAt } };
}
