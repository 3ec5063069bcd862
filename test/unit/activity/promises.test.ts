import { type ActivityRecord, activityFrom } from '../../../domain/activity/activity';
import { planOf } from '../../../domain/activity/edit';
import { breaksPromise, inLine, promiseChange, withPromise } from '../../../domain/activity/promises';
import { newRegistration, type RegistrationRecord } from '../../../domain/signup/registration';
import type { RegistrationState } from '../../../types/vocabulary';
import { DAY, HOUR, NOON, plan, session } from '../../support/plans';

const one = session('s1', 9, [['a', 9]]);
const activity = activityFrom(plan({ id: 'music', takesAttendance: true, sessions: [one, session('s2', 5)] }));
const later = { ...one, startsAt: one.startsAt + DAY, endsAt: one.endsAt + DAY };

function record(changes: Partial<RegistrationRecord> = {}): RegistrationRecord {
  const held = { registration: 'r1', request: 'q', digest: 'd', counters: ['s1', 's1_a'], seats: 1, at: NOON };
  const made = newRegistration({
    ...{ state: 'confirmed' as const, poolId: 'music', activityId: 'music', terms: activity, session: one, held },
    ...{ memberId: 'ann', enterpriseId: 'e1', answers: {}, promiseV: 1 },
  });
  return { ...made, ...changes };
}

/** The activity after another promise, with what changed besides. */
function promising(changes: Partial<ActivityRecord>, reason = '天气不好'): ActivityRecord {
  const after = { ...activity, ...changes, promiseV: 2 };
  return { ...after, promises: [promiseChange(2, NOON, { before: activity, after, reason })] };
}

test('whoever holds a place in a session that moved follows it, and is told with the reason', () => {
  const followed = inLine(record(), promising({ sessions: [later] }), NOON);
  expect(followed).toMatchObject({
    ...{ promiseV: 2, pending: true, endsAt: later.endsAt, startKey: `${later.startsAt}_r1` },
    absentAt: record().absentAt === undefined ? undefined : (record().absentAt ?? 0) + DAY,
    news: [{ kind: 'moved', at: NOON, startsAt: later.startsAt, reason: '天气不好' }],
  });
});

test('another venue alone is told as a change; a move says everything', () => {
  const venue = { ...activity.venue, name: '礼堂' };
  expect(inLine(record(), promising({ venue }), NOON).news).toMatchObject([{ kind: 'changed', reason: '天气不好' }]);
  expect(inLine(record(), promising({ venue, sessions: [later] }), NOON).news.map(({ kind }) => kind)).toEqual([
    'moved',
  ]);
});

test('who follows the promise already is told nothing of it again', () => {
  const venue = { ...activity.venue, name: '礼堂' };
  expect(inLine(record({ promiseV: 2 }), promising({ venue }), NOON).news).toEqual([]);
});

test('several changes that a registration has missed are told as one, with the last reason', () => {
  const moved = promising({ sessions: [later] }, '先改一次');
  const after = { ...moved, venue: { ...moved.venue, name: '礼堂' }, promiseV: 3 };
  const change = promiseChange(3, NOON + 1, { before: moved, after, reason: '再改一次' });
  const both = { ...after, promises: withPromise(moved.promises, change) };
  expect(inLine(record(), both, NOON).news).toMatchObject([{ kind: 'moved', reason: '再改一次' }]);
});

test.each<[RegistrationState, number]>([
  ['applied', 1],
  ['waitlisted', 1],
  ['offered', 1],
  ['confirmed', 1],
  ['attended', 1],
  ['absent', 0],
  ['declined', 0],
  ['expired', 0],
  ['cancelled', 0],
])('a registration that is %s gets %i messages of a move', (state, messages) => {
  const followed = inLine(record({ state }), promising({ sessions: [later] }), NOON);
  expect(followed.promiseV).toBe(2);
  expect(followed.news).toHaveLength(messages);
  expect(followed.state).toBe(state);
});

test.each<[RegistrationState, RegistrationState]>([
  ['applied', 'cancelled'],
  ['waitlisted', 'cancelled'],
  ['offered', 'cancelled'],
  ['confirmed', 'cancelled'],
  ['attended', 'attended'],
  ['absent', 'absent'],
  ['declined', 'declined'],
])('in a cancelled activity %s becomes %s', (state, then) => {
  const cancelled = promising({ state: 'cancelled', cancelReason: '台风' });
  const followed = inLine(record({ state }), cancelled, NOON);
  expect(followed).toMatchObject({ state: then, promiseV: 2 });
  if (then === 'cancelled' && state !== 'cancelled') {
    expect(followed).toMatchObject({
      endedBy: 'organizer',
      reason: '台风',
      news: [{ kind: 'cancelled', reason: '台风' }],
    });
  }
});

test('who waits for a session or zone that is gone is let go, with a reason in any case', () => {
  const waits = record({ state: 'waitlisted' });
  expect(inLine(waits, promising({ sessions: [session('s2', 5)] }), NOON)).toMatchObject({
    ...{ state: 'cancelled', reason: '天气不好', promiseV: 2 },
  });
  const silent = { ...promising({ sessions: [{ ...one, zones: [] }] }), promises: [] };
  expect(inLine(waits, silent, NOON).reason).toMatch(/[一-鿿]/);
});

test('nobody loses time to cancel that they were promised, and more of it is everybody’s', () => {
  const shorter = inLine(record(), promising({ cancelUntil: NOON, sessions: [later] }), NOON);
  expect(shorter.cancelUntil).toBe(record().cancelUntil);
  const longer = inLine(record(), promising({ cancelUntil: activity.cancelUntil + DAY }), NOON);
  expect(longer).toMatchObject({ cancelUntil: activity.cancelUntil + DAY, news: [] });
  const sooner = { ...one, startsAt: NOON + DAY, endsAt: NOON + DAY + HOUR };
  expect(inLine(record(), promising({ sessions: [sooner] }), NOON).cancelUntil).toBe(sooner.endsAt);
});

test('an offer ends no later than the session that it is for begins', () => {
  const sooner = { ...one, startsAt: NOON + HOUR, endsAt: NOON + 2 * HOUR };
  const offered = record({ state: 'offered', offerUntil: NOON + DAY });
  expect(inLine(offered, promising({ sessions: [sooner] }), NOON).offerUntil).toBe(sooner.startsAt);
});

test('presence that is no longer asked for makes nobody absent', () => {
  expect(inLine(record(), promising({ takesAttendance: false }), NOON).absentAt).toBeUndefined();
});

test('a promise changes with what people rely on, and with nothing else', () => {
  const before = planOf(activity);
  const breaks = (change: object) => breaksPromise(before, { ...before, ...change }, 'published');
  expect(breaks({ title: '另一个', closesAt: NOON, rules: [], cancelUntil: NOON })).toBe(false);
  expect(breaks({ sessions: [later, session('s2', 5)] })).toBe(true);
  expect(breaks({ sessions: [one] })).toBe(true);
  expect(breaks({ sessions: [{ ...one, zones: [] }, session('s2', 5)] })).toBe(true);
  expect(breaks({ venue: { ...before.venue, address: '别处' } })).toBe(true);
  expect(breaks({ cancelUntil: before.cancelUntil + 1 })).toBe(true);
  expect(breaks({ takesAttendance: false })).toBe(true);
  expect(breaksPromise(before, before, 'cancelled')).toBe(true);
});
