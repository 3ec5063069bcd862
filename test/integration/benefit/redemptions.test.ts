import type { RedemptionState } from '../../../types/contract';
import {
  addBenefits,
  addMerchant,
  addRich,
  addShops,
  atBenefit,
  redeemed,
  redemptionOf,
  requestId,
  sweepBenefits,
} from '../../support/benefit-town';
import type { RunningCloud } from '../../support/cloud';
import { refusal } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { DAY, NOON } from '../../support/plans';
import { addEnterprises, FIRST_ADMIN, memberOf, setClock, startTown } from '../../support/town';

const MANY = Array.from({ length: 45 }, (_, at) => `one-of-many-${at}`);
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addShops(cloud, { cafe: '园区咖啡' });
  await addMerchant(cloud, 'mei', 'cafe');
  await addRich(cloud, ['ann', 'bob', 'cid', 'dan', ...MANY], 1_000);
  await addBenefits(cloud, { coffee: {}, tea: {}, many: { stock: 100 } });
});

beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

type Asked = Parameters<typeof atBenefit>[2];
const pageOf = async (input: Asked) => accepted((await atBenefit(cloud, 'redemptions', input, FIRST_ADMIN)).answer);
const verify = async (redemptionId: string) => {
  const { digits } = await redemptionOf(cloud, redemptionId);
  accepted((await atBenefit(cloud, 'verify', { shopId: 'cafe', code: digits }, 'mei')).answer);
};

/** Four who redeemed a coffee, a minute apart; the second used it, the third gave it back. */
async function fourCups(): Promise<Record<'ann' | 'bob' | 'cid' | 'dan', string>> {
  const held: string[] = [];
  for (const [at, openid] of ['ann', 'bob', 'cid', 'dan'].entries()) {
    await setClock(cloud, NOON + at * 60_000);
    held.push(await redeemed(cloud, openid, 'coffee'));
  }
  const [ann = '', bob = '', cid = '', dan = ''] = held;
  await verify(bob);
  accepted((await atBenefit(cloud, 'cancel', { redemptionId: cid }, 'cid')).answer);
  return { ann, bob, cid, dan };
}

test('an organizer sees who redeemed, latest first, with a masked phone and where it was used, and of one state', async () => {
  const { ann, bob, cid, dan } = await fourCups();
  await redeemed(cloud, 'ann', 'tea');
  const { items, next } = await pageOf({ benefitId: 'coffee' });
  expect(next).toBeUndefined();
  expect(items.map(({ redemptionId, state }) => [redemptionId, state])).toEqual([
    [dan, 'valid'],
    [cid, 'cancelled'],
    [bob, 'verified'],
    [ann, 'valid'],
  ]);
  const { phone } = memberOf('bob');
  expect(items[2]).toEqual({
    ...{ redemptionId: bob, name: '职工bob', phone: `${phone.slice(0, 3)}****${phone.slice(-4)}` },
    ...{ enterpriseName: '药谷第一制药', price: 100, state: 'verified', redeemedAt: expect.any(Number) },
    verified: { at: expect.any(Number), shopName: '园区咖啡' },
  });
  expect(JSON.stringify(items)).not.toContain(phone);
  const of = async (state: RedemptionState) =>
    (await pageOf({ benefitId: 'coffee', state })).items.map(({ redemptionId }) => redemptionId);
  expect(await of('valid')).toEqual([dan, ann]);
  expect(await of('verified')).toEqual([bob]);
  expect(await of('cancelled')).toEqual([cid]);
  expect(await of('expired')).toEqual([]);
  await setClock(cloud, NOON + 30 * DAY);
  // No sweep has run: what ran out is expired all the same, and nobody may take it for valid.
  const all = await pageOf({ benefitId: 'coffee' });
  expect(all.items.map(({ state }) => state)).toEqual(['expired', 'cancelled', 'verified', 'expired']);
  expect(await of('valid')).toEqual([]);
  await sweepBenefits(cloud);
  expect(await of('expired')).toEqual([dan, ann]);
});

test('who has left the union keeps no name and no phone in it', async () => {
  await addRich(cloud, ['eva'], 1_000);
  const id = await redeemed(cloud, 'eva', 'tea');
  await verify(id);
  const left = await cloud.call('member', 'leave', { confirm: true }, { openid: 'eva', requestId: requestId() });
  expect(left.answer).toMatchObject({ ok: true });
  const { items } = await pageOf({ benefitId: 'tea', state: 'verified' });
  expect(items).toMatchObject([{ redemptionId: id, name: '已注销', phone: '' }]);
});

test('pages of twenty go through all of them once, also where somebody redeems meanwhile', async () => {
  const held: string[] = [];
  for (const openid of MANY.slice(0, 41)) held.push(await redeemed(cloud, openid, 'many'));
  const seen: string[] = [];
  const sizes: number[] = [];
  let cursor: string | undefined;
  do {
    const page: { items: { redemptionId: string }[]; next?: string } = await pageOf({
      benefitId: 'many',
      ...(cursor !== undefined && { cursor }),
    });
    seen.push(...page.items.map(({ redemptionId }) => redemptionId));
    sizes.push(page.items.length);
    cursor = page.next;
    await redeemed(cloud, MANY[40 + sizes.length] ?? 'nobody', 'many');
  } while (cursor !== undefined);
  expect(sizes).toEqual([20, 20, 1]);
  expect([...seen].sort()).toEqual([...held].sort());
});

test('a page costs six calls and reads what it shows, served by an index; a benefit that is not there is said', async () => {
  const inputs: [object, number][] = [
    [{ benefitId: 'many' }, 21],
    [{ benefitId: 'many', state: 'valid' }, 21],
    [{ benefitId: 'many', state: 'verified' }, 0],
  ];
  for (const [input, found] of inputs) {
    const { meter } = await atBenefit(cloud, 'redemptions', input, FIRST_ADMIN);
    // The caller, the benefit, the page; the look is noted; then people and enterprises.
    expect(meter.dbCalls).toBeLessThanOrEqual(6);
    expect(meter.unindexed).toBe(0);
    // Of the page one more than is shown, twenty people, one enterprise, benefit and caller.
    expect(meter.docsRead).toBeLessThanOrEqual(found === 0 ? 2 : found + 20 + 1 + 2);
  }
  expect((await atBenefit(cloud, 'redemptions', { benefitId: 'nowhere' }, FIRST_ADMIN)).answer).toEqual(
    refusal('NOT_FOUND', { what: 'benefit' }),
  );
});
