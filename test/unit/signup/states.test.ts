import { after, HELD, type RegistrationEvent } from '../../../domain/signup/states';
import type { RegistrationState } from '../../../types/vocabulary';

const STATES: RegistrationState[] = [
  'applied',
  'confirmed',
  'waitlisted',
  'offered',
  'declined',
  'expired',
  'cancelled',
  'attended',
  'absent',
];
const EVENTS: RegistrationEvent[] = [
  'confirm',
  'waitlist',
  'decline',
  'offer',
  'expire',
  'cancel',
  'attend',
  'miss',
  'undo-attendance',
];

/** Word for word from product.md: state before, event, state after. Nothing else can happen. */
const ALLOWED: [RegistrationState, RegistrationEvent, RegistrationState][] = [
  // applied (awaits draw or approval) → confirmed | waitlisted | declined
  ['applied', 'confirm', 'confirmed'],
  ['applied', 'waitlist', 'waitlisted'],
  ['applied', 'decline', 'declined'],
  // waitlisted → offered (a place is held until a deadline) → confirmed | declined | expired
  ['waitlisted', 'offer', 'offered'],
  ['offered', 'confirm', 'confirmed'],
  ['offered', 'decline', 'declined'],
  ['offered', 'expire', 'expired'],
  // applied, waitlisted, offered, confirmed → cancelled
  ['applied', 'cancel', 'cancelled'],
  ['waitlisted', 'cancel', 'cancelled'],
  ['offered', 'cancel', 'cancelled'],
  ['confirmed', 'cancel', 'cancelled'],
  // confirmed → attended | absent
  ['confirmed', 'attend', 'attended'],
  ['confirmed', 'miss', 'absent'],
  // absent → attended (a late sync or a correction), attended → confirmed (check-in undone)
  ['absent', 'attend', 'attended'],
  ['attended', 'undo-attendance', 'confirmed'],
];

const cells = STATES.flatMap((state) =>
  EVENTS.map((event) => ({
    state,
    event,
    next: ALLOWED.find(([from, what]) => from === state && what === event)?.[2],
  })),
);

test.each(cells)('a registration that is $state and meets $event becomes $next', ({ state, event, next }) => {
  expect(after(state, event)).toBe(next);
});

test('a place is held while it may still be used, and by nobody who declined, let it expire, cancelled or stayed away', () => {
  expect([...HELD].sort()).toEqual(['applied', 'attended', 'confirmed', 'offered', 'waitlisted']);
});
