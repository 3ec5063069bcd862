import type { RunningCloud } from '../support/cloud';
import { NOON, plan } from '../support/plans';
import { entry, patiently, poolOf } from '../support/rush';
import { addActivities, addMembers, memberOf, startTown, untilStruck, warmUp } from '../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addActivities(cloud, plan({ id: 'closing' }), plan({ id: 'shrinking' }));
  await addMembers(cloud, [memberOf('ann')]);
  await warmUp(cloud, 'change-terms', 'change', { activityId: 'closing', terms: { v: 1 } });
});

afterAll(() => cloud.stop());

test.each([
  ['closing', { v: 2, closesAt: NOON - 1 }, 'CLOSED'],
  ['shrinking', { v: 2, caps: { s1: 0 } }, 'FULL'],
])('a sign-up decided on terms that have changed since (%s) is decided anew', async (activityId, terms, refusal) => {
  const slow = { function: 'activity', op: 'signUp', at: 3, when: 'before', effect: 'delay', ms: 1_500 };
  await cloud.api('POST', 'faults', slow);
  const late = patiently(cloud, entry('ann', activityId));
  await untilStruck(cloud);
  await cloud.call('change-terms', 'change', { activityId, terms }, { openid: 'ann' });
  expect(await late).toMatchObject({ ok: false, refusal });
  expect(await poolOf(cloud, activityId)).toMatchObject({ claims: {}, used: {} });
});
