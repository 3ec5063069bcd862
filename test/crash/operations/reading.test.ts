import type { CheckInRecord } from '../../../domain/reading/check-in-record';
import { audit } from '../../support/auditor';
import { readerNow, wordsNow } from '../../support/challenge-town';
import type { RunningCloud } from '../../support/cloud';
import { send } from '../../support/crash-commands';
import { eachDoneOnce, inTurns, settle, startCrashTown, sweepLater } from '../../support/crash-ordeal';
import { CHALLENGE, READING, startReading } from '../../support/crash-reading';
import { moments } from '../../support/moments';
import { chance, oneOf, saySeed } from '../../support/seed';
import { advance, documents } from '../../support/town';

let cloud: RunningCloud;
let rounds = 0;

beforeAll(async () => {
  cloud = await startCrashTown();
  await startReading(cloud);
});
afterAll(() => cloud.stop());

eachDoneOnce(
  () => cloud,
  READING,
  () => inTurns,
);

const strike = (op: string, at: number, when: 'before' | 'after') =>
  cloud.api('POST', 'faults', { function: 'reading', op, at, when, effect: 'kill' });

/** A sweep's run, killed at that wire call or not at all; gives how many it made. */
async function sweepOnce(name: string, at: number, when: 'before' | 'after'): Promise<number> {
  if (at > 0) await strike(name, at, when);
  const ran = (await cloud.api('POST', 'timers/run', { function: 'reading', name })) as {
    meter: { wireCalls: number };
  };
  await cloud.api('DELETE', 'faults');
  return ran.meter.wireCalls;
}

async function prepared(name: string) {
  rounds += 1;
  const command = await READING[name]?.(cloud, `8${rounds}`);
  if (!command) throw new Error(`no command ${name}`);
  return command;
}

/** A command that died at that wire call and was never sent again. */
async function died(name: string, at: number) {
  const command = await prepared(name);
  await strike(command.op, at, 'before');
  await send(cloud, command);
  await cloud.api('DELETE', 'faults');
  await advance(cloud, 65_000);
  return command;
}

/** The same, between the words and the reader's document: the first call after which words wait to be settled. */
async function diedHalfway(name: string) {
  for (let at = 4; at < 10; at++) {
    const command = await died(name, at);
    const words = await documents<CheckInRecord>(cloud, 'checkIns');
    if (words.some(({ settleAt }) => settleAt !== undefined)) return command;
  }
  throw new Error(`${name} never wrote words before it counted`);
}

test('the sweep that writes a reader’s points out and tells boards may be killed at any wire call', async () => {
  const read = async () => {
    const command = await prepared('checkIn');
    await send(cloud, command);
    await advance(cloud, 65_000);
    return command;
  };
  await sweepLater(cloud);
  await read();
  const calls = await sweepOnce('sweepReaders', 0, 'before');
  expect(calls).toBeGreaterThan(8);
  for (const { at, when } of moments(calls, 5)) {
    const { openid } = await read();
    await sweepOnce('sweepReaders', at, when);
    await sweepLater(cloud, 'reading', 'points');
    expect(await readerNow(cloud, openid, CHALLENGE)).toMatchObject({ pending: [], untold: [] });
  }
  await sweepLater(cloud);
  expect(await audit(cloud, { swept: true })).toEqual([]);
});

test('what was written down and never came to count is cleared away, and its phone may still send it', async () => {
  const command = await diedHalfway('checkIn');
  expect(await wordsNow(cloud, command.requestId)).toMatchObject({ note: '读完一章' });
  await sweepLater(cloud);
  expect(await wordsNow(cloud, command.requestId)).toBeUndefined();
  expect(await send(cloud, command)).toMatchObject({ ok: true });
  await sweepLater(cloud);
  expect(await audit(cloud, { swept: true })).toEqual([]);
});

test('the sweep that ends edits and removals half done may be killed at any wire call', async () => {
  const name = oneOf(['editCheckIn', 'takeAway', 'checkIn'], chance(saySeed()));
  await diedHalfway(name);
  const calls = await sweepOnce('sweepCheckIns', 0, 'before');
  expect(calls).toBeGreaterThan(3);
  for (const { at, when } of moments(calls, 4)) {
    await diedHalfway(name);
    await sweepOnce('sweepCheckIns', at, when);
    await sweepLater(cloud, 'reading');
  }
  await settle(cloud);
  expect(await audit(cloud, { swept: true })).toEqual([]);
});
