import {
  addBenefits,
  addCodes,
  addMerchant,
  addRich,
  addShops,
  atBenefit,
  balanceOf,
  redeemed,
  redemptionOf,
  requestId,
  shownBy,
  stocksOf,
  takenOf,
} from '../support/benefit-town';
import { benefitPlan } from '../support/benefits';
import type { LooseAnswer, RunningCloud } from '../support/cloud';
import { accepted } from '../support/organizing';
import { NOON } from '../support/plans';
import { atOnce, settled, tally } from '../support/rush';
import {
  addEnterprises,
  advance,
  documents,
  FIRST_ADMIN,
  runSweep,
  setClock,
  startTown,
  untilStruck,
  warmUp,
} from '../support/town';

const PEOPLE = Array.from({ length: 200 }, (_, at) => `guest-${at}`);
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addShops(cloud, { cafe: '园区咖啡', tea: '茶室' });
  await addRich(cloud, PEOPLE, 150);
  await addMerchant(cloud, 'mei', 'cafe');
  await addMerchant(cloud, 'tao', 'tea');
  await addBenefits(cloud, {
    ...{ twenty: { stock: 20, price: 50 }, control: { stock: 20 } },
    ...{ one: { price: 100, stock: 500 }, two: { price: 100, stock: 500 } },
    ...{ both: { price: 0, stock: 500, shopIds: ['cafe', 'tea'], perPerson: 20 }, edited: { price: 0, stock: 10 } },
    ...{ slow: { price: 0, stock: 1 } },
    codes: { kind: 'codes', shopIds: [], cancelWithin: 0, refundExpired: false, price: 0, stock: 20 },
  });
  await addCodes(cloud, 'codes', 20);
  await warmUp(cloud, 'benefit', 'list', {}, 8);
});

beforeEach(() => setClock(cloud, NOON));
afterEach(() => cloud.api('DELETE', 'faults'));
afterAll(() => cloud.stop());

/** Sends it as a patient device does: told that it is busy, it tries again, with the same request id. */
async function ask(op: Parameters<typeof atBenefit>[1], input: object, openid: string): Promise<LooseAnswer> {
  const id = requestId();
  for (let tries = 0; tries < 40; tries++) {
    const answer = (await atBenefit(cloud, op, input, openid, id)).answer as LooseAnswer;
    if (answer.ok || answer.refusal !== 'BUSY') return answer;
  }
  throw new Error(`${openid} was told forty times that it is busy`);
}
/** A moment after the stock was read: everybody decides on what is old already. */
const pause = (op: string, at: number) =>
  cloud.api('POST', 'faults', { function: 'benefit', op, at, when: 'after', effect: 'delay', ms: 25, times: 400 });

test('of two hundred at once exactly twenty redeem the twenty that there are, and they alone have paid', async () => {
  await pause('redeem', 2);
  const answers = await atOnce(PEOPLE, 40, (openid) => ask('redeem', { benefitId: 'twenty' }, openid));
  expect(tally(answers)).toEqual({ ok: 20, OUT_OF_STOCK: 180 });
  expect(await takenOf(cloud, 'twenty')).toBe(20);
  const accounts = await documents<{ lots: { points: number }[] }>(cloud, 'accounts');
  const left = accounts.reduce((sum, { lots }) => sum + lots.reduce((all, { points }) => all + points, 0), 0);
  expect(left).toBe(200 * 150 - 20 * 50);
});

test('looking first and taking then gives out more than there are: the race is real', async () => {
  const slowly = { function: 'redeem-unguarded', at: 1, when: 'after', effect: 'delay', ms: 100, times: 500 };
  await cloud.api('POST', 'faults', slowly);
  // As the naive one finds it: a counter that stands at nothing.
  const answers = await atOnce(PEOPLE, 40, async (openid) => {
    return (await cloud.call('redeem-unguarded', 'redeem', { benefitId: 'control' }, { openid })).answer as LooseAnswer;
  });
  const given = answers.filter(({ ok }) => ok).length;
  expect(given).toBeGreaterThan(20);
  const excess = await takenOf(cloud, 'control');
  expect(excess).toBe(given);
  await cloud.api('DELETE', 'faults');
});

test('twenty codes go to twenty people, each another one', async () => {
  const answers = await atOnce(PEOPLE.slice(0, 60), 30, (openid) => ask('redeem', { benefitId: 'codes' }, openid));
  expect(tally(answers)).toEqual({ ok: 20, OUT_OF_STOCK: 40 });
  const codes = await documents<{ holder: string; free: boolean }>(cloud, 'codes');
  expect(codes.filter(({ free }) => free)).toEqual([]);
  expect(new Set(codes.map(({ holder }) => holder)).size).toBe(20);
});

test('somebody’s last points buy one of two that are redeemed at once', async () => {
  const people = PEOPLE.slice(180);
  await pause('redeem', 3);
  const before = await Promise.all(people.map((openid) => balanceOf(cloud, openid)));
  expect(before.every((points) => points >= 100 && points < 200)).toBe(true);
  const answers = await atOnce(
    people.flatMap((openid) => [
      () => ask('redeem', { benefitId: 'one' }, openid),
      () => ask('redeem', { benefitId: 'two' }, openid),
    ]),
    20,
    (work) => work(),
  );
  expect(tally(answers)).toEqual({ ok: people.length, POINTS_SHORT: people.length });
  for (const [at, openid] of people.entries()) expect(await balanceOf(cloud, openid)).toBe((before[at] ?? 0) - 100);
});

test('one voucher shown to two merchants is verified by one, and the other hears that it was', async () => {
  const people = PEOPLE.slice(0, 16);
  const held = await atOnce(people, 8, (openid) => redeemed(cloud, openid, 'both'));
  await pause('verify', 3);
  const outcomes = await Promise.all(
    held.map(async (id) => {
      const code = shownBy(id);
      return Promise.all([
        ask('verify', { shopId: 'cafe', code }, 'mei'),
        ask('verify', { shopId: 'tea', code }, 'tao'),
      ]);
    }),
  );
  for (const pair of outcomes) expect(tally(pair)).toEqual({ ok: 1, ALREADY_VERIFIED: 1 });
});

test('cancelled and verified at once: one of them wins, and the other hears of it', async () => {
  const people = PEOPLE.slice(20, 36);
  const held = await atOnce(people, 8, (openid) => redeemed(cloud, openid, 'both'));
  for (const op of ['verify', 'cancel']) await pause(op, 2);
  await Promise.all(
    people.map(async (openid, at) => {
      const id = held[at] ?? '';
      const [used, cancelled] = await Promise.all([
        ask('verify', { shopId: 'cafe', code: shownBy(id) }, 'mei'),
        ask('cancel', { redemptionId: id }, openid),
      ]);
      const { state } = await redemptionOf(cloud, id);
      const won = used.ok ? 'verified' : 'cancelled';
      expect({ used: used.ok, cancelled: cancelled.ok, state }).toEqual({
        ...{ used: won === 'verified', cancelled: won === 'cancelled', state: won },
      });
    }),
  );
});

test('while an organizer lowers the stock people redeem no more than the new one holds', async () => {
  const people = PEOPLE.slice(40, 70);
  const lower = () => ask('edit', { benefitId: 'edited', plan: benefitPlan({ price: 0, stock: 6 }) }, FIRST_ADMIN);
  const [edit, ...answers] = await Promise.all([
    lower(),
    ...people.map((openid) => ask('redeem', { benefitId: 'edited' }, openid)),
  ]);
  const got = answers.filter(({ ok }) => ok).length;
  expect(got).toBe(edit?.ok ? 6 : 10);
  expect(await takenOf(cloud, 'edited')).toBe(got);
});

test('a call so slow that its claim was taken away takes another, or finds nothing left', async () => {
  const late = { function: 'benefit', op: 'redeem', at: 5, when: 'before', effect: 'delay', ms: 3_000 };
  await cloud.api('POST', 'faults', late);
  const slow = ask('redeem', { benefitId: 'slow' }, 'guest-100');
  await untilStruck(cloud);
  await advance(cloud, 65_000);
  await runSweep(cloud, 'sweepStocks', 'benefit');
  expect((await stocksOf(cloud, 'slow')).map(({ used }) => used.all)).toEqual([0]);
  expect(accepted((await atBenefit(cloud, 'redeem', { benefitId: 'slow' }, 'guest-101')).answer)).toBeDefined();
  expect(await slow).toMatchObject({ refusal: 'OUT_OF_STOCK' });
  expect(await takenOf(cloud, 'slow')).toBe(1);
});

test('when all is calm the auditor finds stock, redemptions, accounts and entries agreeing', async () => {
  await advance(cloud, 1_000);
  const faults = await settled(cloud);
  // What the control broke, and nothing else.
  expect(faults.filter((fault) => !fault.includes('control'))).toEqual([]);
  expect(faults.some((fault) => fault.includes('control'))).toBe(true);
});
