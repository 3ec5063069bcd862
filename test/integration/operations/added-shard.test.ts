import { activityFrom } from '../../../domain/activity/activity';
import { POOL_PLACES, type PoolRecord } from '../../../domain/signup/pool';
import type { RunningCloud } from '../../support/cloud';
import { organize, requestId } from '../../support/organizing';
import { plan, session, soloPool } from '../../support/plans';
import { addMembers, documents, insert, memberOf, runSweep, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addMembers(
    cloud,
    ['ann', 'bob'].map((openid) => memberOf(openid)),
  );
  const activity = activityFrom(plan({ id: 'large', waitlist: true, sessions: [session('s1', POOL_PLACES)] }));
  await insert(cloud, 'activities', [activity]);
  await insert(cloud, 'pools', [{ ...soloPool(activity), used: { s1: POOL_PLACES } }]);
});
afterAll(() => cloud.stop());

async function signUp(openid: string) {
  const input = { activityId: 'large', sessionId: 's1', answers: {} };
  const { answer } = await cloud.call('activity', 'signUp', input, { openid, requestId: requestId() });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

async function mine(openid: string, registrationId: string) {
  const { answer } = await cloud.call('activity', 'registration', { registrationId }, { openid });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

test('places that come in a shard of their own go to who waits first, then to newcomers', async () => {
  const waits = await signUp('ann');
  expect(waits).toMatchObject({ state: 'waitlisted', position: 1 });
  const raised = { activityId: 'large', sessionId: 's1', capacity: POOL_PLACES + 1 };
  expect(await organize(cloud, 'setCapacity', raised)).toMatchObject({ ok: true });
  const newcomer = await signUp('bob');
  expect(newcomer).toMatchObject({ state: 'waitlisted', position: 2 });
  await runSweep(cloud, 'sweepQueues');
  expect((await mine('ann', waits.id)).state).toBe('offered');
  expect(await mine('bob', newcomer.id)).toMatchObject({ state: 'waitlisted', position: 1 });
  const shards = await documents<PoolRecord>(cloud, 'pools');
  expect(shards.map(({ _id, terms, used }) => [_id, terms.caps.s1, used.s1]).sort()).toEqual([
    ['large', POOL_PLACES, POOL_PLACES],
    ['large~1', 1, 1],
  ]);
});
