import type { Position, Venue } from '../../types/contract';
import type { Instant, MemberId, RegistrationState } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';
import type { Attendance, RegistrationRecord } from '../signup/registration';
import { after } from '../signup/states';
import { attendanceUndone, attended } from '../signup/transitions';
import { checkInWindow, correctionWindow } from '../signup/window';
import { metresBetween } from './distance';

interface Span {
  startsAt: Instant;
  endsAt: Instant;
}

/** Where and when somebody would be let in, and on whose word. */
export interface CheckIn {
  session: Span;
  /** The activity is off, which its registrations may still have to hear. */
  cancelled: boolean;
  /** An organizer says so from the list: that somebody was there can be added when it is over. */
  afterwards: boolean;
  proof: Omit<Attendance, 'at' | 'afterwards'>;
  request: AcceptedRequest;
  now: Instant;
}

export type CheckInDecision =
  | { kind: 'change'; next: RegistrationRecord }
  /** They were in already. */
  | { kind: 'again' }
  | { kind: 'refuse'; refusal: 'NOT_CONFIRMED'; detail: { state: RegistrationState } }
  | {
      kind: 'refuse';
      refusal: 'NOT_CHECK_IN_TIME';
      detail: { opensAt: Instant; closesAt: Instant; now: Instant };
    };

/**
 * Whether a registration opens the gate now. Who is in stays in, whatever the time; who has no place hears that first.
 * Somebody who counts as absent still has one: what keeps them out is the time, unless the session was moved.
 */
export function decideCheckIn(record: RegistrationRecord, command: CheckIn): CheckInDecision {
  const { session, cancelled, afterwards, proof, request, now } = command;
  if (record.state === 'attended') return { kind: 'again' };
  const off = cancelled && after(record.state, 'cancel') !== undefined;
  const late = now > checkInWindow(session).closesAt;
  const attendance: Attendance = { ...proof, at: now, ...(late && { afterwards: true }) };
  const next = off ? undefined : attended(record, attendance, now, request);
  if (!next) {
    return { kind: 'refuse', refusal: 'NOT_CONFIRMED', detail: { state: off ? 'cancelled' : record.state } };
  }
  const { opensAt, closesAt } = afterwards ? correctionWindow(session) : checkInWindow(session);
  if (now < opensAt || now > closesAt) {
    return { kind: 'refuse', refusal: 'NOT_CHECK_IN_TIME', detail: { opensAt, closesAt, now } };
  }
  return { kind: 'change', next };
}

export interface Undo {
  session: Span;
  by: MemberId;
  reason: string;
  /** Organizers may at any time; who serves at the gate, while it is open. */
  anyTime: boolean;
  request: AcceptedRequest;
  now: Instant;
}

export type UndoDecision =
  | { kind: 'change'; next: RegistrationRecord }
  | { kind: 'refuse'; refusal: 'NOT_ATTENDED'; detail: { state: RegistrationState } }
  /** The gate is closed: from now on it takes an organizer. */
  | { kind: 'refuse'; refusal: 'TOO_LATE_FOR_GATE' };

export function decideUndo(record: RegistrationRecord, command: Undo): UndoDecision {
  const { session, by, reason, anyTime, request, now } = command;
  const next = attendanceUndone(record, { at: now, by, reason }, request);
  if (!next) return { kind: 'refuse', refusal: 'NOT_ATTENDED', detail: { state: record.state } };
  if (!anyTime && now > checkInWindow(session).closesAt) return { kind: 'refuse', refusal: 'TOO_LATE_FOR_GATE' };
  return { kind: 'change', next };
}

export type Nearness = 'near' | 'unknown' | { metres: number; within: number };

/** Whether somebody is where the venue's code counts; `unknown` where it takes a position and there is none. */
export function nearVenue({ checkInWithin, ...venue }: Venue, position: Position | undefined): Nearness {
  if (checkInWithin === undefined) return 'near';
  if (!position) return 'unknown';
  const metres = metresBetween(venue, position);
  return metres <= checkInWithin ? 'near' : { metres, within: checkInWithin };
}
