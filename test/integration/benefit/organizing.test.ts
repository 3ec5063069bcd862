import type { BenefitContract, BenefitPlan } from '../../../types/contract';
import { addRich, addShops, atBenefit, keptNow, redeemed, requestId, stocksOf } from '../../support/benefit-town';
import { benefitPlan } from '../../support/benefits';
import type { RunningCloud } from '../../support/cloud';
import { refusal } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { NOON } from '../../support/plans';
import { addEnterprises, addMembers, documents, FIRST_ADMIN, memberOf, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药' });
  await addShops(cloud, { cafe: '园区咖啡' });
  await addRich(cloud, ['ann', 'bob', 'cid'], 1_000);
  await addMembers(cloud, [memberOf('far', { enterpriseId: 'e2' })]);
});

beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const ask = <O extends keyof BenefitContract & string>(op: O, input: object, id = requestId()) =>
  atBenefit(cloud, op, input, FIRST_ADMIN, id).then(({ answer }) => answer);
const created = async (changes: Partial<BenefitPlan> = {}) =>
  accepted(await ask('create', { plan: benefitPlan(changes) })).id;
const published = async (changes: Partial<BenefitPlan> = {}) => {
  const benefitId = await created(changes);
  accepted(await ask('publish', { benefitId }));
  return benefitId;
};
const seenBy = async (openid: string, cursor?: string) =>
  accepted((await atBenefit(cloud, 'list', { ...(cursor && { cursor }) }, openid)).answer);
const codes: Partial<BenefitPlan> = { kind: 'codes', shopIds: [], cancelWithin: 0, refundExpired: false };

test('a draft is made once however often it is sent, and nobody but organizers sees it', async () => {
  const [id, plan] = [requestId(), benefitPlan({ title: '草稿' })];
  const answer = await ask('create', { plan }, id);
  expect(answer).toMatchObject({ ok: true, value: { state: 'draft', left: 50, redeemed: 0, plan } });
  expect(await ask('create', { plan }, id)).toEqual(answer);
  const { id: benefitId } = accepted(answer);
  expect((await documents(cloud, 'benefits')).length).toBe(1);
  expect((await atBenefit(cloud, 'get', { benefitId }, 'ann')).answer).toEqual(
    refusal('NOT_FOUND', { what: 'benefit' }),
  );
  expect((await atBenefit(cloud, 'redeem', { benefitId }, 'ann')).answer).toMatchObject({ refusal: 'NOT_FOUND' });
  expect((await seenBy('ann')).items).toEqual([]);
});

test('what cannot be is refused by its field, and an unknown shop too', async () => {
  const before = await keptNow(cloud);
  for (const [changes, path] of [
    [{ perPerson: 0 }, 'perPerson'],
    [{ shopIds: ['nowhere'] }, 'shopIds'],
  ] as const) {
    const answer = await ask('create', { plan: benefitPlan(changes as Partial<BenefitPlan>) });
    expect(answer).toMatchObject({ refusal: 'PLAN_UNFIT', detail: { issues: [{ path }] } });
  }
  expect(await keptNow(cloud)).toBe(before);
});

test('published it is seen by those it is for, closed it is redeemed no more, and each is done once', async () => {
  const benefitId = await published({
    title: '只给一厂',
    eligibility: { enterprises: ['e1'], employments: ['employee'] },
  });
  const titles = async (openid: string) => (await seenBy(openid)).items.map(({ title }) => title);
  expect(await titles('ann')).toContain('只给一厂');
  expect(await titles('far')).not.toContain('只给一厂');
  expect(await titles('visitor')).not.toContain('只给一厂');
  expect((await atBenefit(cloud, 'get', { benefitId }, 'far')).answer).toMatchObject({ refusal: 'NOT_FOUND' });
  const seen = accepted((await atBenefit(cloud, 'get', { benefitId }, 'ann')).answer);
  expect(seen).toMatchObject({ phase: 'open', stock: { capacity: 50, left: 50 }, points: 1_000, mine: [] });
  expect(seen.shops.map(({ name }) => name)).toEqual(['园区咖啡']);
  expect(await ask('publish', { benefitId })).toEqual(refusal('ALREADY', { state: 'published' }));
  const mine = await redeemed(cloud, 'ann', benefitId);
  const close = await ask('close', { benefitId, reason: '发完了' });
  expect(close).toMatchObject({ ok: true, value: { state: 'closed', redeemed: 1, left: 49 } });
  expect((await atBenefit(cloud, 'redeem', { benefitId }, 'bob')).answer).toMatchObject({ refusal: 'WINDOW_CLOSED' });
  expect(await titles('ann')).not.toContain('只给一厂');
  expect(accepted((await atBenefit(cloud, 'get', { benefitId }, 'ann')).answer)).toMatchObject({
    phase: 'closed',
    mine: [mine],
  });
  expect(await ask('close', { benefitId, reason: '再关一次' })).toEqual(refusal('ALREADY', { state: 'closed' }));
});

test('an edit reaches the stock at once, never below what is redeemed, and what was redeemed keeps its terms', async () => {
  const benefitId = await published({ stock: 3, quota: { each: 2 } });
  const id = await redeemed(cloud, 'ann', benefitId);
  await redeemed(cloud, 'bob', benefitId);
  const plan = benefitPlan({ stock: 4_001, price: 300, useUntil: NOON + 90 * 86_400_000, quota: { each: 3 } });
  const request = requestId();
  const answer = await ask('edit', { benefitId, plan }, request);
  expect(answer).toMatchObject({ ok: true, value: { left: 3_999, redeemed: 2, plan } });
  const shards = await stocksOf(cloud, benefitId);
  expect(shards.map(({ terms, held }) => [terms.caps.all, terms.price, held])).toEqual([
    [1_334, 300, undefined],
    [1_334, 300, undefined],
    [1_333, 300, undefined],
  ]);
  expect(accepted((await atBenefit(cloud, 'show', { redemptionId: id }, 'ann')).answer)).toMatchObject({ price: 100 });
  for (const low of [{ stock: 1 }, { stock: 9, quota: { own: { e1: 1 } } }]) {
    expect(await ask('edit', { benefitId, plan: benefitPlan(low) })).toEqual(
      refusal('REDEEMED_ALREADY', { redeemed: 2 }),
    );
  }
  expect((await stocksOf(cloud, benefitId)).every(({ held }) => held === undefined)).toBe(true);
  expect(await ask('edit', { benefitId, plan }, request)).toEqual(answer);
  const other = benefitPlan({ kind: 'goods' });
  expect(await ask('edit', { benefitId, plan: other })).toMatchObject({ detail: { issues: [{ path: 'kind' }] } });
  expect((await atBenefit(cloud, 'redeem', { benefitId }, 'cid')).answer).toMatchObject({
    ok: true,
    value: { price: 300 },
  });
});

test('codes are imported once each, the stock follows, and as many are given', async () => {
  const benefitId = await created({ ...codes, price: 0, stock: 99, perPerson: 5 });
  const request = requestId();
  const first = await ask('importCodes', { benefitId, codes: ['A1', 'A2', 'A2'] }, request);
  expect(first).toEqual({ ok: true, value: { added: 2, known: 1, stock: 2 } });
  expect(await ask('importCodes', { benefitId, codes: ['A1', 'A2', 'A2'] }, request)).toEqual(first);
  accepted(await ask('publish', { benefitId }));
  expect(await ask('importCodes', { benefitId, codes: ['A2', 'A3'] })).toEqual({
    ...{ ok: true, value: { added: 1, known: 1, stock: 3 } },
  });
  for (const openid of ['ann', 'bob', 'ann']) await redeemed(cloud, openid, benefitId);
  expect((await atBenefit(cloud, 'redeem', { benefitId }, 'cid')).answer).toEqual(refusal('OUT_OF_STOCK'));
  const given = await documents<{ benefitId: string; code: string; free: boolean }>(cloud, 'codes');
  expect(
    given
      .filter((each) => each.benefitId === benefitId && !each.free)
      .map(({ code }) => code)
      .sort(),
  ).toEqual([...['A1', 'A2', 'A3']]);
  const voucher = await published();
  expect(await ask('importCodes', { benefitId: voucher, codes: ['X'] })).toEqual(
    refusal('NOT_CODES', { kind: 'voucher' }),
  );
});

test('a list says who may fetch and who has; who has fetched stays on it', async () => {
  const benefitId = await published({ kind: 'goods', price: 0, listed: true });
  const [ann, bob] = [memberOf('ann')._id, memberOf('bob')._id];
  const set = (input: object, id = requestId()) => ask('setListed', { benefitId, add: [], remove: [], ...input }, id);
  expect(await set({ add: [ann, 'mnobody'] })).toEqual(refusal('UNKNOWN', { members: ['mnobody'] }));
  const request = requestId();
  expect(await set({ add: [ann, bob] }, request)).toEqual({ ok: true, value: { listedCount: 2 } });
  const id = await redeemed(cloud, 'ann', benefitId);
  const { digits } = accepted((await atBenefit(cloud, 'show', { redemptionId: id }, 'ann')).answer);
  accepted(await ask('verify', { shopId: 'cafe', code: digits ?? '' }));
  expect(await set({ remove: [ann, bob] })).toEqual({ ok: true, value: { listedCount: 1 } });
  expect(await set({ add: [ann, bob] }, request)).toEqual({ ok: true, value: { listedCount: 2 } });
  const { items } = accepted(await ask('listed', { benefitId }));
  expect(items).toEqual([
    {
      ...{ memberId: ann, name: '职工ann', phone: expect.stringMatching(/^13\d\*{4}\d{4}$/), enterpriseId: 'e1' },
      ...{ enterpriseName: '药谷第一制药', fetchedAt: expect.any(Number) },
    },
  ]);
  expect(accepted(await ask('manage', { benefitId }))).toMatchObject({ listedCount: 1, redeemed: 1 });
  const other = await published();
  expect(await ask('setListed', { benefitId: other, add: [], remove: [] })).toEqual(refusal('NOT_LISTED'));
});

test('only members go on a list, and who gave back what they redeemed comes off it', async () => {
  const benefitId = await published({ kind: 'goods', price: 0, listed: true });
  const [cid, waits] = [memberOf('cid')._id, memberOf('waits', { status: 'pending' })];
  await addMembers(cloud, [waits]);
  const set = (input: object) => ask('setListed', { benefitId, add: [], remove: [], ...input });
  expect(await set({ add: [waits._id] })).toEqual(refusal('UNKNOWN', { members: [waits._id] }));
  accepted(await set({ add: [cid] }));
  const redemptionId = await redeemed(cloud, 'cid', benefitId);
  expect(await set({ remove: [cid] })).toEqual({ ok: true, value: { listedCount: 1 } });
  accepted((await atBenefit(cloud, 'cancel', { redemptionId }, 'cid')).answer);
  expect(await set({ remove: [cid] })).toEqual({ ok: true, value: { listedCount: 0 } });
});

test('shops are made once, changed, and listed by name', async () => {
  const [id, shop] = [requestId(), { name: '驿站', kind: 'station', address: '南门', open: true }];
  const answer = await ask('saveShop', shop, id);
  expect(await ask('saveShop', shop, id)).toEqual(answer);
  const { id: shopId } = accepted(answer);
  const closed = { ...shop, shopId, open: false, phone: '021-5555666' };
  expect(await ask('saveShop', closed)).toEqual({
    ok: true,
    value: { id: shopId, ...shop, open: false, phone: '021-5555666' },
  });
  expect(await ask('saveShop', { ...shop, shopId: 'nowhere' })).toEqual(refusal('NOT_FOUND', { what: 'shop' }));
  const { items } = accepted(await ask('shops', {}));
  expect(items.map(({ name }) => name)).toEqual(['园区咖啡', '驿站']);
});

test('organizers page through all benefits, what was made last first; members through what closes first', async () => {
  for (let at = 0; at < 25; at++) await published({ title: `第 ${at} 项`, closesAt: NOON + (at + 1) * 60_000 });
  const first = accepted(await ask('managed', { state: 'published' }));
  const rest = accepted(await ask('managed', { state: 'published', cursor: first.next ?? '' }));
  expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(20 + rest.items.length);
  const page = await seenBy('ann');
  expect(page.items.map(({ title }) => title).slice(0, 3)).toEqual(['第 0 项', '第 1 项', '第 2 项']);
  const more = await seenBy('ann', page.next);
  expect(more.items[0]?.title).toBe('第 20 项');
});
