import { talliesAgree } from '../../support/auditor-tallies';
import type { RunningCloud } from '../../support/cloud';
import { sweepLater } from '../../support/crash-ordeal';
import { atGate, gatePlan, signedUp } from '../../support/gate';
import { moments } from '../../support/moments';
import { accepted } from '../../support/organizing';
import { NOON } from '../../support/plans';
import { sweepTallies } from '../../support/report';
import { saySeed } from '../../support/seed';
import {
  addActivities,
  addEnterprises,
  addMembers,
  FIRST_ADMIN,
  memberOf,
  runSweep,
  setClock,
  startTown,
} from '../../support/town';

const KINDS = ['kill', 'fail', 'answer-lost'] as const;
let cloud: RunningCloud;
let rounds = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药' });
});
afterAll(() => cloud.stop());

const admit = async (registrationId: string) =>
  accepted((await atGate(cloud, 'admit', { registrationId }, FIRST_ADMIN)).answer);
const undo = async (registrationId: string) =>
  accepted((await atGate(cloud, 'undo', { registrationId, reason: '扫错了人' }, FIRST_ADMIN)).answer);

/** Work of every sort for the next run: two who stay, one who is undone before and one after they were counted, points. */
async function prepared(): Promise<void> {
  rounds += 1;
  await setClock(cloud, NOON);
  const activityId = `gala-${rounds}`;
  await addActivities(cloud, gatePlan({ id: activityId }));
  const held: string[] = [];
  for (const [at, name] of ['a', 'b', 'c', 'd'].entries()) {
    const openid = `${name}-${at % 2 === 0 ? rounds : 0}`;
    if (at % 2 === 0 || rounds === 1)
      await addMembers(cloud, [memberOf(openid, { enterpriseId: at === 1 ? 'e2' : 'e1' })]);
    held.push(await signedUp(cloud, openid, { activityId, zoneId: 'a', companions: at % 3 }));
  }
  for (const id of held.slice(0, 3)) await admit(id);
  await undo(held[1] ?? '');
  await sweepTallies(cloud);
  await undo(held[2] ?? '');
  await admit(held[3] ?? '');
  await admit(held[1] ?? '');
  await runSweep(cloud, 'award', 'points');
}

test('a sweep that is killed, fails or is not heard of at any wire call counts every record once', async () => {
  await prepared();
  await sweepTallies(cloud);
  await prepared();
  const { wireCalls } = (await sweepTallies(cloud)).meter;
  expect(wireCalls).toBeGreaterThan(20);
  expect(await talliesAgree(cloud)).toEqual([]);
  for (const { at, when } of moments(wireCalls, 8)) {
    await prepared();
    const effect = KINDS[(saySeed() + rounds) % KINDS.length];
    await cloud.api('POST', 'faults', { function: 'report', op: 'sweepTallies', at, when, effect });
    await sweepTallies(cloud);
    const [asked] = (await cloud.api('GET', 'faults')) as { struck: number }[];
    await cloud.api('DELETE', 'faults');
    expect({ at, when, struck: asked?.struck }).toEqual({ at, when, struck: 1 });
    await sweepLater(cloud, 'report');
    await sweepLater(cloud, 'report');
    expect({ at, when, effect, faults: await talliesAgree(cloud) }).toEqual({ at, when, effect, faults: [] });
  }
});
