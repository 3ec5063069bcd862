import type { ActivityRecord } from '../../domain/activity/activity';
import { termsOf } from '../../domain/activity/activity';
import { placesShown, sessionsShown } from '../../domain/activity/plan-preview';
import type { Used } from '../../domain/signup/counters';
import { summed } from '../../domain/signup/counters';
import { phaseOf } from '../../domain/signup/phase';
import type { PoolView, Terms } from '../../domain/signup/pool';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { after } from '../../domain/signup/states';
import { checkInWindow } from '../../domain/signup/window';
import type { ActivityCard, Registration, SessionView } from '../../types/contract';
import type { ActivityId, Instant } from '../../types/vocabulary';

/** What is taken of each activity, over all its pools and their shards. */
export function usedByActivity(pools: readonly Pick<PoolView, 'activityId' | 'used'>[]): Map<ActivityId, Used> {
  const parts = new Map<ActivityId, Used[]>();
  for (const { activityId, used } of pools) parts.set(activityId, [...(parts.get(activityId) ?? []), used]);
  return new Map([...parts].map(([activityId, used]) => [activityId, summed(used)]));
}

/** Every session with its places. */
export function presentSessions(activity: ActivityRecord, used: Used): SessionView[] {
  return sessionsShown(termsOf(activity), used);
}

export function presentCard(activity: ActivityRecord, used: Used, now: Instant): ActivityCard {
  const { title, tagline, brand, format, startsAt, endsAt, opensAt, closesAt, preview } = activity;
  const places = placesShown(presentSessions(activity, used));
  const cancelled = activity.state === 'cancelled';
  return {
    id: activity._id,
    title,
    tagline,
    brand,
    format,
    startsAt,
    endsAt,
    venueName: activity.venue.name,
    phase: phaseOf({ cancelled, preview, opensAt, closesAt, endsAt, left: places.left }, now),
    opensAt,
    closesAt,
    places,
    sessions: activity.sessions.length,
    allocation: activity.allocation,
    waitlist: activity.waitlist,
  };
}

/** What a registration's owner needs to know of the activity it is for. */
export type RegisteredFor = Pick<
  Terms,
  'title' | 'brand' | 'venue' | 'allocation' | 'takesAttendance' | 'sessions' | 'cancelled'
> & { cancelReason?: string };

/**
 * How it stands: what an activity that was cancelled means for each registration is true at once, though a sweep
 * needs a while to write it into all of them.
 */
function standing(record: RegistrationRecord, { cancelled, cancelReason }: RegisteredFor) {
  const { state, endedBy, reason, cancelledAt } = record;
  if (cancelled && after(state, 'cancel') !== undefined) {
    return {
      state: 'cancelled',
      endedBy: 'organizer',
      ...(cancelReason !== undefined && { reason: cancelReason }),
    } as const;
  }
  return {
    state,
    ...(endedBy !== undefined && { endedBy }),
    ...(reason !== undefined && { reason }),
    ...(cancelledAt !== undefined && { cancelledAt }),
  };
}

export function presentRegistration(record: RegistrationRecord, what: RegisteredFor): Registration {
  const session = what.sessions.find((each) => each.id === record.sessionId);
  const zone = session?.zones.find((each) => each.id === record.zoneId);
  const startsAt = session?.startsAt ?? Number.parseInt(record.startKey, 10);
  const endsAt = session?.endsAt ?? record.endsAt;
  const { attendance, offerUntil } = record;
  return {
    id: record._id,
    activityId: record.activityId,
    title: what.title,
    brand: what.brand,
    venue: what.venue,
    allocation: what.allocation,
    session: { id: record.sessionId, name: session?.name ?? '', startsAt, endsAt },
    ...(zone && { zone: { id: zone.id, name: zone.name } }),
    answers: record.answers,
    companions: record.seats - 1,
    cancelUntil: record.cancelUntil,
    signedUpAt: record.signedUpAt,
    ...standing(record, what),
    ...(record.state === 'offered' && offerUntil !== undefined && { offerUntil }),
    ...(record.state === 'attended' && attendance && { attendance: { at: attendance.at, way: attendance.way } }),
    ...(what.takesAttendance && { checkIn: checkInWindow({ startsAt, endsAt }) }),
  };
}
