import { editIssues, zoneIssues } from '../../../domain/activity/edit-issues';
import { tooSmall } from '../../../domain/activity/too-small';
import { confirmationOf, couldTouch, type Holder, touchesOf } from '../../../domain/activity/touches';
import type { Plan } from '../../../types/contract';
import { planAlone } from '../../support/organizing';
import { DAY, HOUR, NOON, plan, session } from '../../support/plans';

const zoned = session('s1', 9, [
  ['a', 4],
  ['b', 5],
]);
const before: Plan = planAlone(plan({ sessions: [zoned, session('s2', 5)] }));
const [first, second] = before.sessions;
if (!first || !second) throw new Error('a plan has two sessions');

const holder = (memberId: string, changes: Partial<Holder> = {}): Holder => ({
  ...{ memberId, state: 'confirmed', sessionId: 's1', zoneId: 'a', enterpriseId: 'e1' },
  ...changes,
});
const HOLDERS: Holder[] = [
  holder('ann'),
  holder('bob', { zoneId: 'b', state: 'waitlisted' }),
  holder('cid', { sessionId: 's2', state: 'applied', enterpriseId: 'e2' }),
  holder('dan', { sessionId: 's2', employment: 'new-form' }),
];
const touches = (after: Partial<Plan>) => touchesOf(before, { ...before, ...after }, HOLDERS);

test('words, windows and places touch nobody, and nobody need be looked up for them', () => {
  const after = { ...before, title: '另一个', closesAt: before.closesAt - HOUR, cancelUntil: before.cancelUntil - DAY };
  expect(couldTouch(before, after)).toBe(false);
  expect(touchesOf(before, after, HOLDERS)).toEqual([]);
});

test('another time touches everybody who holds something in that session, and in no other', () => {
  const moved = { ...first, startsAt: first.startsAt + HOUR, endsAt: first.endsAt + HOUR };
  expect(couldTouch(before, { ...before, sessions: [moved, second] })).toBe(true);
  expect(touches({ sessions: [moved, second] })).toEqual([
    { what: 'moved', sessionId: 's1', people: 2, of: ['ann', 'bob'] },
  ]);
});

test('another venue touches everybody; how near one must be to check in there touches nobody', () => {
  expect(touches({ venue: { ...before.venue, name: '礼堂' } })).toMatchObject([{ what: 'venue', people: 4 }]);
  expect(touches({ venue: { ...before.venue, checkInWithin: 200 } })).toEqual([]);
  expect(touches({ venue: { ...before.venue, holds: 200 } })).toEqual([]);
});

test('a session or zone that goes touches who only waits for it: places in it refuse the edit instead', () => {
  expect(touches({ sessions: [first] })).toEqual([{ what: 'session-gone', sessionId: 's2', people: 1, of: ['cid'] }]);
  const [, zone] = first.zones;
  expect(touches({ sessions: [{ ...first, zones: zone ? [zone] : [] }, second] })).toEqual([]);
  expect(touches({ sessions: [{ ...first, zones: first.zones.slice(0, 1) }, second] })).toEqual([
    { what: 'zone-gone', sessionId: 's1', people: 1, of: ['bob'] },
  ]);
});

test('narrower eligibility touches who is in and would not come in any more', () => {
  expect(touches({ eligibility: { enterprises: ['e1'] } })).toEqual([
    { what: 'no-longer-eligible', people: 1, of: ['cid'] },
  ]);
  expect(touches({ eligibility: { employments: ['employee'] } })).toEqual([
    { what: 'no-longer-eligible', people: 1, of: ['dan'] },
  ]);
  const narrow = { ...before, eligibility: { enterprises: ['e1', 'e3'] } };
  expect(couldTouch(narrow, before)).toBe(false);
  expect(couldTouch(narrow, { ...narrow, eligibility: { enterprises: ['e1', 'e2', 'e3'] } })).toBe(false);
});

test('a member with two registrations is touched once', () => {
  const twice = [holder('ann'), holder('ann', { sessionId: 's2' })];
  const after = { ...before, venue: { ...before.venue, address: '别处' } };
  expect(touchesOf(before, after, twice)).toEqual([{ what: 'venue', people: 1, of: ['ann'] }]);
});

test('a confirmation is good for this plan, this version and these touches alone', () => {
  const made = { activityId: 'music', termsV: 3, plan: before };
  const found = touches({ venue: { ...before.venue, name: '礼堂' } });
  const token = confirmationOf(made, found);
  expect(confirmationOf(made, found)).toBe(token);
  expect(confirmationOf({ ...made, termsV: 4 }, found)).not.toBe(token);
  expect(confirmationOf({ ...made, plan: { ...before, title: '另一个' } }, found)).not.toBe(token);
  expect(
    confirmationOf(
      made,
      found.map((each) => ({ ...each, people: 5 })),
    ),
  ).not.toBe(token);
});

test('what people hold more of is said with both numbers; a session that goes would have none', () => {
  const caps = { s1: 3, s1_a: 2, 'e_*': 2, e_e9: 5 };
  expect(tooSmall(caps, { s1: 3, s1_a: 3, s2: 1, s3: 0, e_e1: 3, e_e9: 5 })).toEqual([
    { what: 'zone', id: 's1_a', wanted: 2, used: 3 },
    { what: 'session', id: 's2', wanted: 0, used: 1 },
    { what: 'enterprise', id: 'e1', wanted: 2, used: 3 },
  ]);
  expect(tooSmall({ s1: 3 }, { s1: 3, e_e1: 3 })).toEqual([]);
});

test.each<[string, string, Partial<Plan>]>([
  ['how places are given', 'allocation', { allocation: 'approval' }],
  ['where one place a person holds', 'onePlacePer', { onePlacePer: 'session' }],
  ['being announced only', 'preview', { preview: true }],
  ['a quota where there was none', 'quota', { quota: { each: 5 } }],
  ['a quota for one more enterprise', 'quota', { quota: { own: { e1: 5 } } }],
  [
    'a time that has passed',
    'sessions.s2.endsAt',
    { sessions: [first, { ...second, startsAt: NOON - 2, endsAt: NOON - 1 }] },
  ],
])('%s cannot be changed once it is published', (_what, path, change) => {
  expect(editIssues(before, { ...before, ...change }, NOON)).toEqual([{ path, message: expect.any(String) }]);
});

test('numbers of a quota may change, and a session that is over keeps its time', () => {
  const limited = { ...before, quota: { each: 5, own: { e1: 9 } } };
  expect(editIssues(limited, { ...limited, quota: { each: 9, own: { e2: 3 } } }, NOON)).toEqual([]);
  const later = { ...second, endsAt: second.endsAt + HOUR };
  expect(editIssues(before, { ...before, sessions: [first, later] }, second.endsAt + 1)).toMatchObject([
    { path: 'sessions.s2.startsAt' },
  ]);
});

test('a session gets no zones while somebody is in it who is in none', () => {
  const zones = { ...second, zones: [{ id: 'a', name: '甲', capacity: 5 }] };
  const after = { ...before, sessions: [first, zones] };
  expect(couldTouch(before, after)).toBe(true);
  const inSecond = holder('dan', { sessionId: 's2' });
  const { zoneId: _none, ...without } = inSecond;
  expect(zoneIssues(before, after, [without])).toMatchObject([{ path: 'sessions.s2.zones' }]);
  expect(zoneIssues(before, after, [holder('ann')])).toEqual([]);
});
