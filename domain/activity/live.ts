import type { LiveActivity, LiveSession } from '../../types/contract';
import type { EnterpriseId, Instant } from '../../types/vocabulary';
import { type Caps, heldName, sessionCounter, summed, zoneCounter } from '../signup/counters';
import type { PoolRecord, SessionTerms, Terms } from '../signup/pool';
import { arrivalsByMinute } from '../ticket/arrivals';

/** A pool as far as the live page looks at it: what is counted in it, and how many claims it holds. */
export type CountedPool = Pick<PoolRecord, 'used' | 'held' | 'enterprises' | 'arrived'> & {
  people: number;
  terms: Pick<Terms, 'sessions' | 'caps' | 'opensAt' | 'closesAt' | 'cancelled'>;
};

/** All that one look into the store finds. */
export interface LiveFound {
  pools: CountedPool[];
  /** Entries of each page of the queues. */
  waiting: number[];
  firms: { _id: EnterpriseId; name: string }[];
  states: { _id: 'applied' | 'offered'; count: number }[];
}

interface Counted {
  caps: Caps;
  used: Record<string, number>;
  held: Record<string, number>;
  arrived: Record<string, number>;
  firms: LiveFound['firms'];
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** The whole pool's numbers are its shards' together. */
function countedOf({ pools, firms }: LiveFound): Counted {
  const names = new Map(firms.map(({ _id, name }) => [_id, name]));
  const known = [...new Set(pools.flatMap(({ enterprises }) => enterprises))];
  return {
    caps: summed(pools.map(({ terms }) => terms.caps)),
    used: summed(pools.map(({ used }) => used)),
    held: summed(pools.map(({ held }) => held)),
    arrived: summed(pools.map(({ arrived }) => arrived)),
    firms: known.map((_id) => ({ _id, name: names.get(_id) ?? '' })),
  };
}

function sessionOf({ id, name, startsAt, endsAt, zones }: SessionTerms, counted: Counted): LiveSession {
  const { caps, used, held, arrived, firms } = counted;
  const of = (counter: string) => ({
    capacity: caps[counter] ?? 0,
    used: used[counter] ?? 0,
    arrived: arrived[counter] ?? 0,
  });
  const enterprises = firms
    .map((firm) => {
      const counter = heldName(id, firm._id);
      return { id: firm._id, name: firm.name, used: held[counter] ?? 0, arrived: arrived[counter] ?? 0 };
    })
    .filter((each) => each.used > 0 || each.arrived > 0)
    .sort((a, b) => b.used - a.used || b.arrived - a.arrived || (a.id < b.id ? -1 : 1));
  return {
    ...{ id, name, startsAt, endsAt, enterprises },
    ...of(sessionCounter(id)),
    zones: zones.map((zone) => ({ id: zone.id, name: zone.name, ...of(zoneCounter(id, zone.id)) })),
    minutes: arrivalsByMinute(arrived, id),
  };
}

/** How an activity that has pools stands, from what they count. */
export function liveOf(found: LiveFound, now: Instant): LiveActivity | undefined {
  const { pools, waiting, states } = found;
  const [first] = pools;
  if (!first) return undefined;
  const { opensAt, closesAt, cancelled } = first.terms;
  const counted = countedOf(found);
  const inState = (state: string): number => states.find(({ _id }) => _id === state)?.count ?? 0;
  const offered = inState('offered');
  const all = new Map(pools.flatMap(({ terms }) => terms.sessions.map((session) => [session.id, session])));
  const sessions = [...all.values()]
    .sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))
    .map((session) => sessionOf(session, counted));
  return {
    state: cancelled ? 'cancelled' : 'published',
    applied: inState('applied'),
    // Whoever is offered a place has a claim too.
    confirmed: Math.max(0, total(pools.map(({ people }) => people)) - offered),
    waitlisted: total(waiting),
    offered,
    arrived: total(sessions.map(({ arrived }) => arrived)),
    signUp: now < opensAt ? 'before' : now < closesAt ? 'open' : 'closed',
    ...{ opensAt, closesAt, sessions, now },
  };
}
