import { absentAfter, checkInWindow, correctionWindow } from '../../../domain/signup/window';
import { DAY, HOUR, NOON } from '../../support/plans';

const session = { startsAt: NOON, endsAt: NOON + 3 * HOUR };

test('gates are open from two hours before the start until the end', () => {
  expect(checkInWindow(session)).toEqual({ opensAt: NOON - 2 * HOUR, closesAt: NOON + 3 * HOUR });
});

test('an organizer may put it right until thirty days after the end', () => {
  expect(correctionWindow(session)).toEqual({ opensAt: NOON - 2 * HOUR, closesAt: NOON + 3 * HOUR + 30 * DAY });
});

test('who was not seen is absent two hours after the end: what was scanned in time may still be on its way', () => {
  expect(absentAfter(session)).toBe(NOON + 5 * HOUR);
});
