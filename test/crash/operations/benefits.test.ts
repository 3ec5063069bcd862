import { audit } from '../../support/auditor';
import { redemptionOf } from '../../support/benefit-town';
import type { RunningCloud } from '../../support/cloud';
import { BENEFITS, bought, startCounter } from '../../support/crash-benefits';
import type { Command } from '../../support/crash-command';
import { send } from '../../support/crash-commands';
import { eachDoneOnce, inTurns, type Kind, startCrashTown, sweepLater } from '../../support/crash-ordeal';
import { clockOf } from '../../support/gate';
import { moments } from '../../support/moments';
import { HOUR } from '../../support/plans';
import { saySeed } from '../../support/seed';
import { advance } from '../../support/town';

let cloud: RunningCloud;
let rounds = 0;

beforeAll(async () => {
  cloud = await startCrashTown();
  await startCounter(cloud);
});
afterAll(() => cloud.stop());

/** What takes points and stock is disturbed at every moment, in every run. */
const EVERY_MOMENT = ['redeem'];
const killed = (cell: number): Kind[] => [
  { effect: 'kill', first: (['retry', 'sweep', 'never'] as const)[(cell + saySeed()) % 3] ?? 'retry' },
];

const everyMoment = (name: string): boolean => EVERY_MOMENT.includes(name);

eachDoneOnce(
  () => cloud,
  BENEFITS,
  (name) => (everyMoment(name) ? killed : inTurns),
  (name) => (everyMoment(name) ? 10 : 0),
);

async function prepared(name: string): Promise<Command> {
  rounds += 1;
  const command = await BENEFITS[name]?.(cloud, `7${rounds}`);
  if (!command) throw new Error(`no command ${name}`);
  return command;
}

const strike = (op: string, at: number, when: 'before' | 'after') =>
  cloud.api('POST', 'faults', { function: 'benefit', op, at, when, effect: 'kill' });

/** A sweep's run, killed at that wire call or not at all; gives how many it made. */
async function sweepOnce(name: string, at: number, when: 'before' | 'after'): Promise<number> {
  if (at > 0) await strike(name, at, when);
  const ran = (await cloud.api('POST', 'timers/run', { function: 'benefit', name })) as {
    meter: { wireCalls: number };
  };
  await cloud.api('DELETE', 'faults');
  return ran.meter.wireCalls;
}

/** Somebody's voucher that has just run out. */
async function ranOut(): Promise<string> {
  rounds += 1;
  const now = await clockOf(cloud);
  const window = { closesAt: now + HOUR, useUntil: now + HOUR };
  const { redemptionId } = await bought(cloud, `6${rounds}`, window);
  await advance(cloud, HOUR + 1_000);
  return redemptionId;
}

test('a sweep that ends what ran out may be killed at any wire call, and points come back once', async () => {
  await ranOut();
  await sweepLater(cloud);
  const first = await ranOut();
  const calls = await sweepOnce('sweepRedemptions', 0, 'before');
  expect((await redemptionOf(cloud, first)).state).toBe('expired');
  expect(calls).toBeGreaterThan(6);
  for (const { at, when } of moments(calls, 4)) {
    const id = await ranOut();
    await sweepOnce('sweepRedemptions', at, when);
    await sweepLater(cloud, 'benefit', 'points');
    expect(await redemptionOf(cloud, id)).toMatchObject({ state: 'expired', refunded: 100 });
  }
  await sweepLater(cloud);
  expect(await audit(cloud, { swept: true })).toEqual([]);
});

test('a redeem that died after its claim gives the stock back by the sweep, which may be killed anywhere', async () => {
  const died = async () => {
    const command = await prepared('redeem');
    await strike('redeem', 5, 'before');
    await send(cloud, command);
    await cloud.api('DELETE', 'faults');
    await advance(cloud, 65_000);
    return command;
  };
  await died();
  const calls = await sweepOnce('sweepStocks', 0, 'before');
  expect(calls).toBeGreaterThan(5);
  for (const { at, when } of moments(calls, 4)) {
    const command = await died();
    await sweepOnce('sweepStocks', at, when);
    await sweepLater(cloud, 'benefit', 'points');
    expect(await send(cloud, command)).toMatchObject({ ok: true });
  }
  await sweepLater(cloud);
  expect(await audit(cloud, { swept: true })).toEqual([]);
});
