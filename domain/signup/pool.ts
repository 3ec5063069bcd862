import type { CoolDown, Eligibility, Question, Venue } from '../../types/contract/activity';
import type {
  ActivityId,
  Allocation,
  Brand,
  EnterpriseId,
  Format,
  Instant,
  MemberId,
  RegistrationId,
  RequestId,
  SessionId,
  ZoneId,
} from '../../types/vocabulary';
import { type Caps, leftBy, sessionCounter, type Used, zoneCounter } from './counters';

/** The shape of pool documents. */
export const POOL_V = 1;

/**
 * Most places one pool may have: each claim takes some 250 bytes, and the whole must stay well under the 1 MB that
 * one answer of the cloud may carry. A larger activity is split into shards.
 */
export const POOL_PLACES = 2_000;

/** Shards one activity, or one session of it, may have. */
export const SHARDS_MOST = 10;

export interface SessionTerms {
  id: SessionId;
  name: string;
  startsAt: Instant;
  endsAt: Instant;
  zones: { id: ZoneId; name: string }[];
}

/**
 * What people sign up to, whole, so that a sign-up reads this one document. A copy of the activity made by
 * `termsOf` alone; `v` rises with every change, and a claim holds only against the `v` it was decided on.
 */
export interface Terms {
  v: number;
  title: string;
  brand: Brand;
  format: Format;
  venue: Venue;
  allocation: Allocation;
  waitlist: boolean;
  onePlacePer: 'activity' | 'session';
  companions: number;
  coolDown?: CoolDown;
  takesAttendance: boolean;
  sessions: SessionTerms[];
  questions: Question[];
  eligibility: Eligibility;
  opensAt: Instant;
  closesAt: Instant;
  cancelUntil: Instant;
  cancelled: boolean;
  /** The version of what people are promised; a registration remembers the one it follows. */
  promiseV: number;
  /** Places by counter, of one shard its share. */
  caps: Caps;
}

/** One place held; it names its registration, so that letting go of an older one changes nothing. */
export interface Claim {
  registration: RegistrationId;
  request: RequestId;
  digest: string;
  counters: string[];
  seats: number;
  at: Instant;
  /** Whose member it is, as `held` counts it, where no counter says so; see `enterpriseOf`. */
  enterpriseId?: EnterpriseId;
  /** The organizer's call that it was made by, on an application: while that has not ended, it is nobody else's. */
  by?: string;
  /** When they came, once they were counted among the arrivals. */
  came?: Instant;
  /** The last check-in, or undoing of one, that the arrivals know of: an older one that is late changes nothing. */
  proof?: number;
}

/** What is left of places given back: the requests that made them, so that one sent again is not taken for a new one. */
export interface Past {
  requests: { id: RequestId; registration: RegistrationId }[];
  at: Instant;
}

/** The queue of a pool, as far as a newcomer must know of it. */
export interface QueueState {
  /** The page that is written to. */
  page: number;
  /** Counters that somebody in the queue waits for: whoever wants one of them queues too. */
  on: Record<string, true>;
}

/**
 * The counted places of one activity, of one session where each has places of its own, or of one shard of either.
 * Everything that decides whether one more fits stands in this document, so that one conditional update takes a place
 * or does not.
 */
export interface PoolRecord {
  _id: string;
  v: typeof POOL_V;
  /** What all its shards have in common; see `poolIdOf`. */
  of: string;
  activityId: ActivityId;
  shard: number;
  terms: Terms;
  used: Used;
  claims: Record<MemberId, Claim>;
  past: Record<MemberId, Past>;
  queue?: QueueState;
  /** Seats taken by session and enterprise, `s1_e_…`: to be looked at, nothing is decided by them. */
  held: Record<string, number>;
  /** Enterprises that anything here was ever counted of. */
  enterprises: EnterpriseId[];
  /** Seats that have come: `s1` in all, `s1_a` a zone, `s1_e_…` an enterprise, `s1_g_…` a gate, `s1_m_…` a minute. */
  arrived: Record<string, number>;
  /** When the sweep should look at it; absent while there is nothing to look at. */
  dueAt?: Instant;
  /** When the queue may move. */
  queueDueAt?: Instant;
  /** Claims made until then have been held against their registrations. */
  sweptTo: Instant;
}

/** The part of a pool that a decision about one member needs. */
export type PoolView = Pick<PoolRecord, '_id' | 'of' | 'activityId' | 'shard' | 'terms' | 'used' | 'queue'> & {
  claim?: Claim;
  past?: Past;
};

/** The pool that a place in that session is taken from. */
export function poolIdOf(activityId: ActivityId, sessionId: SessionId, onePlacePer: 'activity' | 'session'): string {
  return onePlacePer === 'activity' ? activityId : `${activityId}.${sessionId}`;
}

export function shardId(poolId: string, shard: number): string {
  return shard === 0 ? poolId : `${poolId}~${shard}`;
}

/** How many shards it takes to hold so many places. */
export function shardsFor(places: number): number {
  return Math.max(1, Math.ceil(places / POOL_PLACES));
}

/** The shard in which a member is looked for a place first: the same one every time, and members spread evenly. */
export function homeShard(memberId: MemberId, shards: number): number {
  let hash = 0;
  for (const character of memberId) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return hash % shards;
}

/** What places depend on: the caps and what is taken of them. */
export interface Stock {
  caps: Caps;
  used: Used;
}

/** Places left by one counter; an absent counter has none taken. */
export function leftOf({ caps, used }: Stock, counter: string): number {
  return leftBy(caps, used, counter);
}

/**
 * How many a session still takes: its own counter, or its zones' together where they have fewer. A session whose
 * zones are all full is full, whatever its own cap says.
 */
export function leftInSession(stock: Stock, session: Pick<SessionTerms, 'id' | 'zones'>): number {
  const own = leftOf(stock, sessionCounter(session.id));
  if (session.zones.length === 0) return own;
  const zones = session.zones.reduce((sum, zone) => sum + leftOf(stock, zoneCounter(session.id, zone.id)), 0);
  return Math.min(own, zones);
}
