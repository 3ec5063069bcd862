import { isDeepStrictEqual } from 'node:util';
import type { BenefitRecord } from '../../../domain/benefit/benefit';
import { audit } from '../../support/auditor';
import { atBenefit, requestId, stocksOf } from '../../support/benefit-town';
import { benefitPlan } from '../../support/benefits';
import type { RunningCloud } from '../../support/cloud';
import { bought, startCounter } from '../../support/crash-benefits';
import type { Command } from '../../support/crash-command';
import { send } from '../../support/crash-commands';
import { startCrashTown, sweepLater, wireCallsOf } from '../../support/crash-ordeal';
import { type Moment, moments } from '../../support/moments';
import { accepted } from '../../support/organizing';
import { addMembers, advance, documents, FIRST_ADMIN, memberOf } from '../../support/town';

/** Past what a call that died may hold, and not yet swept. */
const ABANDONED = 25_000;

let cloud: RunningCloud;
let rounds = 0;

beforeAll(async () => {
  cloud = await startCrashTown();
  await startCounter(cloud);
});
afterAll(() => cloud.stop());

interface Edit extends Command {
  benefitId: string;
  before: BenefitRecord['plan'];
  after: BenefitRecord['plan'];
}

/** An edit of what somebody has redeemed, from one shard to two: every step that an edit can have. */
async function edit(): Promise<Edit> {
  rounds += 1;
  const { benefitId } = await bought(cloud, `e${rounds}`);
  const [before, after] = [(await benefitNow(benefitId)).plan, benefitPlan({ stock: 2_001, perPerson: 2, price: 50 })];
  const input = { benefitId, plan: after };
  return { fn: 'benefit', op: 'edit', input, openid: FIRST_ADMIN, requestId: requestId(), benefitId, before, after };
}

async function benefitNow(id: string): Promise<BenefitRecord> {
  const found = (await documents<BenefitRecord>(cloud, 'benefits')).find(({ _id }) => _id === id);
  if (!found) throw new Error(`no benefit ${id}`);
  return found;
}

const strike = (op: string, at: number, when: 'before' | 'after') =>
  cloud.api('POST', 'faults', { function: 'benefit', op, at, when, effect: 'kill' });

async function killedAt(at: number, when: 'before' | 'after'): Promise<Edit> {
  const command = await edit();
  await strike('edit', at, when);
  await send(cloud, command);
  await cloud.api('DELETE', 'faults');
  return command;
}

/** The run of the sweep of changes alone, killed at that wire call or not at all; gives how many it made. */
async function sweep(at = 0, when: 'before' | 'after' = 'before'): Promise<number> {
  if (at > 0) await strike('sweepBenefits', at, when);
  const ran = (await cloud.api('POST', 'timers/run', { function: 'benefit', name: 'sweepBenefits' })) as {
    meter: { wireCalls: number };
  };
  await cloud.api('DELETE', 'faults');
  return ran.meter.wireCalls;
}

/** What is wrong with a benefit whose edit died and was swept: it is as before or as after, and can be redeemed. */
async function halfDone({ benefitId, before, after }: Edit): Promise<string[]> {
  const { plan, next } = await benefitNow(benefitId);
  const shards = await stocksOf(cloud, benefitId);
  const held = shards.filter((shard) => shard.held !== undefined).length;
  const prices = new Set(shards.map(({ terms }) => terms.price));
  rounds += 1;
  const openid = `late-${rounds}`;
  await addMembers(cloud, [memberOf(openid)]);
  const { answer } = await atBenefit(cloud, 'redeem', { benefitId }, openid);
  const reached = !answer.ok && answer.refusal === 'POINTS_SHORT' && answer.detail.needs === plan.price;
  return [
    ...(next ? [`${benefitId} is still being changed`] : []),
    ...(held > 0 ? [`${held} shards of ${benefitId} are held`] : []),
    ...(isDeepStrictEqual(plan, before) || isDeepStrictEqual(plan, after) ? [] : [`${benefitId} is neither`]),
    ...(isDeepStrictEqual([...prices], [plan.price]) ? [] : [`${benefitId}: its shards say ${[...prices]}`]),
    ...(reached ? [] : [`${benefitId} is not redeemed: ${JSON.stringify(answer)}`]),
  ];
}

test('an edit that died at any wire call is ended by one run of the sweep, whole or not at all', async () => {
  await wireCallsOf(cloud, await edit());
  const calls = await wireCallsOf(cloud, await edit());
  expect(calls).toBeGreaterThan(8);
  const faults: string[] = [];
  const came: boolean[] = [];
  const ends: Moment[] = [
    { at: 1, when: 'before' },
    { at: calls, when: 'after' },
  ];
  for (const { at, when } of [...ends, ...moments(calls, 4)]) {
    const command = await killedAt(at, when);
    await advance(cloud, ABANDONED);
    await sweep();
    faults.push(...(await halfDone(command)).map((fault) => `killed at ${at}: ${fault}`));
    came.push(isDeepStrictEqual((await benefitNow(command.benefitId)).plan, command.after));
    // Whatever became of it, the organizer who sends it again has their edit, once.
    const answer = await send(cloud, command);
    if (!answer.ok) faults.push(`killed at ${at}: ${JSON.stringify(answer)}`);
    if (!isDeepStrictEqual(await send(cloud, command), answer)) faults.push(`killed at ${at}: answered twice`);
  }
  expect(faults).toEqual([]);
  // The first moment leaves nothing behind, the last one all of it.
  expect(came.slice(0, 2)).toEqual([false, true]);
  await sweepLater(cloud);
  expect(await audit(cloud, { swept: true })).toEqual([]);
});

test('the sweep that ends an edit may be killed at any wire call, and the next run ends it', async () => {
  // Written down, its shards held, nothing shared out yet.
  const midway = 7;
  const died = async () => {
    const command = await killedAt(midway, 'after');
    expect((await benefitNow(command.benefitId)).next).toBeDefined();
    await advance(cloud, ABANDONED);
    return command;
  };
  const first = await died();
  const calls = await sweep();
  expect(await halfDone(first)).toEqual([]);
  expect(calls).toBeGreaterThan(5);
  const faults: string[] = [];
  for (const { at, when } of moments(calls, 4)) {
    const command = await died();
    await sweep(at, when);
    await sweepLater(cloud, 'benefit');
    faults.push(...(await halfDone(command)).map((fault) => `killed at ${at}: ${fault}`));
    expect((await benefitNow(command.benefitId)).plan).toEqual(command.after);
    expect(accepted(await atBenefitAgain(command))).toMatchObject({ plan: command.after });
  }
  expect(faults).toEqual([]);
  await sweepLater(cloud);
  expect(await audit(cloud, { swept: true })).toEqual([]);
});

/** The same request once more. */
const atBenefitAgain = async ({ input, requestId: id }: Edit) =>
  (await atBenefit(cloud, 'edit', input, FIRST_ADMIN, id)).answer;
