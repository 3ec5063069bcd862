import type { ActivityDetail, Places, Plan, SessionView } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { sessionCounter, type Used, zoneCounter } from '../signup/counters';
import { phaseOf } from '../signup/phase';
import { leftInSession, leftOf, type Terms } from '../signup/pool';
import { capsOf } from './activity';

/** Every session with its places; what is left of a session never exceeds what its zones have left together. */
export function sessionsShown({ sessions, caps }: Pick<Terms, 'sessions' | 'caps'>, used: Used): SessionView[] {
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

export function placesShown(sessions: readonly SessionView[]): Places {
  const sum = (part: keyof Places) => sessions.reduce((all, session) => all + session.places[part], 0);
  return { capacity: sum('capacity'), left: sum('left') };
}

/** The id of an activity that does not exist yet. */
const NOT_YET = 'preview';

/**
 * What `activity.get` would answer a member of an enterprise without a quota of its own, were the plan published and
 * nobody in it. `eligibleEnterprises` are the names of those that may come.
 */
export function planPreview(plan: Plan, eligibleEnterprises: string[], now: Instant): ActivityDetail {
  const { sessions: planned, preview, quota, ...told } = plan;
  const sessionList = sessionsShown({ sessions: planned, caps: capsOf(plan, planned) }, {});
  const places = placesShown(sessionList);
  const startsAt = Math.min(...planned.map((session) => session.startsAt));
  const endsAt = Math.max(...planned.map((session) => session.endsAt));
  const { opensAt, closesAt } = plan;
  return {
    ...told,
    ...{ id: NOT_YET, startsAt, endsAt, venueName: plan.venue.name, places, sessions: planned.length },
    phase: phaseOf({ cancelled: false, preview, opensAt, closesAt, endsAt, left: places.left }, now),
    ...{ sessionList, eligibleEnterprises, mine: [], waiting: 0, now },
    ...(quota?.each !== undefined && { quota: { capacity: quota.each, left: quota.each } }),
  };
}
