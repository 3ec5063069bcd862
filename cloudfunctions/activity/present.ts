import type { ActivityRecord } from '../../domain/activity/activity';
import { termsOf } from '../../domain/activity/activity';
import type { Used } from '../../domain/signup/counters';
import { sessionCounter, summed, zoneCounter } from '../../domain/signup/counters';
import { phaseOf } from '../../domain/signup/phase';
import { leftInSession, leftOf, type PoolView, type Terms } from '../../domain/signup/pool';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { after } from '../../domain/signup/states';
import { checkInWindow } from '../../domain/signup/window';
import type { ActivityCard, Places, Registration, SessionView } from '../../types/contract';
import type { ActivityId, Instant } from '../../types/vocabulary';

/** What is taken of each activity, over all its pools and their shards. */
export function usedByActivity(pools: readonly Pick<PoolView, 'activityId' | 'used'>[]): Map<ActivityId, Used> {
  const parts = new Map<ActivityId, Used[]>();
  for (const { activityId, used } of pools) parts.set(activityId, [...(parts.get(activityId) ?? []), used]);
  return new Map([...parts].map(([activityId, used]) => [activityId, summed(used)]));
}

/** Every session with its places; what is left of a session never exceeds what its zones have left together. */
export function presentSessions(activity: ActivityRecord, used: Used): SessionView[] {
  const { sessions, caps } = termsOf(activity);
  const stock = { caps, used };
  return sessions.map((session) => ({
    id: session.id,
    name: session.name,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    places: { capacity: caps[sessionCounter(session.id)] ?? 0, left: leftInSession(stock, session) },
    zones: session.zones.map((zone) => {
      const counter = zoneCounter(session.id, zone.id);
      return { id: zone.id, name: zone.name, places: { capacity: caps[counter] ?? 0, left: leftOf(stock, counter) } };
    }),
  }));
}

function total(sessions: readonly SessionView[]): Places {
  const sum = (part: keyof Places) => sessions.reduce((all, session) => all + session.places[part], 0);
  return { capacity: sum('capacity'), left: sum('left') };
}

export function presentCard(activity: ActivityRecord, used: Used, now: Instant): ActivityCard {
  const { title, tagline, brand, format, startsAt, endsAt, opensAt, closesAt, preview } = activity;
  const places = total(presentSessions(activity, used));
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
