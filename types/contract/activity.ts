import type {
  ActivityId,
  Allocation,
  Brand,
  Day,
  Employment,
  EnterpriseId,
  Format,
  Instant,
  Month,
  RegistrationId,
  RegistrationState,
  SessionId,
  ZoneId,
} from '../vocabulary';
import type { Page } from './op';

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
  /** Metres from there within which the venue's code counts; absent: from anywhere. */
  checkInWithin?: number;
  /** People that it takes; absent: nobody has said. */
  holds?: number;
}

/** Places that one enterprise may take: `each` holds for every enterprise that `own` does not name. */
export interface Quota {
  each?: number;
  own?: Record<EnterpriseId, number>;
}

/** Who was absent `absences` times within the last `days` days does not sign up until one of them is older. */
export interface CoolDown {
  absences: number;
  days: number;
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
  /** Another registration of the caller's that is on at the same time. */
  clash?: Clash;
}

export interface Clash {
  registrationId: RegistrationId;
  title: string;
  startsAt: Instant;
  endsAt: Instant;
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
  allocation: Allocation;
  /** Whoever finds it full may queue. */
  waitlist: boolean;
}

export interface MyPlace {
  registrationId: RegistrationId;
  state: RegistrationState;
  sessionId: SessionId;
  zoneId?: ZoneId;
  /** While `offered`. */
  offerUntil?: Instant;
}

export interface ActivityDetail extends ActivityCard {
  /** Plain paragraphs. */
  description: string[];
  /** Pictures that go with it, files of the storage. */
  images?: string[];
  rules: string[];
  venue: Venue;
  /** One place a person: in the whole activity, or in each session. */
  onePlacePer: 'activity' | 'session';
  /** How many companions one may bring at most. */
  companions: number;
  /** What the caller's enterprise may take, where that is limited. */
  quota?: Places;
  coolDown?: CoolDown;
  /** Presence is proved, and who does not come counts as absent. */
  takesAttendance: boolean;
  /** Registrations in the queue, over all sessions. */
  waiting: number;
  /** Why it was cancelled, in the organizer's words. */
  cancelReason?: string;
  cancelUntil: Instant;
  eligibility: Eligibility;
  /** Names for `eligibility.enterprises`, in the same order. */
  eligibleEnterprises: string[];
  questions: Question[];
  sessionList: SessionView[];
  /** What the caller holds here; empty for visitors and after cancelling. */
  mine: MyPlace[];
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
