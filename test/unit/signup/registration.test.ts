import { activityFrom, termsOf } from '../../../domain/activity/activity';
import {
  isEnded,
  isPlaced,
  type NewRegistration,
  newRegistration,
  nextDue,
  type RegistrationRecord,
  voidRegistration,
} from '../../../domain/signup/registration';
import type { RegistrationState } from '../../../types/vocabulary';
import { HOUR, NOON, plan, session } from '../../support/plans';

const only = session('s2', 3, [['a', 1]]);
const terms = termsOf(activityFrom(plan({ sessions: [only], takesAttendance: true })));
const held = {
  registration: 'r1',
  request: 'q1',
  digest: 'd1',
  counters: ['s2', 's2_a', 'e_s2_x'],
  seats: 3,
  at: NOON,
};
const made: NewRegistration = {
  state: 'confirmed',
  poolId: 'music',
  activityId: 'music',
  terms,
  session: only,
  held,
  memberId: 'm1',
  enterpriseId: 's2_x',
  answers: { why: '想听' },
  promiseV: 4,
};

/** Whatever the state, it says this. */
const same = {
  _id: 'r1',
  v: 1,
  rev: 0,
  memberId: 'm1',
  activityId: 'music',
  poolId: 'music',
  holdKey: 'music.m1',
  sessionId: 's2',
  zoneId: 'a',
  counters: ['s2', 's2_a', 'e_s2_x'],
  enterpriseId: 's2_x',
  answers: { why: '想听' },
  seats: 3,
  signedUpAt: NOON,
  cancelUntil: terms.cancelUntil,
  endsAt: only.endsAt,
  startKey: `${only.startsAt}_r1`,
  cameKey: `${NOON}_r1`,
  absentAt: only.endsAt + 2 * HOUR,
  proofs: 0,
  promiseV: 4,
  news: [],
  requests: [{ id: 'q1', digest: 'd1' }],
};

test('a registration says what its claim says, has its place, and is looked at when the session is long over', () => {
  const confirmed = { state: 'confirmed', placed: true, dueAt: only.endsAt + 2 * HOUR };
  expect(newRegistration(made)).toEqual({ ...same, ...confirmed });
});

test('who waits has a page of the queue and no place; nobody has to look at them', () => {
  expect(newRegistration({ ...made, state: 'waitlisted', queuePage: 0 })).toEqual({
    ...same,
    state: 'waitlisted',
    queuePage: 0,
  });
});

test('who applied has neither place nor page', () => {
  expect(newRegistration({ ...made, state: 'applied' })).toEqual({ ...same, state: 'applied' });
});

test('where presence is not asked for nobody becomes absent', () => {
  const record = newRegistration({ ...made, terms: { ...terms, takesAttendance: false } });
  expect(record).not.toHaveProperty('absentAt');
  expect(record).not.toHaveProperty('dueAt');
});

test.each([
  ['no zone', ['s2'], undefined],
  ['no zone but a quota', ['s2', 'e_s2_a'], undefined],
  ['a zone', ['s2', 's2_b'], 'b'],
])('with %s among the counters that is the zone of the registration', (_what, counters, zoneId) => {
  const record = newRegistration({ ...made, held: { ...held, counters } });
  expect(record.zoneId).toBe(zoneId);
  expect('zoneId' in record).toBe(zoneId !== undefined);
});

test('what nobody was told of is of the enterprise that its counter names, or that is noted where none does', () => {
  const of = { memberId: 'm1', activityId: 'music', poolId: 'music' };
  expect(voidRegistration(held, of, NOON)).toMatchObject({ enterpriseId: 's2_x' });
  const unlimited = { ...held, counters: ['s2', 's2_a'] };
  expect(voidRegistration({ ...unlimited, enterpriseId: 'e7' }, of, NOON)).toMatchObject({ enterpriseId: 'e7' });
  expect(voidRegistration(unlimited, of, NOON)).toMatchObject({ enterpriseId: '' });
});

test('a claim that nobody was told of becomes a registration that is over, hidden, and in nobody’s way', () => {
  const of = { memberId: 'm1', activityId: 'music', poolId: 'music' };
  expect(voidRegistration(held, of, NOON + 5)).toEqual({
    _id: 'r1',
    v: 1,
    rev: 0,
    ...of,
    holdKey: 'r1',
    sessionId: 's2',
    zoneId: 'a',
    counters: held.counters,
    state: 'cancelled',
    enterpriseId: 's2_x',
    answers: {},
    seats: 3,
    signedUpAt: NOON,
    cancelledAt: NOON + 5,
    cancelUntil: NOON,
    endsAt: NOON,
    startKey: `${NOON}_r1`,
    cameKey: `${NOON}_r1`,
    proofs: 0,
    promiseV: 0,
    news: [],
    requests: [{ id: 'q1', digest: 'd1' }],
    void: true,
  });
});

/** By hand: state, whether it ended it, whether it has a place, when it is looked at by itself. */
const STANDING: [RegistrationState, boolean, boolean, 'offerUntil' | 'absentAt' | undefined][] = [
  ['applied', false, false, undefined],
  ['waitlisted', false, false, undefined],
  ['offered', false, true, 'offerUntil'],
  ['confirmed', false, true, 'absentAt'],
  ['attended', false, true, undefined],
  ['absent', false, true, undefined],
  ['declined', true, false, undefined],
  ['expired', true, false, undefined],
  ['cancelled', true, false, undefined],
];

test.each(STANDING)('%s: ended %s, placed %s, due at %s', (state, ended, placed, due) => {
  const record: RegistrationRecord = { ...newRegistration(made), state, offerUntil: NOON + 1, absentAt: NOON + 2 };
  expect([isEnded(record), isPlaced(record)]).toEqual([ended, placed]);
  expect(nextDue(record)).toBe(due && record[due]);
});
