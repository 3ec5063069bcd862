import { startOfDay } from '../../../domain/time/shanghai';
import { audit } from '../../support/auditor';
import type { RunningCloud } from '../../support/cloud';
import { send } from '../../support/crash-commands';
import { settle, startCrashTown } from '../../support/crash-ordeal';
import { POINTS } from '../../support/crash-points';
import { addVolunteer, atGate, gatePlan, signedUp } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { accountOf } from '../../support/points';
import { saySeed } from '../../support/seed';
import { addActivities, addMembers, advance, memberOf, setClock } from '../../support/town';

let cloud: RunningCloud;
let rounds = 0;

beforeAll(async () => {
  cloud = await startCrashTown();
  await addActivities(cloud, gatePlan());
  await addVolunteer(cloud, 'server', 'gala');
});
afterAll(() => cloud.stop());

interface Ran {
  failed?: string;
  meter: { wireCalls: number };
}

const sweepNow = async (name: string) => (await cloud.api('POST', 'timers/run', { function: 'points', name })) as Ran;

async function guestLetIn(): Promise<string> {
  rounds += 1;
  const openid = `guest-${rounds}`;
  await addMembers(cloud, [memberOf(openid, { name: `来宾${rounds}` })]);
  const registrationId = await signedUp(cloud, openid);
  accepted((await atGate(cloud, 'admit', { registrationId }, 'server')).answer);
  return registrationId;
}

const undo = async (registrationId: string) =>
  accepted((await atGate(cloud, 'undo', { registrationId, reason: '扫错了人' }, 'server')).answer);

/** Kills a sweep at moments of it that go round with the seed; what `prepare` makes is what it has to do. */
async function killed(name: string, prepare: () => Promise<void>, every: number): Promise<number> {
  const disturbed: string[] = [];
  for (let at = 1, calls = 1; at <= calls; at++) {
    for (const when of ['before', 'after'] as const) {
      if ((2 * at + (when === 'after' ? 1 : 0) + saySeed()) % every !== 0 && at > 1) continue;
      await prepare();
      await cloud.api('POST', 'faults', { function: 'points', op: name, at, when, effect: 'kill' });
      const { meter } = await sweepNow(name);
      calls = Math.max(calls, meter.wireCalls + 1);
      await cloud.api('DELETE', 'faults');
      disturbed.push(`${when} ${at}`);
      if (at === 1) calls = Math.max(calls, 20);
      await settle(cloud, 'points');
    }
  }
  await settle(cloud);
  expect({ disturbed, faults: await audit(cloud, { swept: true }) }).toEqual({ disturbed, faults: [] });
  return disturbed.length;
}

test('a sweep of awards may be killed at any wire call: every record ends up paid, or taken back, once', async () => {
  const work = async () => {
    await setClock(cloud, gateOpen());
    const before = await guestLetIn();
    await sweepNow('award');
    await undo(before);
    await guestLetIn();
    await undo(await guestLetIn());
    await advance(cloud, 65_000);
  };
  expect(await killed('award', work, 11)).toBeGreaterThan(3);
});

/** The clock goes on by rounds, and the gates are open for some hours. */
let opened = 0;
function gateOpen(): number {
  opened += 1;
  return Date.UTC(2026, 10, 20, 4) + opened * 200_000;
}

test('a sweep of accounts may be killed at any wire call: what is pending is written, and what expired is out, once', async () => {
  let year = 2026;
  const work = async () => {
    await setClock(cloud, startOfDay(`${year}-12-31`));
    rounds += 1;
    const command = await POINTS.grantPoints?.(cloud, `expiry-${rounds}`);
    if (!command) throw new Error('no such command');
    expect(await send(cloud, command)).toMatchObject({ ok: true });
    year += 2;
    await setClock(cloud, startOfDay(`${year}-01-01`));
  };
  expect(await killed('sweepAccounts', work, 7)).toBeGreaterThan(3);
  expect(await accountOf(cloud, `points-expiry-${rounds}`)).toMatchObject({ lots: [], sums: { expired: 40 } });
});
