import { daysAsked, type PlanWarning, planWarnings, type WarningFacts } from '../../../domain/activity/plan-warnings';
import type { Plan, SessionPlan } from '../../../types/contract';
import { planAlone } from '../../support/organizing';
import { DAY, HOUR, NOON, plan, session } from '../../support/plans';

/** Friday, 20 November 2026, noon in Shanghai. Sign-up opens on the Monday after, and everything is as it should be. */
const FACTS: WarningFacts = { now: NOON, published: false };
const STARTS = NOON + 10 * DAY;
const MONDAY_TEN = NOON + 3 * DAY - 2 * HOUR;

const sound = (changes: Partial<Plan> = {}): Plan => ({
  ...planAlone(plan()),
  opensAt: MONDAY_TEN,
  closesAt: STARTS - 2 * DAY,
  cancelUntil: STARTS - DAY,
  ...changes,
});

const at = (id: string, startsAt: number, hours: number, capacity = 50): SessionPlan => ({
  ...{ id, name: id, startsAt, endsAt: startsAt + hours * HOUR, capacity, zones: [] },
});

const hall = (holds: number) => ({ ...plan().venue, holds });
const found = (changes: Partial<Plan>, facts: Partial<WarningFacts> = {}): PlanWarning[] =>
  planWarnings(sound(changes), { ...FACTS, ...facts });
const kinds = (changes: Partial<Plan>, facts: Partial<WarningFacts> = {}): string[] =>
  found(changes, facts).map(({ kind }) => kind);

test('of a plan that is as it should be nothing is asked', () => {
  expect(found({})).toEqual([]);
});

type Row = [what: string, changes: Partial<Plan>, warnings: object[]];

test.each<Row>([
  [
    'a session that has begun',
    { sessions: [at('s1', NOON, 2), at('s2', STARTS, 2)] },
    [
      { kind: 'in-the-past', session: 's1', path: 'sessions.s1.startsAt' },
      { kind: 'closes-late', sessions: ['s1'], path: 'closesAt' },
      { kind: 'cancel-late', sessions: ['s1'], path: 'cancelUntil' },
    ],
  ],
  [
    'a session more than a year away',
    { sessions: [at('s1', NOON + 366 * DAY + 1, 2)] },
    [{ kind: 'far-away', session: 's1', path: 'sessions.s1.startsAt' }],
  ],
  [
    'a session of more than a day',
    { sessions: [at('s1', STARTS, 25)] },
    [{ kind: 'very-long', session: 's1', path: 'sessions.s1.endsAt' }],
  ],
  [
    'a session without places',
    { sessions: [at('s1', STARTS, 2, 0)] },
    [{ kind: 'no-places', session: 's1', path: 'sessions.s1.capacity' }],
  ],
  [
    'zones that have fewer places than their session',
    {
      sessions: [
        session('s1', 50, [
          ['a', 20],
          ['b', 20],
        ]),
      ],
    },
    [{ kind: 'zones-differ', session: 's1', zones: 40, places: 50, path: 'sessions.s1.capacity' }],
  ],
  [
    'zones that have more',
    { sessions: [session('s1', 50, [['a', 60]])] },
    [{ kind: 'zones-differ', session: 's1', zones: 60, places: 50, path: 'sessions.s1.capacity' }],
  ],
  [
    'more places than the hall holds',
    { venue: hall(49) },
    [{ kind: 'over-venue', sessions: ['s1'], places: 50, holds: 49, path: 'sessions.s1.capacity' }],
  ],
  [
    'sessions at one time that together are more than the hall holds',
    { venue: hall(99), sessions: [at('s1', STARTS, 3), at('s2', STARTS + HOUR, 1)] },
    [
      { kind: 'sessions-overlap', sessions: ['s1', 's2'], path: 'sessions.s2.startsAt' },
      { kind: 'over-venue', sessions: ['s1', 's2'], places: 100, holds: 99, path: 'sessions.s2.capacity' },
    ],
  ],
  [
    'sessions that begin together are said to be too many for the hall once',
    { venue: hall(99), sessions: [at('s1', STARTS, 3), at('s2', STARTS, 1)] },
    [
      { kind: 'sessions-overlap', sessions: ['s1', 's2'], path: 'sessions.s2.startsAt' },
      { kind: 'over-venue', sessions: ['s1', 's2'], places: 100, holds: 99, path: 'sessions.s1.capacity' },
    ],
  ],
  [
    'sign-up that goes on when a session has begun',
    { closesAt: STARTS + 1, cancelUntil: STARTS + 1, sessions: [at('s1', STARTS, 2), at('s2', STARTS + DAY, 2)] },
    [
      { kind: 'closes-late', sessions: ['s1'], path: 'closesAt' },
      { kind: 'cancel-late', sessions: ['s1'], path: 'cancelUntil' },
    ],
  ],
  [
    'places that can be given back when it has begun',
    { cancelUntil: STARTS + 1 },
    [{ kind: 'cancel-late', sessions: ['s1'], path: 'cancelUntil' }],
  ],
  [
    'no way back for who signs up last',
    { cancelUntil: STARTS - 3 * DAY },
    [{ kind: 'cancel-before-close', path: 'cancelUntil' }],
  ],
  ['sign-up that is over', { opensAt: NOON - 2, closesAt: NOON }, [{ kind: 'closed-already', path: 'closesAt' }]],
  ['sign-up that opens as it is published', { opensAt: NOON }, [{ kind: 'opens-at-once', path: 'opensAt' }]],
  ['sign-up in less than an hour', { opensAt: NOON + HOUR - 1 }, [{ kind: 'opens-soon', path: 'opensAt' }]],
  ['sign-up on a Saturday', { opensAt: NOON + DAY }, [{ kind: 'opens-on-day-off', path: 'opensAt' }]],
  ['sign-up on a Sunday', { opensAt: NOON + 2 * DAY }, [{ kind: 'opens-on-day-off', path: 'opensAt' }]],
  ['sign-up at ten at night', { opensAt: MONDAY_TEN + 12 * HOUR }, [{ kind: 'opens-at-night', path: 'opensAt' }]],
  ['sign-up before eight', { opensAt: MONDAY_TEN - 2 * HOUR - 1 }, [{ kind: 'opens-at-night', path: 'opensAt' }]],
  [
    'sign-up that is open for less than a day',
    { closesAt: MONDAY_TEN + 23.5 * HOUR },
    [{ kind: 'short-window', hours: 23, path: 'closesAt' }],
  ],
  [
    'applications, and less than a day to decide',
    { allocation: 'approval', closesAt: STARTS - DAY + 1, cancelUntil: STARTS },
    [{ kind: 'little-time-to-decide', path: 'closesAt' }],
  ],
  [
    'quotas that together are fewer than the places',
    { quota: { each: 10, own: { e2: 29 } }, eligibility: { enterprises: ['e1', 'e2', 'e3'] } },
    [{ kind: 'quota-leaves-places', most: 49, places: 50, path: 'quota.each' }],
  ],
  [
    'a quota of as many as there are',
    { quota: { each: 50 } },
    [{ kind: 'quota-without-effect', each: 50, places: 50, path: 'quota.each' }],
  ],
  [
    'more companions than a quota lets in',
    { quota: { each: 2 }, companions: 2 },
    [{ kind: 'companions-over-quota', each: 2, path: 'companions' }],
  ],
  [
    'a year in the name in which nothing happens',
    { title: '2025 药谷职工音乐节' },
    [{ kind: 'other-year', year: '2025', path: 'title' }],
  ],
])('%s', (_what, changes, warnings) => {
  expect(found(changes)).toEqual(warnings);
});

test.each<[string, Partial<Plan>]>([
  ['a session of just a day, a year away', { sessions: [at('s1', NOON + 366 * DAY, 24)] }],
  ['zones that make up their session', { sessions: [session('s1', 50, [['a', 50]])] }],
  ['a hall that is just full', { venue: hall(50) }],
  ['a hall that is full twice', { venue: hall(50), sessions: [at('s1', STARTS, 2), at('s2', STARTS + 2 * HOUR, 2)] }],
  ['sign-up until it begins', { closesAt: STARTS, cancelUntil: STARTS }],
  ['an hour of notice', { opensAt: NOON + HOUR }],
  ['sign-up at eight', { opensAt: MONDAY_TEN - 2 * HOUR }],
  ['sign-up for a day', { closesAt: MONDAY_TEN + DAY }],
  ['a day to decide', { allocation: 'approval', closesAt: STARTS - DAY }],
  ['quotas for just all places', { quota: { each: 25 }, eligibility: { enterprises: ['e1', 'e2'] } }],
  ['one enterprise without a limit', { quota: { own: { e1: 5 } }, eligibility: { enterprises: ['e1', 'e2'] } }],
  ['a quota, and room in it for a companion', { quota: { each: 2 }, companions: 1 }],
  ['the year in which it is', { title: '2026 药谷职工音乐节' }],
  ['a number that is no year', { title: '第 120250 号活动' }],
])('is not asked about: %s', (_what, changes) => {
  expect(kinds(changes)).toEqual([]);
});

test('in a session of its own each has its quota, so the largest counts', () => {
  const sessions = [at('s1', STARTS, 2, 30), at('s2', STARTS + DAY, 2, 20)];
  expect(kinds({ sessions, quota: { each: 30 }, onePlacePer: 'session' })).toEqual(['quota-without-effect']);
  expect(kinds({ sessions, quota: { each: 30 } })).toEqual([]);
});

test('what everybody sees already is not asked when it opens, only whether it still takes anybody', () => {
  const published = { published: true };
  expect(kinds({ opensAt: NOON - DAY, closesAt: NOON + HOUR }, published)).toEqual([]);
  expect(kinds({ opensAt: NOON - DAY, closesAt: NOON }, published)).toEqual(['closed-already']);
});

test('of what is only announced the window is not settled', () => {
  expect(kinds({ preview: true, opensAt: NOON, closesAt: STARTS + DAY, cancelUntil: NOON })).toEqual([]);
});

test('two months of days are asked about, and that there are more is said', () => {
  expect(daysAsked([at('s1', STARTS, 2), at('s2', STARTS + HOUR, 20)])).toEqual({
    days: ['2026-11-30', '2026-12-01'],
    more: false,
  });
  const season = daysAsked([at('s1', STARTS, 24 * 400)]);
  expect([season.days.length, season.days[0], season.more]).toEqual([62, '2026-11-30', true]);
  expect(daysAsked([{ ...at('s1', STARTS, 1), endsAt: Number.MAX_SAFE_INTEGER }]).days).toHaveLength(62);
  expect(daysAsked([at('s1', Number.MAX_SAFE_INTEGER, 1)])).toEqual({ days: [], more: false });
});
