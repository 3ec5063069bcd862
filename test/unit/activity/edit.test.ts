import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { termsOf } from '../../../domain/activity/activity';
import { planOf } from '../../../domain/activity/edit';
import { movedSession } from '../../../domain/activity/moved-session';
import { senseIssues } from '../../../domain/activity/plan-issues';
import { resized } from '../../../domain/activity/resized';
import type { Plan } from '../../../types/contract';
import { EditModel } from '../../support/edit-model';
import { planAlone } from '../../support/organizing';
import { DAY, HOUR, plan, session } from '../../support/plans';
import { chance, holds } from '../../support/seed';

const zoned = session('s1', 9, [
  ['a', 4],
  ['b', 5],
]);
const some: Plan = planAlone(plan({ sessions: [zoned, session('s2', 5)] }));

test('a zone that is changed takes its session along where the zones made it up', () => {
  const more = resized(some, { sessionId: 's1', zoneId: 'a', capacity: 6 });
  expect(more).toMatchObject({ sessions: [{ capacity: 11, zones: [{ capacity: 6 }, { capacity: 5 }] }, {}] });
  const narrow = { ...some, sessions: [{ ...zoned, capacity: 7 }] };
  expect(resized(narrow, { sessionId: 's1', zoneId: 'a', capacity: 6 })).toMatchObject({ sessions: [{ capacity: 7 }] });
  expect(resized(some, { sessionId: 's9', capacity: 1 })).toBe('session');
  expect(resized(some, { sessionId: 's2', zoneId: 'a', capacity: 1 })).toBe('zone');
});

test('a session that comes earlier takes the end of sign-up and of cancelling along', () => {
  const [first] = some.sessions;
  const startsAt = some.opensAt + 2 * DAY;
  const alone = { ...some, sessions: first ? [first] : [] };
  const moved = movedSession(alone, { sessionId: 's1', startsAt, endsAt: startsAt + HOUR });
  expect(moved).toMatchObject({ closesAt: startsAt + HOUR, cancelUntil: startsAt + HOUR });
  expect(movedSession(some, { sessionId: 's1', startsAt, endsAt: startsAt + HOUR })?.closesAt).toBe(some.closesAt);
  expect(movedSession(some, { sessionId: 's9', startsAt, endsAt: startsAt + HOUR })).toBeUndefined();
});

test.each<[string, string, Partial<Plan>]>([
  ['a draw', 'allocation', { allocation: 'draw' }],
  ['sign-up past the end', 'closesAt', { closesAt: zoned.endsAt + 1 }],
  ['cancelling past the end', 'cancelUntil', { cancelUntil: zoned.endsAt + 1 }],
  [
    'a choice of one',
    'questions.meal.options',
    { questions: [{ id: 'meal', label: '吃什么', required: true, kind: 'choice', options: ['面'] }] },
  ],
  [
    'numbers that end before they begin',
    'questions.size.range',
    { questions: [{ id: 'size', label: '几号', required: true, kind: 'number', min: 5, max: 4 }] },
  ],
])('a plan with %s is refused by the field’s name', (_what, path, change) => {
  expect(senseIssues(some)).toEqual([]);
  expect(senseIssues({ ...some, ...change })).toEqual([{ path, message: expect.any(String) }]);
});

test('the window of what is only announced is not settled', () => {
  expect(senseIssues({ ...some, preview: true, closesAt: zoned.endsAt + 1 })).toEqual([]);
});

const places = fc.nat({ max: 2_600 });
const sizes = fc.record({ s1: places, a: places, b: places, s2: fc.option(places, { nil: undefined }), each: places });
type Sizes = { s1: number; a: number; b: number; s2: number | undefined; each: number };

function planWith({ s1, a, b, s2, each }: Sizes, onePlacePer: Plan['onePlacePer']): Plan {
  const first = session('s1', s1, [
    ['a', a],
    ['b', b],
  ]);
  const sessions = s2 === undefined ? [first] : [first, session('s2', s2)];
  return planAlone(plan({ id: 'music', onePlacePer, quota: { each }, sessions }));
}

const SOLD = [
  ['s1', 's1_a', 'e_e1'],
  ['s1', 's1_b', 'e_e2'],
  ['s2', 'e_e1'],
  ['s2', 'e_e3'],
  ['s1', 's1_a', 'e_e4'],
];

/** Two edits, each carried by three workers, while places come and go between any two steps. */
function rush(from: Sizes, to: readonly Sizes[], per: Plan['onePlacePer'], random: () => number): EditModel {
  const model = new EditModel({ id: 'music', ...planWith(from, per) });
  const sellSome = () => {
    const counters = SOLD[Math.floor(random() * SOLD.length)] ?? [];
    const pool = Math.floor(random() * 50);
    model.sell(pool, counters, Math.floor(random() * 700) - 150);
  };
  for (const sizesAfter of to) {
    for (let sale = 0; sale < 10; sale++) sellSome();
    if (!model.begin({ plan: planWith(sizesAfter, per), state: 'published' })) continue;
    const workers = [model.worker(), model.worker(), model.worker()];
    while (workers.length > 0) {
      const at = Math.floor(random() * workers.length);
      if (workers[at]?.next().done) workers.splice(at, 1);
      if (random() < 0.6) sellSome();
    }
  }
  return model;
}

test.each(['activity', 'session'] as const)(
  'whoever signs up while an edit is carried by several at once, nothing is oversold and the shards make up the plan (one place per %s)',
  (per) => {
    holds(
      fc.property(sizes, fc.array(sizes, { minLength: 1, maxLength: 3 }), fc.nat(), (from, to, seed) => {
        const model = rush(from, to, per, chance(seed));
        const { activity, pools, faults } = model;
        const { 'e_*': _each, ...whole } = termsOf(activity).caps;
        const { 'e_*': _shared, ...shared } = model.caps();
        const plain = Object.fromEntries(Object.entries(shared).filter(([counter]) => !counter.startsWith('e_')));
        const together = pools.every(({ terms }) => terms.v === activity.termsV);
        return faults.length === 0 && !activity.next && together && isDeepStrictEqual(plain, whole);
      }),
      150,
    );
  },
);

test('an edit for which too much was sold meanwhile is taken back, and everything is as it was', () => {
  const model = new EditModel({
    id: 'music',
    ...planAlone(plan({ id: 'music', sessions: [session('s1', 50), session('s2', 9)] })),
  });
  const before = planOf(model.activity);
  const smaller = planAlone(plan({ id: 'music', title: '另一个', sessions: [session('s1', 10), session('s2', 20)] }));
  expect(model.begin({ plan: smaller, state: 'published' })).toBe(true);
  const worker = model.worker();
  worker.next();
  model.sell(0, ['s1'], 30);
  while (!worker.next().done);
  expect(model.undone).toBe(1);
  expect(planOf(model.activity)).toEqual(before);
  expect(model.pools).toMatchObject([{ used: { s1: 30 }, terms: { title: before.title, caps: { s1: 50, s2: 9 } } }]);
  expect(model.begin({ plan: smaller, state: 'published' })).toBe(false);
});
