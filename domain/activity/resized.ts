import type { Plan, SessionPlan } from '../../types/contract';
import type { SessionId, ZoneId } from '../../types/vocabulary';

const sumOf = (zones: readonly { capacity: number }[]): number =>
  zones.reduce((sum, { capacity }) => sum + capacity, 0);

/**
 * The plan with other places in that session, or in that zone of it; else what of the two it does not have. Where the
 * zones made up the session they still do: a place more in a zone that the session has no room for would be none.
 */
export function resized(
  plan: Plan,
  { sessionId, zoneId, capacity }: { sessionId: SessionId; zoneId?: ZoneId; capacity: number },
): Plan | 'session' | 'zone' {
  const session = plan.sessions.find(({ id }) => id === sessionId);
  if (!session) return 'session';
  const change = (changed: Partial<SessionPlan>): Plan => ({
    ...plan,
    sessions: plan.sessions.map((each) => (each.id === sessionId ? { ...each, ...changed } : each)),
  });
  if (zoneId === undefined) return change({ capacity });
  if (!session.zones.some(({ id }) => id === zoneId)) return 'zone';
  const zones = session.zones.map((zone) => (zone.id === zoneId ? { ...zone, capacity } : zone));
  const madeUp = sumOf(session.zones) === session.capacity;
  return change({ zones, ...(madeUp && { capacity: sumOf(zones) }) });
}
