import type { PoolRecord } from '../../../domain/signup/pool';
import type { RegistrationRecord } from '../../../domain/signup/registration';
import { audit } from '../../support/auditor';
import type { RunningCloud } from '../../support/cloud';
import { COMMANDS, type Command, requestId, send } from '../../support/crash-commands';
import { startCrashTown, sweepLater } from '../../support/crash-ordeal';
import { moments } from '../../support/moments';
import { advance, documents, untilStruck, warmUp } from '../../support/town';

let cloud: RunningCloud;
let rounds = 0;

beforeAll(async () => {
  cloud = await startCrashTown();
  await warmUp(cloud, 'activity', 'list', {});
});
afterAll(() => cloud.stop());

const strike = (op: string, at: number, when: 'before' | 'after', effect = 'fail') =>
  cloud.api('POST', 'faults', { function: 'activity', op, at, when, effect });
const pool = async () => (await documents<PoolRecord>(cloud, 'pools')).find(({ _id }) => _id === 'music');
const sweepNow = async () =>
  (await cloud.api('POST', 'timers/run', { function: 'activity', name: 'sweepClaims' })) as {
    failed?: string;
    result?: { value: { skipped?: boolean } };
    meter: { wireCalls: number };
  };

async function prepared(name: string): Promise<Command> {
  rounds += 1;
  const command = await COMMANDS[name]?.(cloud, `9${rounds}`);
  if (!command) throw new Error(`no command ${name}`);
  return command;
}

/** A claim whose function ended before its registration was written: its third call is the claim, its fourth that. */
async function abandonedClaim(): Promise<Command> {
  const command = await prepared('signUp');
  await strike('signUp', 4, 'before');
  await send(cloud, command);
  return command;
}

/** A registration that was cancelled by a function that ended before it gave the place back. */
async function halfCancelled(): Promise<Command> {
  const command = await prepared('cancel');
  // Its claim has been looked at before: only the registration itself can still bring the sweep to it.
  await sweepLater(cloud);
  await strike('cancel', 3, 'after');
  await send(cloud, command);
  return command;
}

test('a place that was claimed and never acknowledged is freed, and its request still gets one afterwards', async () => {
  const command = await abandonedClaim();
  expect((await pool())?.used).toEqual({ s1: 1, s1_a: 1 });
  await sweepLater(cloud);
  expect(await pool()).toMatchObject({ used: { s1: 0, s1_a: 0 }, claims: {} });
  expect(await send(cloud, command)).toMatchObject({ ok: true, value: { state: 'confirmed' } });
  expect((await pool())?.used).toEqual({ s1: 1, s1_a: 1 });
});

test('nobody is told that they have a place which was never acknowledged, and once it is freed they may take one', async () => {
  const { fn, op, input, openid } = await abandonedClaim();
  const anew = { fn, op, input, openid, requestId: requestId() };
  expect(await send(cloud, anew)).toMatchObject({ ok: false, refusal: 'BUSY' });
  await sweepLater(cloud);
  expect(await send(cloud, anew)).toMatchObject({ ok: true, value: { state: 'confirmed' } });
});

test('nobody is told that they have a place which is half cancelled', async () => {
  const { openid } = await halfCancelled();
  const input = { activityId: 'music', sessionId: 's1', zoneId: 'a', answers: {} };
  const anew = { fn: 'activity', op: 'signUp', input, openid, requestId: requestId() };
  expect(await send(cloud, anew)).toMatchObject({ ok: false, refusal: 'BUSY' });
  await sweepLater(cloud);
  expect(await send(cloud, anew)).toMatchObject({ ok: true, value: { state: 'confirmed' } });
});

test('a claim is left alone for as long as its function may still live', async () => {
  const before = (await pool())?.used.s1 ?? 0;
  const command = await abandonedClaim();
  await advance(cloud, 19_000);
  await sweepNow();
  expect((await pool())?.used.s1).toBe(before + 1);
  expect(await send(cloud, command)).toMatchObject({ ok: true });
  await sweepLater(cloud);
  expect((await pool())?.used.s1).toBe(before + 1);
});

test('sign-ups that keep coming do not keep the sweep from a place that was abandoned', async () => {
  const before = (await pool())?.used.s1 ?? 0;
  await abandonedClaim();
  for (let others = 0; others < 3; others++) {
    await advance(cloud, 9_000);
    expect(await send(cloud, await prepared('signUp'))).toMatchObject({ ok: true });
  }
  await sweepNow();
  expect((await pool())?.used.s1).toBe(before + 3);
  await abandonedClaim();
  await advance(cloud, 21_000);
  await sweepNow();
  expect((await pool())?.used.s1).toBe(before + 3);
});

test('a claim that is made while the sweep looks at its pool is swept in its turn', async () => {
  const before = (await pool())?.used.s1 ?? 0;
  await abandonedClaim();
  await advance(cloud, 21_000);
  // Its first calls: the lease, the pools that are due, this one put off, its claims; then their registrations.
  await cloud.api('POST', 'faults', {
    function: 'activity',
    op: 'sweepClaims',
    at: 5,
    when: 'before',
    effect: 'delay',
    ms: 1_500,
  });
  const slow = sweepNow();
  await untilStruck(cloud);
  await abandonedClaim();
  expect((await slow).result?.value).toMatchObject({ found: 1 });
  expect((await pool())?.used.s1).toBe(before + 1);
  await advance(cloud, 21_000);
  await sweepNow();
  expect((await pool())?.used.s1).toBe(before);
});

test('a fresh claim is left alone also where an older one has brought the sweep', async () => {
  const before = (await pool())?.used.s1 ?? 0;
  const slow = { function: 'activity', op: 'signUp', at: 3, when: 'before', effect: 'delay', ms: 2_500 };
  const older = await prepared('signUp');
  await cloud.api('POST', 'faults', slow);
  const late = send(cloud, older);
  await untilStruck(cloud);
  await advance(cloud, 8_000);
  const command = await abandonedClaim();
  expect(await late).toMatchObject({ ok: true });
  await advance(cloud, 13_000);
  expect((await sweepNow()).result?.value).toEqual({ found: 1, done: 1 });
  expect((await pool())?.used.s1).toBe(before + 2);
  expect(await send(cloud, command)).toMatchObject({ ok: true });
});

test('a function that only seemed dead gets no place past the sweep: its registration comes too late', async () => {
  const before = (await pool())?.used.s1 ?? 0;
  const command = await prepared('signUp');
  const slow = { function: 'activity', op: 'signUp', at: 4, when: 'before', effect: 'delay', ms: 2_500 };
  await cloud.api('POST', 'faults', slow);
  const late = send(cloud, command);
  await untilStruck(cloud);
  expect((await pool())?.used.s1).toBe(before + 1);
  await sweepLater(cloud);
  expect((await pool())?.used.s1).toBe(before);
  expect(await late).toMatchObject({ ok: false, refusal: 'BUSY' });
  expect(await audit(cloud, { swept: true })).toEqual([]);
  expect(await send(cloud, command)).toMatchObject({ ok: true });
  expect((await pool())?.used.s1).toBe(before + 1);
});

test('a registration that nobody was ever told of is shown to nobody', async () => {
  const { openid } = await abandonedClaim();
  await sweepLater(cloud);
  const records = await documents<RegistrationRecord>(cloud, 'registrations');
  const hidden = records.filter((record) => record.void).map(({ _id }) => _id);
  expect(hidden.length).toBeGreaterThan(0);
  for (const when of ['upcoming', 'past']) {
    expect((await cloud.call('activity', 'mine', { when }, { openid })).answer).toMatchObject({ value: { items: [] } });
  }
  for (const registrationId of hidden) {
    const { answer } = await cloud.call('activity', 'registration', { registrationId }, { openid });
    expect(answer).toMatchObject({ refusal: 'NOT_FOUND' });
  }
});

test('a place whose cancelling died half-way is given back by the sweep', async () => {
  const before = (await pool())?.used.s1 ?? 0;
  await halfCancelled();
  expect((await pool())?.used.s1).toBe(before + 1);
  await sweepLater(cloud);
  expect((await pool())?.used.s1).toBe(before);
});

test('one sweep at a time: a dead one keeps others out for as long as its lease, and no longer', async () => {
  await abandonedClaim();
  await advance(cloud, 65_000);
  await strike('sweepClaims', 2, 'before', 'kill');
  expect((await sweepNow()).failed).toBeDefined();
  expect((await sweepNow()).result?.value).toEqual({ found: 0, done: 0, skipped: true });
  await advance(cloud, 61_000);
  expect((await sweepNow()).result?.value).toEqual({ found: 1, done: 1 });
});

test('a sweep may be killed at any wire call, and the next one finishes its work', async () => {
  const faults: string[] = [];
  const leftBehind = async () => {
    const commands = [await abandonedClaim(), await halfCancelled()];
    await advance(cloud, 65_000);
    return commands;
  };
  await leftBehind();
  const { wireCalls } = (await sweepNow()).meter;
  for (const { at, when } of moments(wireCalls, 5)) {
    const commands = await leftBehind();
    await strike('sweepClaims', at, when, 'kill');
    await sweepNow();
    await cloud.api('DELETE', 'faults');
    await sweepLater(cloud, 'activity');
    faults.push(...(await audit(cloud, { swept: true })));
    for (const command of commands) {
      const answer = await send(cloud, command);
      if (!answer.ok) faults.push(`${command.op} after a sweep killed ${when} ${at}: ${JSON.stringify(answer)}`);
    }
  }
  await cloud.api('DELETE', 'faults');
  await sweepLater(cloud);
  await sweepLater(cloud);
  expect([...faults, ...(await audit(cloud, { swept: true }))]).toEqual([]);
}, 60_000);
