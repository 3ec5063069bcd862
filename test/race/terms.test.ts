import { rmSync } from 'node:fs';
import type { RunningCloud } from '../support/cloud';
import { NOON, plan } from '../support/plans';
import { entry, patiently, poolOf } from '../support/rush';
import { addActivities, addMembers, memberOf, startTown, untilStruck, warmUp } from '../support/town';
import { withFunction } from '../support/with-function';

let folder: string;
let cloud: RunningCloud;

beforeAll(async () => {
  folder = await withFunction('changer', 'change-terms.ts');
  cloud = await startTown({ cloud: folder, instances: 2 });
  await addActivities(cloud, plan({ id: 'closing' }), plan({ id: 'shrinking' }));
  await addMembers(cloud, [memberOf('ann')]);
  await warmUp(cloud, 'changer', 'change', { activityId: 'closing', terms: { v: 1 } });
});

afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['closing', { v: 2, closesAt: NOON - 1 }, 'CLOSED'],
  ['shrinking', { v: 2, caps: { s1: 0 } }, 'FULL'],
])('a sign-up decided on terms that have changed since (%s) is decided anew', async (activityId, terms, refusal) => {
  const slow = { function: 'activity', op: 'signUp', at: 3, when: 'before', effect: 'delay', ms: 1_500 };
  await cloud.api('POST', 'faults', slow);
  const late = patiently(cloud, entry('ann', activityId));
  await untilStruck(cloud);
  await cloud.call('changer', 'change', { activityId, terms }, { openid: 'ann' });
  expect(await late).toMatchObject({ ok: false, refusal });
  expect(await poolOf(cloud, activityId)).toMatchObject({ claims: {}, used: {} });
});
