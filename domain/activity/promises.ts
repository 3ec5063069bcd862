import type { ActivityState, Plan } from '../../types/contract';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant } from '../../types/vocabulary';
import type { News, RegistrationRecord } from '../signup/registration';
import { HELD } from '../signup/states';
import { cancelledByOrganizer } from '../signup/transitions';
import { absentAfter } from '../signup/window';
import { timeKey } from '../time/shanghai';
import { aboutOf } from './about';
import type { ActivityRecord, PromiseChange } from './activity';
import { samePlace, sameTimes } from './touches';

/** How many changes of promises an activity remembers. */
const REMEMBERED = 20;

/** What people read where an organizer gave no reason. */
const NO_REASON = '活动安排有调整';

/**
 * Whether who has signed up is promised anything else afterwards: times, a session or zone that is gone, the venue,
 * more time to cancel, whether presence is proved, or that it takes place at all.
 */
export function breaksPromise(before: Plan, after: Plan, state: ActivityState): boolean {
  const sessions = before.sessions.some((session) => {
    const next = after.sessions.find(({ id }) => id === session.id);
    return !next || !sameTimes(session, next) || session.zones.some(({ id }) => !next.zones.some((z) => z.id === id));
  });
  return (
    sessions ||
    state === 'cancelled' ||
    !samePlace(before.venue, after.venue) ||
    after.cancelUntil > before.cancelUntil ||
    before.takesAttendance !== after.takesAttendance
  );
}

/** The change that registrations learn from, beside what the plan itself says. */
export function promiseChange(
  v: number,
  at: Instant,
  { before, after, reason }: { before: Plan; after: Plan; reason?: string },
): PromiseChange {
  const venue = !samePlace(before.venue, after.venue);
  return { v, at, ...(venue && { venue: true }), ...(reason !== undefined && { reason }) };
}

export function withPromise(
  promises: readonly PromiseChange[] | undefined,
  change: PromiseChange | undefined,
): PromiseChange[] {
  return [...(promises ?? []), ...(change ? [change] : [])].slice(-REMEMBERED);
}

/** Until when a registration may still turn up that was made under a former promise: its call was under way. */
export function promisesSettleAt({ promises }: Pick<ActivityRecord, 'promises'>): Instant {
  return (promises?.at(-1)?.at ?? 0) + ABANDONED_MS;
}

type Follows = Pick<ActivityRecord, 'promiseV' | 'promises'>;

/** What happened since the promise that the registration follows. */
function since(record: RegistrationRecord, { promises = [] }: Follows): { venue: boolean; reason?: string } {
  const missed = promises.filter(({ v }) => v > record.promiseV);
  const reason = missed.flatMap((change) => (change.reason === undefined ? [] : [change.reason])).at(-1);
  return { venue: missed.some(({ venue }) => venue), ...(reason !== undefined && { reason }) };
}

/** Its times, its deadlines and when it counts as absent, as the plan has them now. */
function retimed(
  record: RegistrationRecord,
  activity: ActivityRecord,
  session: { startsAt: Instant; endsAt: Instant },
) {
  const { absentAt: _former, offerUntil, ...rest } = record;
  return {
    ...rest,
    endsAt: session.endsAt,
    startKey: timeKey(session.startsAt, record._id),
    // Nobody loses time to cancel that they were promised, save what would be after the end.
    cancelUntil: Math.min(Math.max(record.cancelUntil, activity.cancelUntil), session.endsAt),
    ...(activity.takesAttendance && { absentAt: absentAfter(session) }),
    ...(offerUntil !== undefined && { offerUntil: Math.min(offerUntil, session.startsAt) }),
  };
}

/**
 * The registration as the activity's promise has it now, with news of what changed for its member. What is over, or was
 * never more than a wish, only notes that it has seen the promise.
 */
export function inLine(record: RegistrationRecord, activity: ActivityRecord, now: Instant): RegistrationRecord {
  const { promiseV } = activity;
  if (!HELD.includes(record.state) || record.void) return { ...record, promiseV };
  const about = aboutOf(record, activity);
  const { venue, reason } = since(record, activity);
  const session = activity.sessions.find(({ id }) => id === record.sessionId);
  const placed = session && (record.zoneId === undefined || session.zones.some(({ id }) => id === record.zoneId));
  if (activity.state === 'cancelled' || !session || !placed) {
    const why = activity.state === 'cancelled' ? activity.cancelReason : reason;
    const ended = cancelledByOrganizer(record, now, why ?? NO_REASON, about);
    return { ...(ended ?? record), promiseV };
  }
  const former = { startsAt: Number.parseInt(record.startKey, 10), endsAt: record.endsAt };
  const kind = sameTimes(former, session) ? (venue ? 'changed' : undefined) : 'moved';
  const news: News[] = kind ? [{ kind, at: now, ...about, ...(reason !== undefined && { reason }) }] : [];
  return {
    ...retimed(record, activity, session),
    promiseV,
    news: [...record.news, ...news],
    pending: true,
    dueAt: now + ABANDONED_MS,
  };
}
