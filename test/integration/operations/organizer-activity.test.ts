import type { ActivityRecord } from '../../../domain/activity/activity';
import type { PoolRecord } from '../../../domain/signup/pool';
import type { RunningCloud } from '../../support/cloud';

import { accepted, organize, planAlone, requestId } from '../../support/organizing';
import { DAY, HOUR, NOON, plan, session } from '../../support/plans';

import { addEnterprises, addMembers, documents, memberOf, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药' });
  await addMembers(cloud, [
    memberOf('olga', { name: '欧阳组织', grants: [{ role: 'organizer', scope: { kind: 'all' } }] }),
    ...['ann', 'bob'].map((openid) => memberOf(openid)),
  ]);
});
afterEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const created = async (changes: Parameters<typeof plan>[0] = {}): Promise<string> =>
  accepted(await organize(cloud, 'createActivity', { plan: planAlone(plan(changes)) })).activityId;
const published = async (changes: Parameters<typeof plan>[0] = {}): Promise<string> => {
  const activityId = await created(changes);
  accepted(await organize(cloud, 'publishActivity', { activityId }));
  return activityId;
};
const seen = async (activityId: string) =>
  (await cloud.call('activity', 'get', { activityId }, { openid: 'ann' })).answer;
const managed = async (activityId: string) => accepted(await organize(cloud, 'activity', { activityId }));
const poolsOf = async (activityId: string) =>
  (await documents<PoolRecord>(cloud, 'pools')).filter((pool) => pool.activityId === activityId);
const signUp = (openid: string, activityId: string, rest: object = {}) =>
  cloud.call(
    'activity',
    'signUp',
    { activityId, sessionId: 's1', answers: {}, ...rest },
    { openid, requestId: requestId() },
  );

test('a draft is there for organizers alone, and can be signed up to once it is published', async () => {
  const activityId = await created({ title: '秋游' });
  expect(await seen(activityId)).toMatchObject({ refusal: 'NOT_FOUND' });
  expect((await signUp('ann', activityId)).answer).toMatchObject({ refusal: 'NOT_FOUND' });
  expect(await managed(activityId)).toMatchObject({ state: 'draft', termsV: 1, title: '秋游', counts: {}, used: {} });
  const answer = await organize(cloud, 'publishActivity', { activityId });
  expect(answer).toEqual({ ok: true, value: { activityId, state: 'published' } });
  expect(await seen(activityId)).toMatchObject({ ok: true, value: { phase: 'open' } });
  expect((await signUp('ann', activityId)).answer).toMatchObject({ ok: true, value: { state: 'confirmed' } });
  expect(await managed(activityId)).toMatchObject({ counts: { confirmed: 1 }, used: { s1: 1 } });
});

test('capacity raised and lowered is what people find', async () => {
  const activityId = await published({ sessions: [session('s1', 5)] });
  expect(await organize(cloud, 'setCapacity', { activityId, sessionId: 's1', capacity: 7 })).toEqual({
    ok: true,
    value: { activityId, termsV: 3 },
  });
  expect((await poolsOf(activityId)).map(({ terms }) => [terms.v, terms.caps])).toEqual([[3, { s1: 7 }]]);
  expect(await organize(cloud, 'setCapacity', { activityId, sessionId: 's1', capacity: 1 })).toMatchObject({
    ok: true,
  });
  await signUp('ann', activityId);
  expect(await organize(cloud, 'setCapacity', { activityId, sessionId: 's1', capacity: 0 })).toEqual({
    ok: false,
    refusal: 'TOO_SMALL',
    detail: { over: [{ what: 'session', id: 's1', wanted: 0, used: 1 }] },
  });
  void HOUR;
  void DAY;
  void ({} as ActivityRecord);
});
