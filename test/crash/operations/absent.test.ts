import type { RegistrationMessageRecord } from '../../../domain/message/message';
import { audit } from '../../support/auditor';
import type { RunningCloud } from '../../support/cloud';
import { startCrashTown, sweepLater } from '../../support/crash-ordeal';
import { atGate, gatePlan, registrationOf, signedUp, tonight } from '../../support/gate';
import { moments } from '../../support/moments';
import { HOUR, NOON } from '../../support/plans';
import { saySeed } from '../../support/seed';
import { addActivities, addMembers, documents, FIRST_ADMIN, memberOf } from '../../support/town';

const SWEEP = { function: 'activity', op: 'sweepRegistrations' };
const KINDS = ['kill', 'fail', 'answer-lost'] as const;
let cloud: RunningCloud;
let rounds = 0;

beforeAll(async () => {
  cloud = await startCrashTown();
});
afterAll(() => cloud.stop());

/** Somebody who was expected at a session that has been over for two hours; no sweep has come by since. */
async function missing(): Promise<string> {
  rounds += 1;
  const [id, openid] = [`over-${rounds}`, `missing-${rounds}`];
  const over = { ...tonight(), startsAt: NOON - 4 * HOUR, endsAt: NOON - 2 * HOUR - 1 };
  await addActivities(cloud, gatePlan({ id, sessions: [over] }));
  await addMembers(cloud, [memberOf(openid)]);
  return signedUp(cloud, openid, { activityId: id });
}

const sweep = async () =>
  (await cloud.api('POST', 'timers/run', { ...SWEEP, name: SWEEP.op })) as { meter: { wireCalls: number } };

test('a sweep that is killed, fails or is not heard of at any wire call counts each who did not come as absent, and says so once', async () => {
  await missing();
  await sweep();
  await missing();
  // The lease is there by now: the run after the first is as long as all that follow.
  const { wireCalls } = (await sweep()).meter;
  expect(wireCalls).toBeGreaterThanOrEqual(7);
  const missed: string[] = [];
  for (const { at, when } of moments(wireCalls, 5)) {
    const held = await missing();
    missed.push(held);
    const effect = KINDS[(saySeed() + rounds) % KINDS.length];
    await cloud.api('POST', 'faults', { ...SWEEP, at, when, effect });
    await sweep();
    await cloud.api('DELETE', 'faults');
    await sweepLater(cloud, 'activity');
    expect({ at, when, effect, state: (await registrationOf(cloud, held)).state }).toMatchObject({ state: 'absent' });
  }
  const told = (await documents<RegistrationMessageRecord>(cloud, 'messages')).map(
    ({ registrationId, kind }) => `${kind} ${registrationId}`,
  );
  expect(told.filter((each) => missed.includes(each.slice(7))).sort()).toEqual(
    missed.map((id) => `absent ${id}`).sort(),
  );
  // Some of them were there after all.
  for (const registrationId of missed.slice(0, 4)) {
    expect((await atGate(cloud, 'admit', { registrationId }, FIRST_ADMIN)).answer).toMatchObject({ ok: true });
  }
  await sweepLater(cloud);
  expect(await audit(cloud, { swept: true })).toEqual([]);
});
