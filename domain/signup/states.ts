import type { RegistrationState } from '../../types/vocabulary';

/** What can happen to a registration; see product.md. */
export const REGISTRATION_EVENTS = [
  'confirm',
  'waitlist',
  'decline',
  'offer',
  'expire',
  'cancel',
  'attend',
  'miss',
  'undo-attendance',
] as const;
export type RegistrationEvent = (typeof REGISTRATION_EVENTS)[number];

const NEXT: Record<RegistrationState, Partial<Record<RegistrationEvent, RegistrationState>>> = {
  applied: { confirm: 'confirmed', waitlist: 'waitlisted', decline: 'declined', cancel: 'cancelled' },
  waitlisted: { offer: 'offered', cancel: 'cancelled' },
  offered: { confirm: 'confirmed', decline: 'declined', expire: 'expired', cancel: 'cancelled' },
  confirmed: { cancel: 'cancelled', attend: 'attended', miss: 'absent' },
  absent: { attend: 'attended' },
  attended: { 'undo-attendance': 'confirmed' },
  declined: {},
  expired: {},
  cancelled: {},
};

/** The state after the event, or `undefined` where the event cannot happen in that state. */
export function after(state: RegistrationState, event: RegistrationEvent): RegistrationState | undefined {
  return NEXT[state][event];
}

/** States in which somebody still has, or still may get, a place. */
export const HELD: readonly RegistrationState[] = ['applied', 'waitlisted', 'offered', 'confirmed', 'attended'];

/** States that end it: the member may sign up anew. */
export const ENDED: readonly RegistrationState[] = ['declined', 'expired', 'cancelled'];

/** States with a claim on the pool. */
export const PLACED: readonly RegistrationState[] = ['offered', 'confirmed', 'attended', 'absent'];
