import { aboutOf } from '../../domain/activity/about';
import type { ActivityRecord } from '../../domain/activity/activity';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { type About, missed, offerExpired } from '../../domain/signup/transitions';
import type { ActivityId, Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byIds, find } from '../kit/documents';
import { advance, settle } from '../kit/registrations';
import { forEachDue, SWEEP_MOST, underLease } from '../kit/sweep';

/** What time alone does to a registration: an offer that nobody answered, a session that somebody did not come to. */
function byTime(
  record: RegistrationRecord,
  now: Instant,
  about: About,
  activity: ActivityRecord | undefined,
): RegistrationRecord | undefined {
  const { state, offerUntil, absentAt } = record;
  if (state === 'offered' && offerUntil !== undefined && now > offerUntil) return offerExpired(record, now, about);
  if (state === 'confirmed' && absentAt !== undefined && now >= absentAt) return missed(record, now, about, activity);
  return undefined;
}

async function sweepOne(
  record: RegistrationRecord,
  activities: Map<ActivityId, ActivityRecord>,
  now: Instant,
): Promise<void> {
  const settled = record.pending ? await settle(record, now) : record;
  const activity = activities.get(settled.activityId);
  const next = byTime(settled, now, aboutOf(settled, activity), activity);
  const changed = next && (await advance(settled, next));
  if (changed) await settle(changed, now);
  // Due for nothing any more, such as an offer whose deadline was moved: its own next date is noted.
  else if (!record.pending && !next) await settle(settled, now);
}

/** Registrations that a dead call left half done, offers past their deadline, and who did not come. */
export const sweepRegistrations = underLease('activity.sweepRegistrations', async (now) => {
  const due = await find<RegistrationRecord>('registrations', { dueAt: _.lte(now) }, { limit: SWEEP_MOST });
  const ids = due.map(({ activityId }) => activityId);
  const activities = new Map(
    (await byIds<ActivityRecord>('activities', ids)).map((activity) => [activity._id, activity]),
  );
  const done = await forEachDue('activity.sweepRegistrations', due, (record) => sweepOne(record, activities, now));
  return { found: due.length, done: done.length };
});
