import type { Eligibility, Question, Venue } from '../../types/contract/activity';
import type {
  ActivityId,
  Brand,
  Instant,
  MemberId,
  RegistrationId,
  RequestId,
  SessionId,
  ZoneId,
} from '../../types/vocabulary';

/** The shape of pool documents. */
export const POOL_V = 1;

/**
 * Most places one pool may have: each claim takes some 200 bytes, and the whole must stay well under the 1 MB that
 * one answer of the cloud may carry.
 */
export const POOL_PLACES = 2_000;

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
  venue: Venue;
  sessions: SessionTerms[];
  questions: Question[];
  eligibility: Eligibility;
  opensAt: Instant;
  closesAt: Instant;
  cancelUntil: Instant;
  cancelled: boolean;
  /** Places by counter: `s1` a session, `s1_a` its zone. */
  caps: Record<string, number>;
}

/** One place held; it names its registration, so that letting go of an older one changes nothing. */
export interface Claim {
  registration: RegistrationId;
  request: RequestId;
  digest: string;
  counters: string[];
  seats: number;
  at: Instant;
}

/** What is left of places given back: the requests that made them, so that one sent again is not taken for a new one. */
export interface Past {
  requests: { id: RequestId; registration: RegistrationId }[];
  at: Instant;
}

/**
 * The counted places of one activity. Everything that decides whether one more fits stands in this document, so that
 * one conditional update takes a place or does not.
 */
export interface PoolRecord {
  _id: ActivityId;
  v: typeof POOL_V;
  terms: Terms;
  used: Record<string, number>;
  claims: Record<MemberId, Claim>;
  past: Record<MemberId, Past>;
  /** When the sweep should look at it; absent while there is nothing to look at. */
  dueAt?: Instant;
  /** Claims made until then have been held against their registrations. */
  sweptTo: Instant;
}

/** The part of a pool that a decision about one member needs. */
export interface PoolView {
  _id: ActivityId;
  terms: Terms;
  used: Record<string, number>;
  claim?: Claim;
  past?: Past;
}

export function sessionCounter(session: SessionId): string {
  return session;
}

export function zoneCounter(session: SessionId, zone: ZoneId): string {
  return `${session}_${zone}`;
}

/** Places left by one counter; an absent counter has none taken. */
export function leftOf(
  pool: { terms: { caps: Record<string, number> }; used: Record<string, number> },
  counter: string,
): number {
  return Math.max(0, (pool.terms.caps[counter] ?? 0) - (pool.used[counter] ?? 0));
}

/**
 * How many a session still takes: its own counter, or its zones' together where they have fewer. A session whose
 * zones are all full is full, whatever its own cap says.
 */
export function leftInSession(pool: Pick<PoolView, 'terms' | 'used'>, session: SessionTerms): number {
  const own = leftOf(pool, sessionCounter(session.id));
  if (session.zones.length === 0) return own;
  const zones = session.zones.reduce((sum, zone) => sum + leftOf(pool, zoneCounter(session.id, zone.id)), 0);
  return Math.min(own, zones);
}
