import type {
  ActivityId,
  Allocation,
  Brand,
  Day,
  Employment,
  EnterpriseId,
  Format,
  Instant,
  MemberStatus,
  Month,
  RegistrationId,
  RegistrationState,
  SessionId,
  ZoneId,
} from '../vocabulary';
import type { Issue, Op, Page } from './op';

/** One question the organizer asks of everybody who signs up. */
export type Question = { id: string; label: string; required: boolean } & (
  | { kind: 'text'; maxLength: number }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'choice'; options: string[] }
  | { kind: 'phone' }
);

/** Answers by question id; a number question takes an integer, every other one a string. */
export type Answers = Record<string, string | number>;

/** Who may sign up; an absent list lets everybody through. */
export interface Eligibility {
  enterprises?: EnterpriseId[];
  employments?: Employment[];
}

export interface Venue {
  name: string;
  address: string;
  /** Degrees, GCJ-02, as WeChat's map wants them. */
  latitude: number;
  longitude: number;
}

/** Places of one pool as of now; `left` is never negative. */
export interface Places {
  capacity: number;
  left: number;
}

export interface ZoneView {
  id: ZoneId;
  name: string;
  places: Places;
}

export interface SessionView {
  id: SessionId;
  name: string;
  startsAt: Instant;
  endsAt: Instant;
  places: Places;
  zones: ZoneView[];
}

/**
 * Where an activity stands for somebody who might sign up; derived from the clock and the places, never stored.
 * `preview`: shown, but how to sign up is not announced yet.
 */
export type SignUpPhase = 'preview' | 'soon' | 'open' | 'full' | 'closed' | 'ended' | 'cancelled';

export interface ActivityCard {
  id: ActivityId;
  title: string;
  /** One short, warm sentence. */
  tagline: string;
  brand: Brand;
  format: Format;
  startsAt: Instant;
  endsAt: Instant;
  venueName: string;
  phase: SignUpPhase;
  opensAt: Instant;
  closesAt: Instant;
  /** Over all sessions. */
  places: Places;
  sessions: number;
}

export interface MyPlace {
  registrationId: RegistrationId;
  state: RegistrationState;
  sessionId: SessionId;
  zoneId?: ZoneId;
}

export interface ActivityDetail extends ActivityCard {
  /** Plain paragraphs. */
  description: string[];
  rules: string[];
  venue: Venue;
  allocation: Allocation;
  cancelUntil: Instant;
  eligibility: Eligibility;
  /** Names for `eligibility.enterprises`, in the same order. */
  eligibleEnterprises: string[];
  questions: Question[];
  sessionList: SessionView[];
  /** What the caller holds here; absent for visitors and after cancelling. */
  mine?: MyPlace;
  now: Instant;
}

/** The states that a list can be asked for; `open` also gives what is full but not closed. */
export const ACTIVITY_FILTERS = ['upcoming', 'soon', 'open', 'past'] as const;
export type ActivityFilter = (typeof ACTIVITY_FILTERS)[number];

export interface ListActivities {
  brand?: Brand;
  month?: Month;
  day?: Day;
  /** What has not ended, by its end; `past` is latest first. A month or day without it gives all of it, by start. */
  status?: ActivityFilter;
  /** Up to 40 characters; finds activities whose title has every part of it. */
  text?: string;
  cursor?: string;
}

export interface ActivityPage extends Page<ActivityCard> {
  now: Instant;
  /** On the first page of a month: the days on which something happens, ascending. */
  days?: Day[];
}

export interface SignUp {
  activityId: ActivityId;
  sessionId: SessionId;
  /** Needed where the session has zones. */
  zoneId?: ZoneId;
  answers: Answers;
}

export interface Registration {
  id: RegistrationId;
  state: RegistrationState;
  activityId: ActivityId;
  title: string;
  brand: Brand;
  venue: Venue;
  session: { id: SessionId; name: string; startsAt: Instant; endsAt: Instant };
  zone?: { id: ZoneId; name: string };
  answers: Answers;
  cancelUntil: Instant;
  signedUpAt: Instant;
  cancelledAt?: Instant;
}

/** What became of a registration that its member cancelled. */
export interface Cancelled {
  id: RegistrationId;
  activityId: ActivityId;
  state: 'cancelled';
  cancelledAt: Instant;
}

/** Why somebody may not sign up here. */
export type Ineligible = { why: 'status'; status: MemberStatus } | { why: 'enterprise' } | { why: 'employment' };

export interface ActivityContract {
  list: Op<ListActivities, ActivityPage>;
  get: Op<{ activityId: ActivityId }, ActivityDetail, { NOT_FOUND: { what: 'activity' } }>;
  signUp: Op<
    SignUp,
    Registration,
    {
      NOT_FOUND: { what: 'activity' | 'session' | 'zone' };
      NOT_OPEN_YET: { opensAt: Instant; now: Instant };
      CLOSED: { closedAt: Instant };
      NOT_ELIGIBLE: Ineligible;
      /** One place a person: what is held already. */
      ALREADY: { registrationId: RegistrationId };
      /** What is full, and of how many; `elsewhere` says that another session or zone still has places. */
      FULL: { what: 'session' | 'zone'; capacity: number; elsewhere: boolean };
      BAD_ANSWERS: { issues: Issue[] };
    }
  >;
  cancel: Op<
    { registrationId: RegistrationId },
    Cancelled,
    {
      NOT_FOUND: { what: 'registration' };
      TOO_LATE: { cancelUntil: Instant };
      /** Nothing to cancel: it is over already. */
      NOT_HELD: { state: RegistrationState };
    }
  >;
  /** The caller's registrations: what is still to come first by start, then the rest, latest first. */
  mine: Op<{ when: 'upcoming' | 'past'; cursor?: string }, Page<Registration> & { now: Instant }>;
  /** One registration of the caller's own. */
  registration: Op<
    { registrationId: RegistrationId },
    Registration & { now: Instant },
    { NOT_FOUND: { what: 'registration' } }
  >;
}
