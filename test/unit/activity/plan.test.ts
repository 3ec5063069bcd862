import { type ActivityPlan, activityFrom, termsOf } from '../../../domain/activity/activity';
import { planIssues, senseIssues } from '../../../domain/activity/plan-issues';
import { POOL_PLACES, SHARDS_MOST } from '../../../domain/signup/pool';
import { DAY, HOUR, NOON, plan, session, soloPool } from '../../support/plans';

const [first] = plan().sessions;
if (!first) throw new Error('a plan has a session');

test('a whole plan has no issues', () => {
  expect(planIssues(plan())).toEqual([]);
});

test.each<[string, Partial<ActivityPlan>]>([
  ['no session', { sessions: [] }],
  ['a session id that would not do as a field name', { sessions: [session('a.b', 1)] }],
  ['a session id that reads like a zone’s counter', { sessions: [session('s1_a', 1)] }],
  ['a zone id that would not do as a field name', { sessions: [session('s1', 1, [['a.b', 1]])] }],
  ['two sessions of one id', { sessions: [session('s1', 1), session('s1', 1)] }],
  [
    'two zones of one id',
    {
      sessions: [
        session('s1', 2, [
          ['a', 1],
          ['a', 1],
        ]),
      ],
    },
  ],
  ['a session that ends as it starts', { sessions: [{ ...first, endsAt: first.startsAt }] }],
  ['more places than ten shards hold', { sessions: [session('s1', POOL_PLACES * SHARDS_MOST), session('s2', 1)] }],
  ['a part of a place', { sessions: [session('s1', 1.5)] }],
  ['fewer places than none', { sessions: [session('s1', -1)] }],
  ['a part of a place in a zone', { sessions: [session('s1', 2, [['a', 0.5]])] }],
  ['half a companion', { companions: 0.5 }],
  ['fewer companions than none', { companions: -1 }],
  ['more companions than a form asks for', { companions: 6 }],
  ['a part of a place for every enterprise', { quota: { each: 1.5 } }],
  ['fewer places than none for an enterprise', { quota: { own: { e1: -1 } } }],
  ['a cool-down after no absence', { coolDown: { absences: 0, days: 30 } }],
  ['a cool-down of no days', { coolDown: { absences: 1, days: 0 } }],
  ['a cool-down of part of a day', { coolDown: { absences: 1, days: 0.5 } }],
  ['a window that closes as it opens', { closesAt: plan().opensAt }],
])('a plan with %s cannot be published', (_what, change) => {
  expect(planIssues(plan(change)).length).toBeGreaterThan(0);
  expect(() => activityFrom(plan(change))).toThrow();
});

test.each<[string, Partial<ActivityPlan>]>([
  ['ten shards full', { sessions: [session('s1', POOL_PLACES * SHARDS_MOST)] }],
  [
    'as many in each session, where each has its own pool',
    { onePlacePer: 'session', sessions: ['s1', 's2'].map((id) => session(id, POOL_PLACES * SHARDS_MOST)) },
  ],
  ['five companions', { companions: 5 }],
  ['no place for one enterprise', { quota: { each: 3, own: { e1: 0 } } }],
  ['approval', { allocation: 'approval' }],
  ['a cool-down', { coolDown: { absences: 1, days: 1 } }],
])('a plan with %s can be published', (_what, change) => {
  expect(planIssues(plan(change))).toEqual([]);
});

const text = { id: 'why', label: '为什么', required: true, kind: 'text' as const, maxLength: 9 };
const end = session('s1', 1).endsAt;

test.each<[string, Partial<ActivityPlan>, string]>([
  ['a draw, which nobody holds yet', { allocation: 'draw' }, 'allocation'],
  ['two questions of one id', { questions: [text, text] }, 'questions'],
  ['a choice of one', { questions: [{ ...text, kind: 'choice', options: ['面'] }] }, 'questions.why.options'],
  [
    'a choice of the same',
    { questions: [{ ...text, kind: 'choice', options: ['面', '面'] }] },
    'questions.why.options',
  ],
  ['a range upside down', { questions: [{ ...text, kind: 'number', min: 2, max: 1 }] }, 'questions.why.range'],
  ['sign-up after the end', { closesAt: end + 1 }, 'closesAt'],
  ['cancelling after the end', { cancelUntil: end + 1 }, 'cancelUntil'],
])('a plan with %s makes no sense', (_what, change, path) => {
  expect(senseIssues(plan(change)).map((issue) => issue.path)).toEqual([path]);
});

test('a plan that goes to its very limits makes sense', () => {
  const choice = { ...text, id: 'meal', kind: 'choice' as const, options: ['面', '饭'] };
  const number = { ...text, id: 'size', kind: 'number' as const, min: 1, max: 1 };
  expect(senseIssues(plan({ questions: [text, choice, number], closesAt: end, cancelUntil: end }))).toEqual([]);
});

test('a preview may be of any size: it has no pool', () => {
  expect(planIssues(plan({ preview: true, sessions: [session('s1', 9_000)] }))).toEqual([]);
});

test('an activity lasts from its first session’s start to its last one’s end, and is found on each of their days', () => {
  const late = { ...session('s2', 5), startsAt: NOON + 40 * DAY, endsAt: NOON + 41 * DAY };
  const early = { ...session('s1', 5), startsAt: NOON + 12 * HOUR, endsAt: NOON + 13 * HOUR };
  const activity = activityFrom(plan({ sessions: [late, early] }));
  expect(activity).toMatchObject({
    startsAt: early.startsAt,
    endsAt: late.endsAt,
    startKey: `${early.startsAt}_music-2026`,
    endKey: `${late.endsAt}_music-2026`,
    days: ['2026-11-21', '2026-12-30', '2026-12-31'],
    months: ['2026-11', '2026-12'],
    state: 'published',
  });
});

test('what people sign up to has a cap for every session and zone, and no way to reach anything else', () => {
  const terms = termsOf(
    activityFrom(
      plan({
        sessions: [
          session('s1', 9, [
            ['a', 3],
            ['b', 6],
          ]),
          session('s2', 4),
        ],
      }),
    ),
  );
  expect(terms.caps).toEqual({ s1: 9, s1_a: 3, s1_b: 6, s2: 4 });
  expect(terms.cancelled).toBe(false);
});

test('terms follow the activity: its version, and whether it was cancelled', () => {
  const activity = activityFrom(plan(), 7);
  expect(termsOf(activity).v).toBe(7);
  expect(termsOf({ ...activity, state: 'cancelled' }).cancelled).toBe(true);
});

test('an empty pool has nobody in it', () => {
  expect(soloPool(activityFrom(plan()))).toMatchObject({ _id: 'music-2026', used: {}, claims: {}, past: {} });
});
