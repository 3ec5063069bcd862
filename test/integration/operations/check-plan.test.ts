import { planPreview } from '../../../domain/activity/plan-preview';
import type { Plan } from '../../../types/contract';
import type { RunningCloud } from '../../support/cloud';
import { accepted, organize, planAlone, published, requestId } from '../../support/organizing';
import { DAY, HOUR, NOON, plan, session } from '../../support/plans';
import { addActivities, addEnterprises, addMembers, FIRST_ADMIN, memberOf, startTown } from '../../support/town';

const HALL = { ...plan().venue, name: '职工活动中心多功能厅' };
const evening = session('s1', 50);
const mine: Plan = { ...planAlone(plan()), venue: HALL };

let cloud: RunningCloud;

beforeEach(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药' });
});
// `stop` fails where any query of any operation went unserved by an index.
afterEach(() => cloud.stop());

const check = async (input: { activityId?: string; plan?: Plan } = {}) =>
  accepted(await organize(cloud, 'checkPlan', { plan: mine, ...input }));

describe('the venue', () => {
  test('another activity there meanwhile is named; a draft, one that was cancelled, and itself are in nobody’s way', async () => {
    const there = { venue: { ...HALL, name: '职工活动中心 多功能厅' } };
    const rehearsal = await published(cloud, { ...there, title: '合唱排练' });
    const called = await published(cloud, { ...there, title: '取消了的' });
    accepted(await organize(cloud, 'cancelActivity', { activityId: called, reason: '下雨' }));
    accepted(await organize(cloud, 'createActivity', { plan: { ...planAlone(plan(there)), title: '草稿' } }));
    await published(cloud, { title: '别处的' });
    const { startsAt, endsAt } = evening;
    const clash = { sessionId: 's1', activityId: rehearsal, title: '合唱排练', startsAt, endsAt };
    expect(await check()).toMatchObject({ clashes: [clash], moreClashes: false });
    expect(await check({ activityId: rehearsal })).toMatchObject({ clashes: [], moreClashes: false });
  });

  test('twenty are named; that there are more is said', async () => {
    const there = Array.from({ length: 21 }, (_, at) => plan({ id: `at-${at}`, venue: HALL }));
    await addActivities(cloud, ...there);
    const { clashes, moreClashes } = await check();
    expect([clashes.length, moreClashes]).toEqual([20, true]);
  });

  test('of a plan that goes on for longer than is looked at, that is said too', async () => {
    const long = { ...evening, endsAt: evening.startsAt + 90 * DAY };
    expect(await check({ plan: { ...mine, sessions: [long] } })).toMatchObject({ moreClashes: true });
  });
});

describe('volunteers', () => {
  const grantsFor = (id: string, until?: number, role: 'volunteer' | 'referee' = 'volunteer') => [
    { role, scope: { kind: 'activity' as const, id }, ...(until !== undefined && { until }) },
  ];

  test('those count whose grant lasts until it begins', async () => {
    const activityId = await published(cloud);
    const { startsAt } = evening;
    await addMembers(cloud, [
      memberOf('to-the-end', { grants: grantsFor(activityId, startsAt) }),
      memberOf('for-good', { grants: grantsFor(activityId) }),
      memberOf('too-short', { grants: grantsFor(activityId, startsAt - 1) }),
      memberOf('a-referee', { grants: grantsFor(activityId, undefined, 'referee') }),
      memberOf('elsewhere', { grants: grantsFor('another') }),
    ]);
    expect(await check({ activityId })).toMatchObject({ volunteers: 2 });
    const moved = { ...evening, startsAt: startsAt + HOUR };
    expect(await check({ activityId, plan: { ...mine, sessions: [moved] } })).toMatchObject({ volunteers: 1 });
  });

  test('what does not exist yet has none, and nothing is said of them', async () => {
    expect(await check()).not.toHaveProperty('volunteers');
  });
});

test('three calls, and the documents of the days and helpers alone, however many activities there are', async () => {
  const many = Array.from({ length: 250 }, (_, at) => ({ ...evening, startsAt: NOON + (40 + at) * DAY })).map(
    ({ startsAt, ...rest }, at) =>
      plan({ id: `far-${at}`, venue: HALL, sessions: [{ ...rest, startsAt, endsAt: startsAt + HOUR }] }),
  );
  await addActivities(cloud, ...many, plan({ id: 'that-day' }), plan({ id: 'there', venue: HALL }));
  await addMembers(cloud, [
    memberOf('helps', { grants: [{ role: 'volunteer', scope: { kind: 'activity', id: 'there' } }] }),
    ...Array.from({ length: 50 }, (_, at) => memberOf(`others-${at}`)),
  ]);
  const caller = { openid: FIRST_ADMIN, requestId: requestId() };
  const { meter } = await cloud.call('organizer', 'checkPlan', { activityId: 'there', plan: mine }, caller);
  expect([meter.dbCalls, meter.docsRead]).toEqual([3, 3]);
});

test('two hundred activities of one day are looked at, and that there may be more is said', async () => {
  await addActivities(cloud, ...Array.from({ length: 205 }, (_, at) => plan({ id: `busy-${at}` })));
  const caller = { openid: FIRST_ADMIN, requestId: requestId() };
  const { answer, meter } = await cloud.call('organizer', 'checkPlan', { plan: mine }, caller);
  expect(answer).toMatchObject({ ok: true, value: { clashes: [], moreClashes: true } });
  expect([meter.dbCalls, meter.docsRead]).toEqual([2, 200]);
});

test('the preview is what a worker is answered once it is published', async () => {
  const shown = plan({
    ...{ venue: { ...HALL, holds: 300, checkInWithin: 200 }, quota: { each: 5 }, companions: 2, waitlist: true },
    ...{ coolDown: { absences: 2, days: 60 }, takesAttendance: true, onePlacePer: 'session' },
    eligibility: { enterprises: ['e2', 'e1'], employments: ['employee'] },
    questions: [{ id: 'why', label: '为什么', required: true, kind: 'text', maxLength: 9 }],
    sessions: [
      session('s1', 50, [
        ['a', 30],
        ['b', 10],
      ]),
      { ...session('s2', 20), startsAt: NOON + 11 * DAY, endsAt: NOON + 12 * DAY },
    ],
  });
  const activityId = await published(cloud, shown);
  await addMembers(cloud, [memberOf('worker', { enterpriseId: 'e1' })]);
  const caller = { openid: 'worker', requestId: requestId() };
  const { answer } = await cloud.call('activity', 'get', { activityId }, caller);
  const detail = accepted(answer);
  const preview = planPreview(planAlone(shown), ['药谷第二制药', '药谷第一制药'], detail.now);
  expect({ ...preview, id: activityId }).toEqual(detail);
});
