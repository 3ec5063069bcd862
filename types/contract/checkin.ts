import type { ActivityId, Brand, Instant, RegistrationId, RegistrationState, SessionId, ZoneId } from '../vocabulary';
import type { Op, Page } from './op';
import type { CheckInWay } from './registration';

/** A session at whose gate the caller may serve. */
export interface Duty {
  activityId: ActivityId;
  title: string;
  brand: Brand;
  venueName: string;
  session: { id: SessionId; name: string; startsAt: Instant; endsAt: Instant };
  checkIn: { opensAt: Instant; closesAt: Instant };
}

/** Somebody with a place, as the gate sees them: nothing beyond what tells two people apart. */
export interface Attendee {
  registrationId: RegistrationId;
  name: string;
  /** Masked. */
  phone: string;
  enterpriseName: string;
  zone?: { id: ZoneId; name: string };
  companions: number;
  state: RegistrationState;
  attendance?: { at: Instant; way: CheckInWay };
}

/** What the gate hears of one check-in. */
export interface Admitted extends Attendee {
  /** They were in already: nothing was counted again. */
  again: boolean;
}

/** How many have come, with companions; by gate, zone and minute. */
export interface Arrivals {
  /** Places taken, with companions. */
  expected: number;
  arrived: number;
  zones: { id: ZoneId; name: string; expected: number; arrived: number }[];
  gates: { gate: string; arrived: number }[];
  /** Minutes in which somebody came, ascending. */
  minutes: { at: Instant; arrived: number }[];
}

export interface Position {
  latitude: number;
  longitude: number;
}

interface NotNow {
  /** Too early or too late for this session. */
  NOT_CHECK_IN_TIME: { opensAt: Instant; closesAt: Instant; now: Instant };
}

interface NoPlace {
  NOT_FOUND: { what: 'registration' | 'activity' | 'session' };
  /** The registration opens no gate: it is waiting, cancelled … */
  NOT_CONFIRMED: { state: RegistrationState };
}

interface BadCode {
  /** `old` and `new`: by more than one step of 15 s; `unknown`: not a code of ours. */
  CODE_REFUSED: { why: 'old' | 'new' | 'unknown' };
}

export interface CheckinContract {
  /** What the caller may serve at, from today on, soonest first. */
  duties: Op<{ cursor?: string }, Page<Duty> & { now: Instant }>;
  /** A volunteer scans a ticket, or types its code. */
  scan: Op<
    { activityId: ActivityId; sessionId: SessionId; code: string; gate?: string },
    Admitted,
    NoPlace &
      NotNow &
      BadCode & {
        /** A place, but in another activity or session. */
        ELSEWHERE: { title: string; sessionName: string; startsAt: Instant };
      }
  >;
  /** Who is on the list, by part of the name or the last digits of the phone. */
  find: Op<
    { activityId: ActivityId; sessionId: SessionId; text: string },
    { items: Attendee[] },
    { NOT_FOUND: { what: 'activity' | 'session' } }
  >;
  /** From the list; also corrects `absent` afterwards, for organizers. */
  admit: Op<{ registrationId: RegistrationId; gate?: string }, Admitted, NoPlace & NotNow>;
  /** The member scans the code on the venue's screen. */
  atVenue: Op<
    { code: string; position?: Position },
    { registrationId: RegistrationId; title: string; sessionName: string; at: Instant; again: boolean },
    NoPlace & NotNow & BadCode & { POSITION_NEEDED: Record<never, never>; TOO_FAR: { metres: number; within: number } }
  >;
  /** It was a mistake: undone by another record, never by erasing one. */
  undo: Op<
    { registrationId: RegistrationId; reason: string },
    Attendee,
    { NOT_FOUND: { what: 'registration' }; NOT_ATTENDED: { state: RegistrationState } }
  >;
  /** The key from which the venue's screen draws its rotating code. */
  venueKey: Op<
    { activityId: ActivityId; sessionId: SessionId },
    { key: string; title: string; sessionName: string; now: Instant },
    { NOT_FOUND: { what: 'activity' | 'session' } }
  >;
  arrivals: Op<
    { activityId: ActivityId; sessionId: SessionId },
    Arrivals & { now: Instant },
    { NOT_FOUND: { what: 'activity' | 'session' } }
  >;
}
