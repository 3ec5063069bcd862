import type {
  ActivityId,
  Allocation,
  Brand,
  Instant,
  MemberStatus,
  RegistrationId,
  RegistrationState,
  SessionId,
  ZoneId,
} from '../vocabulary';
import type { Answers, Venue } from './activity';
import type { Issue, Op, Page } from './op';

export interface SignUp {
  activityId: ActivityId;
  sessionId: SessionId;
  /** Needed where the session has zones. */
  zoneId?: ZoneId;
  answers: Answers;
  /** People who come along on the member's ticket; each takes a seat. */
  companions?: number;
}

/** How presence was proved: a volunteer scanned the ticket, the member the venue's code, or staff found them on the list. */
export const CHECK_IN_WAYS = ['ticket', 'venue', 'list'] as const;
export type CheckInWay = (typeof CHECK_IN_WAYS)[number];

export interface Registration {
  id: RegistrationId;
  state: RegistrationState;
  activityId: ActivityId;
  title: string;
  brand: Brand;
  venue: Venue;
  allocation: Allocation;
  session: { id: SessionId; name: string; startsAt: Instant; endsAt: Instant };
  zone?: { id: ZoneId; name: string };
  answers: Answers;
  companions: number;
  cancelUntil: Instant;
  signedUpAt: Instant;
  cancelledAt?: Instant;
  /** While `offered`: the last instant at which the place can be accepted. */
  offerUntil?: Instant;
  /** Why it was declined, or cancelled by the organizer, in their words. */
  reason?: string;
  /** Who ended it, where it ended: `leaving` the union gives everything back. */
  endedBy?: 'member' | 'organizer' | 'deadline' | 'leaving';
  /** While `attended`: when and how presence was proved. */
  attendance?: { at: Instant; way: CheckInWay };
  /** When presence can be proved; absent where it is not asked for. */
  checkIn?: { opensAt: Instant; closesAt: Instant };
}

/** A registration as its owner sees it alone and live. */
export interface MyRegistration extends Registration {
  /** While `waitlisted`: the place in the queue, from 1. */
  position?: number;
  /** While it opens a gate: the key from which the phone draws the rotating code, base32. Nobody else is given it. */
  ticketKey?: string;
  now: Instant;
}

/** What was signed up, as of that moment: with the position where it went into the queue. */
export interface SignedUp extends Registration {
  position?: number;
}

/** What became of a registration that its member ended. */
export interface Ended {
  id: RegistrationId;
  activityId: ActivityId;
  state: 'cancelled' | 'declined';
  cancelledAt: Instant;
}

/** Why somebody may not sign up here. */
export type Ineligible = { why: 'status'; status: MemberStatus } | { why: 'enterprise' } | { why: 'employment' };

/** What is full: how many places it has, and how many are left, which may still be too few for a group of companions. */
export type Full = {
  what: 'session' | 'zone' | 'enterprise';
  capacity: number;
  left: number;
  /** Another session or zone still has places. */
  elsewhere: boolean;
};

export interface RegistrationOperations {
  /** `confirmed`, `waitlisted` with a position, or `applied`: always at once. */
  signUp: Op<
    SignUp,
    SignedUp,
    {
      NOT_FOUND: { what: 'activity' | 'session' | 'zone' };
      NOT_OPEN_YET: { opensAt: Instant; now: Instant };
      CLOSED: { closedAt: Instant };
      NOT_ELIGIBLE: Ineligible;
      /** One place a person: what is held already. */
      ALREADY: { registrationId: RegistrationId };
      /** Only where there is no waitlist, or not even all places together would be enough for so many. */
      FULL: Full;
      BAD_ANSWERS: { issues: Issue[] };
      TOO_MANY_COMPANIONS: { most: number };
      /** Absent too often of late; `until` one may sign up again. */
      COOLING_DOWN: { absences: number; until: Instant };
    }
  >;
  /** Also leaves the queue, and takes an application back. */
  cancel: Op<
    { registrationId: RegistrationId },
    Ended,
    {
      NOT_FOUND: { what: 'registration' };
      TOO_LATE: { cancelUntil: Instant };
      /** Nothing to cancel: it is over already. */
      NOT_HELD: { state: RegistrationState };
    }
  >;
  /** Takes the place that was offered from the queue. */
  acceptOffer: Op<
    { registrationId: RegistrationId },
    Registration,
    {
      NOT_FOUND: { what: 'registration' };
      NOT_OFFERED: { state: RegistrationState };
      /** The deadline has passed; the place goes to the next. */
      OFFER_EXPIRED: { offerUntil: Instant };
    }
  >;
  /** Lets the offered place go to the next in the queue. */
  declineOffer: Op<
    { registrationId: RegistrationId },
    Ended,
    { NOT_FOUND: { what: 'registration' }; NOT_OFFERED: { state: RegistrationState } }
  >;
  /** The caller's registrations: what is still to come first by start, then the rest, latest first. */
  mine: Op<{ when: 'upcoming' | 'past'; cursor?: string }, Page<Registration> & { now: Instant }>;
  /** One registration of the caller's own, with its live position and the key of its ticket. */
  registration: Op<{ registrationId: RegistrationId }, MyRegistration, { NOT_FOUND: { what: 'registration' } }>;
}
