import type {
  ActivityId,
  Brand,
  EnterpriseId,
  Instant,
  MemberId,
  RegistrationId,
  RegistrationState,
  SessionId,
  ZoneId,
} from '../vocabulary';
import type { Answers } from './activity';
import type { Issue, Op, Page } from './op';
import type { Plan } from './plan';

export const ACTIVITY_STATES = ['draft', 'published', 'cancelled'] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

export interface ManagedCard {
  id: ActivityId;
  title: string;
  brand: Brand;
  state: ActivityState;
  startsAt: Instant;
  endsAt: Instant;
  opensAt: Instant;
  closesAt: Instant;
}

/** Registrations by state, and places by counter of the pool: `s1` a session, `s1_a` a zone, `e_…` an enterprise. */
export interface ManagedActivity extends ManagedCard {
  plan: Plan;
  /** Rises with every change; an edit names the one that it was made from. */
  termsV: number;
  counts: Partial<Record<RegistrationState, number>>;
  used: Record<string, number>;
  cancelReason?: string;
  now: Instant;
}

/** One thing that an edit changes for people who rely on it, and how many they are. */
export interface Touch {
  what: 'moved' | 'venue' | 'cancel-earlier' | 'session-gone' | 'zone-gone' | 'no-longer-eligible' | 'closes-earlier';
  sessionId?: SessionId;
  people: number;
  /** Up to twenty of them, by name. */
  names: string[];
}

/** An enterprise, session or zone that holds more than it would have. */
export interface TooSmall {
  what: 'session' | 'zone' | 'enterprise';
  id: string;
  wanted: number;
  used: number;
}

/** Somebody who registered, as the organizer sees them: the phone is masked. */
export interface Applicant {
  registrationId: RegistrationId;
  memberId: MemberId;
  name: string;
  phone: string;
  enterpriseName: string;
  session: { id: SessionId; name: string };
  zone?: { id: ZoneId; name: string };
  companions: number;
  answers: Answers;
  state: RegistrationState;
  signedUpAt: Instant;
  reason?: string;
  /** While `waitlisted`. */
  position?: number;
}

/** Whose people are listed by name. Who did not come is counted, never listed: nobody is for not taking part. */
export const LISTED_STATES = [
  'confirmed',
  'attended',
  'offered',
  'applied',
  'waitlisted',
  'cancelled',
  'declined',
  'expired',
] as const satisfies readonly RegistrationState[];
export type ListedState = (typeof LISTED_STATES)[number];

/** Which registrations of an activity; a zone is one of the session that is named with it. */
export interface RegistrationFilter {
  activityId: ActivityId;
  state: ListedState;
  sessionId?: SessionId;
  zoneId?: ZoneId;
  enterpriseId?: EnterpriseId;
}

export const DECISIONS = ['approve', 'decline', 'waitlist'] as const;
export type Decision = (typeof DECISIONS)[number];

export interface Decide {
  activityId: ActivityId;
  /** Up to 50, in the order in which places are given. */
  registrationIds: RegistrationId[];
  decision: Decision;
  /** Needed to decline; the person sees it. */
  reason?: string;
  /** Approving more than fit: none of them, or as many as fit. */
  fit: 'all' | 'as-many-as-fit';
}

/** What became of each that was decided on. */
export interface Decided {
  done: RegistrationId[];
  /** No place was left in what they want; they still wait for a decision. */
  full: RegistrationId[];
  /** Cancelled or decided meanwhile. */
  gone: RegistrationId[];
}

/** What organizers did that somebody may ask about. */
export interface LogEntry {
  id: string;
  at: Instant;
  /** The organizer's name, while they are a member. */
  by: string;
  what:
    | 'created'
    | 'edited'
    | 'published'
    | 'closed'
    | 'extended'
    | 'cancelled'
    | 'moved'
    | 'capacity'
    | 'decided'
    | 'jumped'
    | 'undone'
    | 'imported'
    | 'announced';
  /** Whom it concerned, by name, where it was one person. */
  whom?: string;
  /** How many it concerned, where they were several. */
  count?: number;
  reason?: string;
}

interface NoActivity {
  NOT_FOUND: { what: 'activity' };
}

/** What any change of an activity may refuse. */
interface Unfit extends NoActivity {
  /** Somebody changed it since: read it again. */
  OUTDATED: { termsV: number };
  PLAN_UNFIT: { issues: Issue[] };
  /** People hold more than that: nothing was changed. */
  TOO_SMALL: { over: TooSmall[] };
  /** Would break what people were promised; the same again with `confirmed: token` does it. */
  NEEDS_CONFIRMATION: { touches: Touch[]; token: string };
  /** Over, or cancelled: it changes no more. */
  NOT_CHANGEABLE: { state: ActivityState | 'over' };
}

export interface OrganizerActivityOperations {
  /** All activities, drafts too: latest start first. */
  activities: Op<{ state?: ActivityState; cursor?: string }, Page<ManagedCard> & { now: Instant }>;
  activity: Op<{ activityId: ActivityId }, ManagedActivity, NoActivity>;
  /** A draft, which nobody else sees. */
  createActivity: Op<{ plan: Plan }, { activityId: ActivityId; termsV: number }, { PLAN_UNFIT: { issues: Issue[] } }>;
  editActivity: Op<
    { activityId: ActivityId; termsV: number; plan: Plan; reason?: string; confirmed?: string },
    { activityId: ActivityId; termsV: number },
    Unfit
  >;
  publishActivity: Op<{ activityId: ActivityId }, { activityId: ActivityId; state: ActivityState }, Unfit>;
  /** No more sign-ups from now on. */
  closeSignUp: Op<{ activityId: ActivityId }, { activityId: ActivityId; closesAt: Instant }, Unfit>;
  /** Sign-up closes later, or is open again until then. */
  extendSignUp: Op<{ activityId: ActivityId; closesAt: Instant }, { activityId: ActivityId; closesAt: Instant }, Unfit>;
  /** Everybody concerned is told, with the reason. */
  cancelActivity: Op<
    { activityId: ActivityId; reason: string },
    { activityId: ActivityId; state: ActivityState },
    NoActivity & Pick<Unfit, 'NOT_CHANGEABLE'>
  >;
  moveSession: Op<
    {
      activityId: ActivityId;
      sessionId: SessionId;
      startsAt: Instant;
      endsAt: Instant;
      reason: string;
      confirmed?: string;
    },
    { activityId: ActivityId; termsV: number },
    Omit<Unfit, 'NOT_FOUND'> & { NOT_FOUND: { what: 'activity' | 'session' } }
  >;
  /** Of a session, or of a zone of it. Added places go to the queue first. */
  setCapacity: Op<
    { activityId: ActivityId; sessionId: SessionId; zoneId?: ZoneId; capacity: number },
    { activityId: ActivityId; termsV: number },
    Omit<Unfit, 'NOT_FOUND'> & { NOT_FOUND: { what: 'activity' | 'session' | 'zone' } }
  >;
  /**
   * By state, in the order in which they came; the whole queue in its own order. `name`, part of one or the last digits
   * of the phone, finds up to twenty.
   */
  registrations: Op<
    RegistrationFilter & { name?: string; cursor?: string },
    Page<Applicant> & { now: Instant },
    NoActivity
  >;
  decide: Op<
    Decide,
    Decided,
    NoActivity & {
      REASON_NEEDED: Record<never, never>;
      /** With `fit: 'all'`: how many of them fit; nothing was done. */
      NOT_ALL_FIT: { fit: number; of: number };
    }
  >;
  /** To the head of the queue: the next place that suits goes to them. The reason stands in the log. */
  jump: Op<
    { registrationId: RegistrationId; reason: string },
    { registrationId: RegistrationId; position: number },
    { NOT_FOUND: { what: 'registration' }; NOT_WAITLISTED: { state: RegistrationState } }
  >;
  log: Op<{ activityId: ActivityId; cursor?: string }, Page<LogEntry> & { now: Instant }, NoActivity>;
  /** Members by part of the name or the last four digits of the phone: to grant a role to the right one. */
  findMembers: Op<
    { text: string },
    { items: { memberId: MemberId; name: string; phone: string; enterprise: { id: EnterpriseId; name: string } }[] }
  >;
}
