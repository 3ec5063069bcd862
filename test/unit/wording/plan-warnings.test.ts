import type { CheckWarning } from '../../../domain/activity/check-warnings';
import { checkWarnings } from '../../../domain/activity/check-warnings';
import { warningWords } from '../../../domain/wording/plan-warnings';
import { planAlone } from '../../support/organizing';
import { DAY, HOUR, NOON, plan } from '../../support/plans';

const STARTS = NOON + 10 * DAY;
const evening = { id: 's1', name: '周一晚场', startsAt: STARTS, endsAt: STARTS + 2 * HOUR, capacity: 50, zones: [] };
const mine = {
  ...planAlone(plan({ takesAttendance: true, opensAt: NOON + 3 * DAY, closesAt: NOON + 8 * DAY, cancelUntil: STARTS })),
  sessions: [evening],
};
const facts = { now: NOON, published: false };
const clash = { sessionId: 's1', activityId: 'choir', title: '合唱排练', startsAt: STARTS, endsAt: STARTS + HOUR };
const words = (warning: CheckWarning) => warningWords(warning, mine, NOON);

test('what the store knows comes behind what the plan says; while it is not asked nothing of it is said', () => {
  const check = { clashes: [clash], moreClashes: true, volunteers: 0, now: NOON };
  expect(checkWarnings(mine, facts, undefined)).toEqual([]);
  expect(checkWarnings(mine, facts, check)).toEqual([
    { kind: 'venue-clash', clash, path: 'sessions.s1.startsAt' },
    { kind: 'more-at-venue', path: 'venue.name' },
    { kind: 'no-volunteers', path: 'takesAttendance' },
  ]);
});

test('nobody is missed at the gate where there is one, where none is needed, and where it is not known', () => {
  const none = { clashes: [], moreClashes: false, now: NOON };
  expect(checkWarnings(mine, facts, { ...none, volunteers: 1 })).toEqual([]);
  expect(checkWarnings({ ...mine, takesAttendance: false }, facts, { ...none, volunteers: 0 })).toEqual([]);
  expect(checkWarnings(mine, facts, none)).toEqual([]);
});

test.each<[warning: CheckWarning, title: string]>([
  [{ kind: 'in-the-past', session: 's1', path: '' }, '周一晚场的时间已经过去了'],
  [{ kind: 'zones-differ', session: 's1', zones: 40, places: 50, path: '' }, '周一晚场各分区加起来 40，整场 50'],
  [{ kind: 'over-venue', sessions: ['s1'], places: 50, holds: 40, path: '' }, '周一晚场一共 50 个名额，场地容 40 人'],
  [{ kind: 'closes-late', sessions: ['s1'], path: '' }, '报名截止时周一晚场已经开始'],
  [{ kind: 'short-window', hours: 3, path: '' }, '报名只开 3 小时'],
  [{ kind: 'short-window', hours: 0, path: '' }, '报名开不到 1 小时'],
  [{ kind: 'quota-leaves-places', most: 30, places: 50, path: '' }, '能报的单位加起来 30 个，名额有 50 个'],
  [{ kind: 'other-year', year: '2025', path: '' }, '名称里是 2025 年，活动不在那一年'],
  [{ kind: 'venue-clash', clash, path: '' }, '“合唱排练”也在这里'],
  [{ kind: 'no-volunteers', path: '' }, '还没有请志愿者'],
])('a warning is said with its names and numbers: %o', (warning, title) => {
  expect(words(warning).title).toBe(title);
});

test('where there are several sessions, what is at the venue meanwhile says in the way of which it is', () => {
  const two = { sessions: [evening, { ...evening, id: 's2', name: '周二晚场' }] };
  const there: CheckWarning = { kind: 'venue-clash', path: '', clash: { ...clash, sessionId: 's2' } };
  expect(warningWords(there, two, NOON).title).toBe('周二晚场时“合唱排练”也在这里');
});

test('each says what to do about it', () => {
  expect(words({ kind: 'zones-differ', session: 's1', zones: 40, places: 50, path: '' }).advice).toContain('10 个');
  expect(words({ kind: 'zones-differ', session: 's1', zones: 60, places: 50, path: '' }).advice).toContain('10 个');
  expect(words({ kind: 'over-venue', sessions: ['s1'], places: 50, holds: 40, path: '' }).advice).toContain(
    '减掉 10 个',
  );
});
