import type { ActivityRecord } from '../../../domain/activity/activity';
import { audit } from '../../support/auditor';
import type { RunningCloud } from '../../support/cloud';
import type { Command } from '../../support/crash-command';
import { send } from '../../support/crash-commands';
import { eachDoneOnce, type Kind, startCrashTown, sweepLater } from '../../support/crash-ordeal';
import { ORGANIZING } from '../../support/crash-organizing';
import { saySeed } from '../../support/seed';
import { advance, documents } from '../../support/town';

let cloud: RunningCloud;
let rounds = 0;

beforeAll(async () => {
  cloud = await startCrashTown();
});
afterAll(() => cloud.stop());

/** Of a command's moments one in eight: others with the next seed. */
function inTurns(cell: number): Kind[] {
  const turn = cell + saySeed();
  if (turn % 8 !== 0) return [];
  const round = turn / 8;
  if (round % 4 === 3) return [{ effect: round % 8 === 3 ? 'fail' : 'answer-lost', first: 'retry' }];
  return [{ effect: 'kill', first: (['retry', 'sweep', 'never'] as const)[round % 3] ?? 'retry' }];
}

eachDoneOnce(
  () => cloud,
  ORGANIZING,
  () => inTurns,
);

async function prepared(name: string): Promise<Command> {
  rounds += 1;
  const command = await ORGANIZING[name]?.(cloud, `8${rounds}`);
  if (!command) throw new Error(`no command ${name}`);
  return command;
}

const sweepNow = async () =>
  (await cloud.api('POST', 'timers/run', { function: 'organizer', name: 'sweepActivities' })) as {
    failed?: string;
    result?: { value: { found: number; skipped?: boolean } };
    meter: { wireCalls: number };
  };
const strike = (op: string, at: number, when: 'before' | 'after') =>
  cloud.api('POST', 'faults', { function: 'organizer', op, at, when, effect: 'kill' });

/** An edit whose call died when its intent was written and no pool had followed. */
async function halfEdited(name = 'editActivity'): Promise<Command> {
  const command = await prepared(name);
  await strike(command.op, name === 'editActivity' ? 8 : 13, 'before');
  await send(cloud, command);
  await cloud.api('DELETE', 'faults');
  return command;
}

async function activityOf({ input }: Command): Promise<ActivityRecord | undefined> {
  const { activityId } = input as { activityId: string };
  return (await documents<ActivityRecord>(cloud, 'activities')).find(({ _id }) => _id === activityId);
}

test('an edit whose call died is left alone while it may still live, and ended by the sweep afterwards', async () => {
  const command = await halfEdited();
  expect(await activityOf(command)).toMatchObject({ termsV: 1, next: { step: 'lower' } });
  await advance(cloud, 19_000);
  await sweepNow();
  expect((await activityOf(command))?.next).toBeDefined();
  await advance(cloud, 2_000);
  await sweepNow();
  const ended = await activityOf(command);
  expect(ended?.next).toBeUndefined();
  expect(await send(cloud, command)).toEqual({
    ...{ ok: true, value: { activityId: ended?._id, termsV: ended?.termsV } },
  });
});

test('a promise counts from when it was kept, not from when it was made: until then people signed up to the former plan', async () => {
  const command = await halfEdited('moveSession');
  expect((await activityOf(command))?.next).toBeDefined();
  const made = (await activityOf(command))?.next?.at ?? 0;
  await advance(cloud, 65_000);
  await sweepNow();
  expect((await activityOf(command))?.promises?.at(-1)?.at).toBeGreaterThan(made + 60_000);
  await advance(cloud, 10_000);
  await sweepNow();
  expect((await activityOf(command))?.dueAt).toBeDefined();
  await advance(cloud, 20_000);
  await sweepNow();
  expect((await activityOf(command))?.dueAt).toBeUndefined();
});

test('whoever comes next ends an edit that was left half done, and is then told that it has changed', async () => {
  const command = await halfEdited();
  const { activityId, plan } = command.input as { activityId: string; plan: object };
  const input = { activityId, termsV: 1, plan: { ...plan, title: '另一个' } };
  const other = { ...command, input, requestId: `${command.requestId.slice(0, -1)}Z` };
  expect(await send(cloud, other)).toMatchObject({ ok: false, refusal: 'OUTDATED' });
  expect(await send(cloud, command)).toMatchObject({ ok: true });
});

test('one sweep at a time: a dead one keeps others out for as long as its lease, and no longer', async () => {
  await halfEdited();
  await advance(cloud, 65_000);
  await strike('sweepActivities', 4, 'before');
  expect((await sweepNow()).failed).toBeDefined();
  await cloud.api('DELETE', 'faults');
  expect((await sweepNow()).result?.value).toEqual({ found: 0, done: 0, skipped: true });
  await sweepLater(cloud);
  expect((await sweepNow()).result?.value).toMatchObject({ found: 0 });
});

test('a sweep may be killed at any wire call, and the next one finishes edits and keeps promises, each once', async () => {
  const faults: string[] = [];
  const commands = async () => [await halfEdited(), await prepared('moveSession'), await prepared('cancelActivity')];
  const disturbed = async (at: number, when: 'before' | 'after') => {
    const [edit, ...others] = await commands();
    for (const other of others) await send(cloud, other);
    await advance(cloud, 65_000);
    if (at > 0) await strike('sweepActivities', at, when);
    const { meter } = await sweepNow();
    await cloud.api('DELETE', 'faults');
    await sweepLater(cloud, 'organizer', 'activity');
    if (edit && !(await send(cloud, edit)).ok) faults.push(`the edit is not done after a sweep killed ${when} ${at}`);
    return meter.wireCalls;
  };
  const calls = await disturbed(0, 'before');
  expect(calls).toBeGreaterThan(30);
  for (let turn = 0; turn < 4; turn++) {
    const moment = (saySeed() * 7 + turn * 23) % (2 * calls);
    await disturbed(1 + (moment >> 1), moment % 2 === 0 ? 'before' : 'after');
  }
  await sweepLater(cloud);
  await sweepLater(cloud);
  expect([...faults, ...(await audit(cloud, { swept: true }))]).toEqual([]);
});
