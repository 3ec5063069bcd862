import type { RedemptionRecord } from '../../../domain/benefit/redemption';
import type { StockRecord } from '../../../domain/benefit/stock';
import { timeKey } from '../../../domain/time/shanghai';
import {
  addBenefits,
  addMerchant,
  addRich,
  addShops,
  atBenefit,
  redemptionOf,
  requestId,
  shownBy,
} from '../../support/benefit-town';
import { redemptionIn } from '../../support/benefits';
import type { Called, LooseAnswer, RunningCloud } from '../../support/cloud';
import { DAY, NOON } from '../../support/plans';
import { addEnterprises, documents, FIRST_ADMIN, insert, memberOf, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;

/** A benefit that so many have redeemed, half of them long ago at the counter, as the store holds it. */
async function addPopular(id: string, count: number): Promise<void> {
  await addBenefits(cloud, { [id]: { stock: 2_000, perPerson: 3, shopIds: [`shop-${id}`] } });
  const [stock] = (await documents<StockRecord>(cloud, 'stocks')).filter(({ of }) => of === id);
  if (!stock) throw new Error('a benefit has a stock');
  const records = Array.from({ length: count }, (_, at): RedemptionRecord => {
    const [_id, memberId, when] = [`r${id}${at}`, memberOf(`${id}-other-${at}`)._id, NOON - 40 * DAY + at];
    const verified = at % 2 === 0;
    const base = redemptionIn(verified ? 'verified' : 'valid', { _id, memberId, benefitId: id, stockId: id });
    return {
      ...base,
      ...{ digits: `${id.length}${String(at).padStart(11, '0')}`, key: timeKey(when, _id), at: when },
      ...(verified && { shopId: `shop-${id}`, verifiedKey: timeKey(when, _id), verifiedDay: '2026-10-11' }),
    };
  });
  const claims = Object.fromEntries(records.map((each) => [each._id, { m: each.memberId, e: 'e1', at: each.at }]));
  await insert(cloud, 'redemptions', records);
  await insert(cloud, 'stocks', [{ ...stock, _id: `${id}~1`, shard: 1, used: { all: count, e_e1: count }, claims }]);
}

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addShops(cloud, { 'shop-few': '小店', 'shop-many': '大店' });
  await addRich(cloud, ['few-person', 'many-person'], 1_000);
  await addMerchant(cloud, 'few-merchant', 'shop-few');
  await addMerchant(cloud, 'many-merchant', 'shop-many');
  await addPopular('few', 20);
});

afterAll(() => cloud.stop());

/** What each operation asks of the store, in database calls and documents read. */
async function costs(benefitId: string): Promise<Record<string, [calls: number, read: number]>> {
  await setClock(cloud, NOON);
  const found: Record<string, [number, number]> = {};
  const measured = async <V>(name: string, asked: Promise<Called<LooseAnswer>>): Promise<V> => {
    const { answer, meter } = await asked;
    expect({ name, ok: answer.ok, unindexed: meter.unindexed }).toEqual({ name, ok: true, unindexed: 0 });
    found[name] = [meter.dbCalls, meter.docsRead];
    return (answer.ok && answer.value) as V;
  };
  const [person, merchant, shopId] = [`${benefitId}-person`, `${benefitId}-merchant`, `shop-${benefitId}`];
  const ask = (op: Parameters<typeof atBenefit>[1], input: object, openid = person) =>
    atBenefit(cloud, op, input, openid, requestId()) as Promise<Called<LooseAnswer>>;
  const { id } = await measured<{ id: string }>('redeem', ask('redeem', { benefitId }));
  await measured('list', ask('list', {}));
  await measured('get', ask('get', { benefitId }));
  await measured('mine', ask('mine', { valid: true }));
  await measured('show', ask('show', { redemptionId: id }));
  await measured('verify', ask('verify', { shopId, code: shownBy(id) }, merchant));
  await measured('again', ask('verify', { shopId, code: shownBy(id) }, merchant));
  await measured('verifications', ask('verifications', { shopId, day: '2026-11-20' }, merchant));
  await measured('tallies', ask('tallies', { shopId, month: '2026-11' }, merchant));
  await measured('undoVerify', ask('undoVerify', { redemptionId: id, reason: '扫错了' }, merchant));
  await measured('typed', ask('verify', { shopId, code: (await redemptionOf(cloud, id)).digits }, merchant));
  await measured('undo typed', ask('undoVerify', { redemptionId: id, reason: '扫错了' }, merchant));
  await measured('redemptions', ask('redemptions', { benefitId }, FIRST_ADMIN));
  await measured('redemptions expired', ask('redemptions', { benefitId, state: 'expired' }, FIRST_ADMIN));
  await measured('cancel', ask('cancel', { redemptionId: id }));
  await measured('manage', ask('manage', { benefitId }, FIRST_ADMIN));
  return found;
}

let few: Record<string, [number, number]>;

test('redeeming costs seven calls and verifying four where twenty have redeemed', async () => {
  few = await costs('few');
  expect(few.redeem?.[0]).toBe(7);
  for (const name of ['verify', 'typed']) expect(few[name]?.[0]).toBe(4);
});

test('where two thousand have redeemed every operation costs what it cost with twenty', async () => {
  await addPopular('many', 1_980);
  const many = await costs('many');
  // The list is longer by the benefit that was added, and its stock.
  const { list: _few, ...fewRest } = few;
  const { list: _many, ...manyRest } = many;
  expect(manyRest).toEqual(fewRest);
});
