import type { PoolRecord } from '../../../domain/signup/pool';
import type { ActivityState } from '../../../types/contract';
import { audit } from '../../support/auditor';
import type { RunningCloud } from '../../support/cloud';
import {
  accepted,
  changed,
  created,
  managed,
  organize,
  outcome,
  planAlone,
  published,
  registrationsIn,
  requestId,
  signUp,
} from '../../support/organizing';
import { DAY, HOUR, NOON, plan, session } from '../../support/plans';
import {
  addEnterprises,
  addMembers,
  advance,
  documents,
  memberOf,
  runSweeps,
  setClock,
  startTown,
} from '../../support/town';

const POSTER = 'cloud://local-env.bucket/activity/poster.jpg';
const ROUTE = 'cloud://local-env.bucket/activity/route.jpg';
const PEOPLE = ['ann', 'bob', 'cid', 'dan', 'eve'];
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药' });
  await addMembers(cloud, [
    memberOf('olga', { name: '欧阳组织', grants: [{ role: 'organizer', scope: { kind: 'all' } }] }),
    ...PEOPLE.map((openid, at) => memberOf(openid, { enterpriseId: at < 3 ? 'e1' : 'e2' })),
  ]);
});

afterEach(() => setClock(cloud, NOON));

afterAll(async () => {
  await runSweeps(cloud);
  const faults = await audit(cloud);
  await cloud.stop();
  expect(faults).toEqual([]);
});

const seen = async (activityId: string) =>
  (await cloud.call('activity', 'get', { activityId }, { openid: 'stranger' })).answer;
const poolsOf = async (activityId: string) =>
  (await documents<PoolRecord>(cloud, 'pools')).filter((pool) => pool.activityId === activityId);

test('a draft is there for organizers alone, and can be signed up to once it is published', async () => {
  const activityId = await created(cloud, { title: '秋游' });
  expect(outcome(await seen(activityId))).toBe('NOT_FOUND');
  expect(outcome(await signUp(cloud, 'ann', activityId))).toBe('NOT_FOUND');
  expect(await managed(cloud, activityId)).toMatchObject({
    state: 'draft',
    termsV: 1,
    title: '秋游',
    counts: {},
    used: {},
  });
  const answer = await organize(cloud, 'publishActivity', { activityId });
  expect(answer).toEqual({ ok: true, value: { activityId, state: 'published' } });
  expect(await seen(activityId)).toMatchObject({ ok: true, value: { phase: 'open' } });
  expect(await signUp(cloud, 'ann', activityId)).toMatchObject({ ok: true, value: { state: 'confirmed' } });
  expect(await managed(cloud, activityId)).toMatchObject({ counts: { confirmed: 1 }, used: { s1: 1 } });
});

test('a plan comes back as it was sent, and can be sent again as it came', async () => {
  const whole = planAlone(
    plan({
      ...{ quota: { each: 3, own: { e1: 5 } }, coolDown: { absences: 2, days: 60 } },
      eligibility: { enterprises: ['e1', 'e2'], employments: ['employee'] },
      questions: [{ id: 'meal', label: '吃什么', required: true, kind: 'choice', options: ['面', '饭'] }],
      images: [POSTER],
    }),
  );
  const { activityId } = accepted(await organize(cloud, 'createActivity', { plan: whole }));
  expect((await managed(cloud, activityId)).plan).toEqual(whole);
  const { quota: _quota, coolDown: _coolDown, images: _images, ...without } = whole;
  const edit = await organize(cloud, 'editActivity', { activityId, termsV: 1, plan: without });
  expect(edit).toEqual({ ok: true, value: { activityId, termsV: 2 } });
  expect((await managed(cloud, activityId)).plan).toEqual(without);
});

test('pictures are shown to everybody with the activity, stay through other changes, and burden no pool', async () => {
  const activityId = await published(cloud, { images: [POSTER, ROUTE] });
  accepted(await organize(cloud, 'closeSignUp', { activityId }));
  expect(await seen(activityId)).toMatchObject({ ok: true, value: { images: [POSTER, ROUTE] } });
  expect(JSON.stringify(await poolsOf(activityId))).not.toContain('poster');
});

test('what is no picture of activities is shown by none: nothing is made or changed of it', async () => {
  const before = (await documents(cloud, 'activities')).length;
  const strange = 'cloud://local-env.bucket/exports/somebody/list.xlsx';
  const issues = [{ path: 'plan.images.1', message: 'expects a picture of an activity' }];
  const made = planAlone(plan({ images: [POSTER, strange] }));
  expect(await organize(cloud, 'createActivity', { plan: made })).toMatchObject({
    refusal: 'BAD_INPUT',
    detail: { issues },
  });
  expect((await documents(cloud, 'activities')).length).toBe(before);
  const ten = Array.from({ length: 10 }, (_, at) => POSTER.replace('poster', `picture-${at}`));
  for (const images of [[POSTER, POSTER], ten]) {
    const refused = await organize(cloud, 'createActivity', { plan: planAlone(plan({ images })) });
    expect(refused).toMatchObject({ refusal: 'BAD_INPUT', detail: { issues: [{ path: 'plan.images' }] } });
  }
  const activityId = await published(cloud);
  expect(await changed(cloud, activityId, { images: [POSTER, strange] })).toMatchObject({ refusal: 'BAD_INPUT' });
  expect((await managed(cloud, activityId)).plan.images).toBeUndefined();
});

test('the same request makes one activity, and with another plan it is refused', async () => {
  const [id, draft] = [requestId(), planAlone(plan({ title: '一次' }))];
  const first = await organize(cloud, 'createActivity', { plan: draft }, { id });
  expect(await organize(cloud, 'createActivity', { plan: draft }, { id })).toEqual(first);
  const other = await organize(cloud, 'createActivity', { plan: { ...draft, title: '两次' } }, { id });
  expect(outcome(other)).toBe('REQUEST_REUSED');
});

test('a plan that makes no sense is refused field by field, and nothing is made of it', async () => {
  const before = (await documents(cloud, 'activities')).length;
  const bad = planAlone(plan({ closesAt: NOON - 2 * DAY, companions: 9, allocation: 'draw' }));
  const answer = await organize(cloud, 'createActivity', { plan: bad });
  expect(answer).toMatchObject({ ok: false, refusal: 'PLAN_UNFIT' });
  const issues = answer.ok || answer.refusal !== 'PLAN_UNFIT' ? [] : answer.detail.issues;
  expect(issues.map(({ path }) => path).sort()).toEqual(['allocation', 'closesAt', 'companions']);
  expect((await documents(cloud, 'activities')).length).toBe(before);
});

test('an edit names the version it was made from: an older one is told the newer', async () => {
  const activityId = await published(cloud);
  const { plan: before, termsV } = await managed(cloud, activityId);
  accepted(await changed(cloud, activityId, { title: '第二版' }));
  const late = await organize(cloud, 'editActivity', { activityId, termsV, plan: before });
  expect(late).toEqual({ ok: false, refusal: 'OUTDATED', detail: { termsV: termsV + 1 } });
  expect(await seen(activityId)).toMatchObject({ value: { title: '第二版' } });
});

test('an edit sent again gives the version it was given, however many came after it', async () => {
  const activityId = await published(cloud);
  const { plan: before, termsV } = await managed(cloud, activityId);
  const [id, input] = [requestId(), { activityId, termsV, plan: { ...before, title: '甲' } }];
  const first = await organize(cloud, 'editActivity', input, { id });
  accepted(await changed(cloud, activityId, { title: '乙' }));
  expect(await organize(cloud, 'editActivity', input, { id })).toEqual(first);
  expect(await managed(cloud, activityId)).toMatchObject({ title: '乙', termsV: termsV + 2 });
});

test('two organizers who edit at once: one gets through, the other is told to look again', async () => {
  const activityId = await published(cloud);
  const { plan: before, termsV } = await managed(cloud, activityId);
  const answers = await Promise.all(
    ['甲', '乙', '丙'].map((title) =>
      organize(cloud, 'editActivity', { activityId, termsV, plan: { ...before, title } }),
    ),
  );
  expect(answers.map(outcome).sort()).toEqual(['OUTDATED', 'OUTDATED', 'accepted']);
});

test('places are raised and lowered down to what people hold, and not below', async () => {
  const activityId = await published(cloud, { sessions: [session('s1', 5)] });
  await signUp(cloud, 'ann', activityId);
  const set = (capacity: number) => organize(cloud, 'setCapacity', { activityId, sessionId: 's1', capacity });
  accepted(await set(7));
  expect(await seen(activityId)).toMatchObject({ value: { places: { capacity: 7, left: 6 } } });
  accepted(await set(1));
  expect(outcome(await signUp(cloud, 'bob', activityId))).toBe('FULL');
  expect(await set(0)).toEqual({
    ...{ ok: false, refusal: 'TOO_SMALL' },
    detail: { over: [{ what: 'session', id: 's1', wanted: 0, used: 1 }] },
  });
  expect(outcome(await organize(cloud, 'setCapacity', { activityId, sessionId: 's7', capacity: 1 }))).toBe('NOT_FOUND');
  expect(await set(-1)).toMatchObject({
    refusal: 'PLAN_UNFIT',
    detail: { issues: [{ path: 'sessions.s1.capacity' }] },
  });
});

test('an enterprise that has taken more than its quota would be is named', async () => {
  const activityId = await published(cloud, { quota: { each: 3 } });
  for (const openid of ['ann', 'bob', 'dan']) await signUp(cloud, openid, activityId);
  expect(await changed(cloud, activityId, { quota: { each: 1 } })).toMatchObject({
    ...{ refusal: 'TOO_SMALL' },
    detail: { over: [{ what: 'enterprise', id: 'e1', wanted: 1, used: 2 }] },
  });
  accepted(await changed(cloud, activityId, { quota: { each: 2 } }));
  expect(await signUp(cloud, 'cid', activityId)).toMatchObject({ refusal: 'FULL', detail: { what: 'enterprise' } });
});

test('added places go to the head of the queue', async () => {
  const activityId = await published(cloud, { waitlist: true, sessions: [session('s1', 1)] });
  for (const openid of ['ann', 'bob', 'cid']) await signUp(cloud, openid, activityId);
  accepted(await organize(cloud, 'setCapacity', { activityId, sessionId: 's1', capacity: 2 }));
  await runSweeps(cloud);
  const states = new Map((await registrationsIn(cloud, activityId)).map(({ memberId, state }) => [memberId, state]));
  expect(PEOPLE.slice(0, 3).map((openid) => states.get(memberOf(openid)._id))).toEqual([
    ...['confirmed', 'offered', 'waitlisted'],
  ]);
});

test('more places than a pool holds come in shards, and every one of them can be taken', async () => {
  const activityId = await published(cloud, { sessions: [session('s1', 2, [['a', 2]])] });
  await signUp(cloud, 'ann', activityId, { zoneId: 'a' });
  accepted(await organize(cloud, 'setCapacity', { activityId, sessionId: 's1', zoneId: 'a', capacity: 4_500 }));
  const pools = await poolsOf(activityId);
  expect(pools.map(({ terms }) => terms.caps)).toEqual(Array(3).fill({ s1: 1_500, s1_a: 1_500 }));
  for (const openid of ['bob', 'cid', 'dan']) {
    expect(await signUp(cloud, openid, activityId, { zoneId: 'a' })).toMatchObject({ ok: true });
  }
  accepted(await organize(cloud, 'setCapacity', { activityId, sessionId: 's1', zoneId: 'a', capacity: 4 }));
  expect(outcome(await signUp(cloud, 'eve', activityId, { zoneId: 'a' }))).toBe('FULL');
});

test('sign-up is closed from now on, and a second closing says since when', async () => {
  const activityId = await published(cloud);
  const closed = accepted(await organize(cloud, 'closeSignUp', { activityId }));
  expect(Math.abs(closed.closesAt - NOON)).toBeLessThan(60_000);
  expect(outcome(await signUp(cloud, 'ann', activityId))).toBe('CLOSED');
  await advance(cloud, HOUR);
  expect(await organize(cloud, 'closeSignUp', { activityId })).toEqual({ ok: true, value: closed });
  const draft = await created(cloud);
  expect(await organize(cloud, 'closeSignUp', { activityId: draft })).toMatchObject({
    ...{ refusal: 'NOT_CHANGEABLE', detail: { state: 'draft' } },
  });
});

test.each<[string, ActivityState | 'over', (activityId: string) => Promise<unknown>]>([
  ['cancelled', 'cancelled', (activityId) => organize(cloud, 'cancelActivity', { activityId, reason: '台风' })],
  ['over', 'over', () => setClock(cloud, NOON + 20 * DAY)],
])('what is %s changes no more', async (_what, state, end) => {
  const activityId = await published(cloud);
  const { plan: before, termsV } = await managed(cloud, activityId);
  await end(activityId);
  const no = { ok: false, refusal: 'NOT_CHANGEABLE', detail: { state } };
  const times = { startsAt: NOON + 30 * DAY, endsAt: NOON + 31 * DAY };
  const moved = { activityId, sessionId: 's1', ...times, reason: '改' };
  expect([
    await organize(cloud, 'editActivity', { activityId, termsV, plan: before }),
    await organize(cloud, 'setCapacity', { activityId, sessionId: 's1', capacity: 60 }),
    await organize(cloud, 'moveSession', moved),
    await organize(cloud, 'closeSignUp', { activityId }),
    await organize(cloud, 'cancelActivity', { activityId, reason: '再一次' }),
  ]).toEqual([no, no, no, no, no]);
});

test('nothing is there under an id that nothing has', async () => {
  const activityId = 'nothing';
  const no = { ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } };
  expect([
    await organize(cloud, 'activity', { activityId }),
    await organize(cloud, 'publishActivity', { activityId }),
    await organize(cloud, 'closeSignUp', { activityId }),
    await organize(cloud, 'cancelActivity', { activityId, reason: '改' }),
    await organize(cloud, 'setCapacity', { activityId, sessionId: 's1', capacity: 1 }),
    await organize(cloud, 'registrations', { activityId, state: 'applied' }),
    await organize(cloud, 'log', { activityId }),
  ]).toEqual(Array(7).fill(no));
});
