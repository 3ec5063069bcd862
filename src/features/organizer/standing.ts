import { sessionCounter, zoneCounter } from '../../../domain/signup/counters';
import type { ManagedActivity } from '../../../types/contract/organizer-activity';
import type { Instant, SessionId, ZoneId } from '../../../types/vocabulary';

/** A pool that has a number of places: a session, or a zone of one. */
export interface Pool {
  counter: string;
  sessionId: SessionId;
  zoneId?: ZoneId;
  name: string;
  capacity: number;
  used: number;
}

export interface SessionPools extends Pool {
  startsAt: Instant;
  endsAt: Instant;
  zones: Pool[];
}

type Counted = Pick<ManagedActivity, 'plan' | 'used'>;

/** Places by session and zone, and how many of them are given. */
export function poolsOf({ plan, used }: Counted): SessionPools[] {
  return plan.sessions.map(({ id, name, capacity, startsAt, endsAt, zones }) => ({
    ...{ counter: sessionCounter(id), sessionId: id, name, capacity, startsAt, endsAt },
    used: used[sessionCounter(id)] ?? 0,
    zones: zones.map((zone) => {
      const counter = zoneCounter(id, zone.id);
      return { ...{ counter, sessionId: id, zoneId: zone.id }, ...zone, used: used[counter] ?? 0 };
    }),
  }));
}

/** Every number of places that can be changed: sessions, and before each its zones. */
export const changeable = (pools: readonly SessionPools[]): Pool[] =>
  pools.flatMap(({ zones, ...session }) =>
    zones.length === 0
      ? [session]
      : [
          ...zones.map((zone) => ({ ...zone, name: pools.length > 1 ? `${session.name} · ${zone.name}` : zone.name })),
          { ...session, name: pools.length > 1 ? `${session.name}整场` : '整场' },
        ],
  );

export function placesGiven(pools: readonly Pool[]): { used: number; capacity: number } {
  return {
    used: pools.reduce((sum, { used }) => sum + used, 0),
    capacity: pools.reduce((sum, { capacity }) => sum + capacity, 0),
  };
}

/** Enterprises that have taken all that one may take. */
export function enterprisesFull({ plan, used }: Counted): number {
  const { each, own = {} } = plan.quota ?? {};
  return Object.entries(used).filter(([counter, taken]) => {
    const cap = counter.startsWith('e_') ? (own[counter.slice(2)] ?? each) : undefined;
    return cap !== undefined && taken >= cap;
  }).length;
}

/** What an organizer can do with an activity as it stands. */
export type ManageAct = 'publish' | 'edit' | 'capacity' | 'move' | 'close' | 'cancel';

export function actsOf({ state, plan, closesAt, endsAt }: ManagedActivity, now: Instant): ManageAct[] {
  switch (state) {
    case 'cancelled':
      return [];
    case 'draft':
      return ['publish', 'edit', 'cancel'];
    case 'published': {
      if (now >= endsAt) return [];
      const closes: ManageAct[] = !plan.preview && now < closesAt ? ['close'] : [];
      return ['edit', 'capacity', 'move', ...closes, 'cancel'];
    }
    default:
      return state satisfies never;
  }
}

/** What another number of places means for those who have one and those who wait. */
export type CapacityEffect =
  | { kind: 'none' }
  | { kind: 'too-small'; used: number; missing: number }
  | { kind: 'more'; added: number; waiting: number }
  | { kind: 'fewer'; taken: number; left: number };

export function capacityEffect({ capacity, used }: Pool, wanted: number, waiting: number): CapacityEffect {
  if (wanted < used) return { kind: 'too-small', used, missing: used - wanted };
  if (wanted === capacity) return { kind: 'none' };
  if (wanted > capacity) return { kind: 'more', added: wanted - capacity, waiting };
  return { kind: 'fewer', taken: capacity - wanted, left: wanted - used };
}

/**
 * What the session has with another number of places in one of its zones. Where its zones made it up they still do;
 * else it may be `small`: full while zones are not, until its own number follows.
 */
export function sessionWith(
  pools: readonly SessionPools[],
  pool: Pool,
  wanted: number,
): { together: number; small: boolean } | undefined {
  const session = pools.find(({ sessionId }) => sessionId === pool.sessionId);
  if (pool.zoneId === undefined || session === undefined) return undefined;
  const former = session.zones.reduce((sum, { capacity }) => sum + capacity, 0);
  const together = former - pool.capacity + wanted;
  if (former === session.capacity) return { together, small: false };
  return together > session.capacity && wanted > pool.capacity ? { together, small: true } : undefined;
}
