import { type ActivityRecord, termsOf } from '../../domain/activity/activity';
import { phaseOf } from '../../domain/signup/phase';
import { leftInSession, leftOf, type PoolView, zoneCounter } from '../../domain/signup/pool';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { ActivityCard, Places, Registration, SessionView, Venue } from '../../types/contract/activity';
import type { Brand, Instant } from '../../types/vocabulary';

/** How many places are taken, by counter. */
export type Used = PoolView['used'];

/** Every session with its places; what is left of a session never exceeds what its zones have left together. */
export function presentSessions(activity: ActivityRecord, used: Used): SessionView[] {
  const pool = { terms: termsOf(activity), used };
  return pool.terms.sessions.map((session) => ({
    id: session.id,
    name: session.name,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    places: { capacity: pool.terms.caps[session.id] ?? 0, left: leftInSession(pool, session) },
    zones: session.zones.map((zone) => {
      const counter = zoneCounter(session.id, zone.id);
      return {
        id: zone.id,
        name: zone.name,
        places: { capacity: pool.terms.caps[counter] ?? 0, left: leftOf(pool, counter) },
      };
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
  };
}

/** What a registration's owner needs to know of the activity it is for. */
export interface RegisteredFor {
  title: string;
  brand: Brand;
  venue: Venue;
  sessions: { id: string; name: string; startsAt: Instant; endsAt: Instant; zones: { id: string; name: string }[] }[];
}

export function presentRegistration(record: RegistrationRecord, what: RegisteredFor): Registration {
  const session = what.sessions.find((each) => each.id === record.sessionId);
  const zone = session?.zones.find((each) => each.id === record.zoneId);
  const startsAt = Number.parseInt(record.startKey, 10);
  return {
    id: record._id,
    state: record.state,
    activityId: record.activityId,
    title: what.title,
    brand: what.brand,
    venue: what.venue,
    session: {
      id: record.sessionId,
      name: session?.name ?? '',
      startsAt: session?.startsAt ?? startsAt,
      endsAt: session?.endsAt ?? record.endsAt,
    },
    ...(zone && { zone: { id: zone.id, name: zone.name } }),
    answers: record.answers,
    cancelUntil: record.cancelUntil,
    signedUpAt: record.signedUpAt,
    ...(record.cancelledAt !== undefined && { cancelledAt: record.cancelledAt }),
  };
}
