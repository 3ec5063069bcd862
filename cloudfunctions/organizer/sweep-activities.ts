import type { ActivityRecord } from '../../domain/activity/activity';
import { inLine, promisesSettleAt } from '../../domain/activity/promises';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, changeIf, find } from '../kit/documents';
import { advance, settle } from '../kit/registrations';
import { SWEEP_MOST, underLease } from '../kit/sweep';
import { carry } from './carry';

/** Activities looked at in one run; they share the registrations that a run brings in line. */
const MOST = 10;

/** Registrations brought in line at once. */
const AT_ONCE = 8;

/** Until when an activity is put off while it is looked at: soon enough for a run that died to be made up for. */
const putOff = (now: Instant): Instant => now + 3 * ABANDONED_MS;

/** What the activity promises now, written into one registration; `false` where it changed meanwhile. */
async function bringInLine(found: RegistrationRecord, activity: ActivityRecord, now: Instant): Promise<boolean> {
  const record = found.pending ? await settle(found, now) : found;
  const changed = await advance(record, inLine(record, activity, now));
  if (changed?.pending) await settle(changed, now);
  return changed !== undefined;
}

/** Registrations that are behind the promise, so many of them; when the activity is due again, if it is. */
async function keepPromise(activity: ActivityRecord, most: number, now: Instant): Promise<Instant | undefined> {
  const { _id: activityId, promiseV } = activity;
  const behind = await find<RegistrationRecord>(
    'registrations',
    { activityId, promiseV: _.lt(promiseV) },
    { limit: most },
  );
  let done = 0;
  for (let from = 0; from < behind.length; from += AT_ONCE) {
    const some = behind.slice(from, from + AT_ONCE);
    const brought = await Promise.all(some.map((record) => bringInLine(record, activity, now)));
    done += brought.filter((each) => each).length;
  }
  if (done < behind.length || behind.length === most) return now;
  // Nobody is behind now. Somebody may still come who signed up on the former plan.
  const settleAt = promisesSettleAt(activity);
  return settleAt > now ? settleAt : undefined;
}

async function sweepActivity(activityId: string, most: number, now: Instant): Promise<void> {
  if (!(await changeIf('activities', activityId, { dueAt: _.lte(now) }, { dueAt: putOff(now) }))) return;
  const found = await byId<ActivityRecord>('activities', activityId);
  if (found?.next) await carry(activityId, found.next.log._id, now);
  const activity = found?.next ? await byId<ActivityRecord>('activities', activityId) : found;
  // Ended just now: it is due at once, for what follows from it.
  if (!activity || activity.dueAt !== putOff(now)) return;
  const dueAt = await keepPromise(activity, most, now);
  // An edit begun or ended meanwhile has set its own date, and that stands.
  await changeIf('activities', activityId, { dueAt: putOff(now) }, { dueAt: dueAt ?? _.remove() });
}

/** Ends edits whose call died, and writes into registrations what their activity promises since it was changed. */
export const sweepActivities = underLease('organizer.sweepActivities', async (now) => {
  const due = await find('activities', { dueAt: _.lte(now) }, { limit: MOST, projection: { dueAt: true } });
  const most = Math.floor(SWEEP_MOST / Math.max(1, due.length));
  for (const { _id } of due) await sweepActivity(_id, most, now);
  return { found: due.length, done: due.length };
});
