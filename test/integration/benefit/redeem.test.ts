import {
  addBenefits,
  addCodes,
  addRich,
  addShops,
  atBenefit,
  balanceOf,
  keptNow,
  redeemed,
  redemptionOf,
  requestId,
  stocksOf,
  takenOf,
} from '../../support/benefit-town';
import type { RunningCloud } from '../../support/cloud';
import { refusal } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { DAY, NOON } from '../../support/plans';
import { addEnterprises, addMembers, documents, insert, memberOf, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药' });
  await addShops(cloud, { cafe: '园区咖啡', tea: '茶室' });
  await addRich(cloud, ['ann', 'bob', 'cid', 'dan', 'eve', 'fay'], 250);
  await addMembers(cloud, [
    memberOf('poor'),
    memberOf('clean'),
    memberOf('further', { enterpriseId: 'e2' }),
    memberOf('waits', { status: 'pending' }),
    memberOf('far', { enterpriseId: 'e2' }),
    memberOf('courier', { employment: 'new-form' }),
  ]);
  await addBenefits(cloud, {
    coffee: {},
    free: { price: 0 },
    twice: { price: 100, perPerson: 2 },
    last: { price: 0, stock: 1 },
    quota: { price: 0, quota: { each: 1 } },
    codes: { kind: 'codes', shopIds: [], cancelWithin: 0, refundExpired: false, stock: 3 },
    goods: { kind: 'goods', price: 0, listed: true, shopIds: ['tea'] },
    early: { opensAt: NOON + DAY },
    late: { opensAt: NOON - 3 * DAY, closesAt: NOON },
    mine: { price: 0, eligibility: { enterprises: ['e1'] } },
    workers: { price: 0, eligibility: { employments: ['employee'] } },
  });
  await addCodes(cloud, 'codes', 3);
  await insert(cloud, 'listed', [
    { _id: `goods.${memberOf('bob')._id}`, v: 1, benefitId: 'goods', memberId: memberOf('bob')._id, key: 'k' },
  ]);
});

beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const redeem = (benefitId: string, openid: string, id = requestId()) =>
  atBenefit(cloud, 'redeem', { benefitId }, openid, id);

test('points and stock go together, and the answer is the voucher’s card', async () => {
  const { answer, meter } = await redeem('coffee', 'ann');
  expect(answer).toEqual({
    ok: true,
    value: {
      ...{ id: expect.stringMatching(/^[a-z2-7]{24}$/), benefitId: 'coffee', title: '咖啡券', brand: 'warm' },
      ...{ kind: 'voucher', price: 100, state: 'valid', redeemedAt: expect.any(Number), useUntil: NOON + 30 * DAY },
    },
  });
  // Caller, stock, account; claim, decision; redemption, entry.
  expect(meter).toMatchObject({ dbCalls: 7, docsRead: 5, unindexed: 0 });
  expect(await balanceOf(cloud, 'ann')).toBe(150);
  expect(await takenOf(cloud, 'coffee')).toBe(1);
  const { id } = accepted(answer);
  expect(await redemptionOf(cloud, id)).toMatchObject({
    ...{ state: 'valid', memberId: memberOf('ann')._id, enterpriseId: 'e1', dueAt: NOON + 30 * DAY },
    digits: expect.stringMatching(/^\d{12}$/),
  });
  const entries = await documents<{ _id: string }>(cloud, 'entries');
  expect(entries.find(({ _id }) => _id === `redemption.${id}`)).toMatchObject({ points: -100, against: 'redeemed' });
});

test('sent again it gives the same answer and takes nothing, also when all is over', async () => {
  const id = requestId();
  const { answer } = await redeem('coffee', 'bob', id);
  const { meter } = await redeem('coffee', 'bob', id);
  expect(meter.dbCalls).toBeLessThanOrEqual(7);
  const before = await keptNow(cloud);
  for (const later of [0, DAY, 40 * DAY]) {
    await setClock(cloud, NOON + later);
    expect((await redeem('coffee', 'bob', id)).answer).toEqual(answer);
  }
  expect((await redeem('free', 'bob', id)).answer).toEqual(refusal('REQUEST_REUSED'));
  expect(await keptNow(cloud)).toBe(before);
});

test('what costs nothing makes no entry, for whoever never had points too', async () => {
  const { answer, meter } = await redeem('free', 'poor');
  expect(answer).toMatchObject({ ok: true, value: { price: 0, state: 'valid' } });
  expect(meter.dbCalls).toBe(6);
  const entries = await documents<{ memberId: string }>(cloud, 'entries');
  expect(entries.filter(({ memberId }) => memberId === memberOf('poor')._id)).toEqual([]);
});

test('a code of somebody else’s is given once, with its redemption', async () => {
  const { answer, meter } = await redeem('codes', 'cid');
  expect(answer).toMatchObject({ ok: true, value: { kind: 'codes', state: 'given' } });
  expect(meter).toMatchObject({ dbCalls: 9, unindexed: 0 });
  const { id } = accepted(answer);
  const shown = accepted((await atBenefit(cloud, 'show', { redemptionId: id }, 'cid')).answer);
  expect(shown).toMatchObject({ code: expect.stringMatching(/^CODE-\d$/), state: 'given', shops: [] });
  for (const none of ['key', 'digits', 'cancelUntil']) expect(shown).not.toHaveProperty(none);
  const given = (await documents<{ holder: string; free: boolean }>(cloud, 'codes')).filter(({ free }) => !free);
  expect(given.map(({ holder }) => holder)).toEqual([id]);
});

test('who is on the list fetches it, who is not hears so', async () => {
  expect((await redeem('goods', 'bob')).answer).toMatchObject({ ok: true });
  expect((await redeem('goods', 'ann')).answer).toEqual(refusal('NOT_FOR_YOU', { why: 'list' }));
});

test('one person redeems as many as the limit says, and what was cancelled does not count', async () => {
  const first = await redeemed(cloud, 'dan', 'twice');
  await redeemed(cloud, 'dan', 'twice');
  expect((await redeem('twice', 'dan')).answer).toEqual(refusal('LIMIT_REACHED', { limit: 2 }));
  await atBenefit(cloud, 'cancel', { redemptionId: first }, 'dan');
  expect((await redeem('twice', 'dan')).answer).toMatchObject({ ok: true });
});

test('the last one goes to one person, and each enterprise has its part', async () => {
  await redeemed(cloud, 'ann', 'last');
  expect((await redeem('last', 'bob')).answer).toEqual(refusal('OUT_OF_STOCK'));
  await redeemed(cloud, 'ann', 'quota');
  expect((await redeem('quota', 'bob')).answer).toEqual(refusal('QUOTA_USED', { quota: 1 }));
  expect((await redeem('quota', 'far')).answer).toMatchObject({ ok: true });
});

describe('refused, and nothing written', () => {
  let before: string;
  beforeEach(async () => {
    before = await keptNow(cloud);
  });
  afterEach(async () => {
    expect(await keptNow(cloud)).toBe(before);
  });

  test.each<[string, string, string, object, object, number]>([
    ['a visitor', 'nobody', 'coffee', { refusal: 'NOT_MEMBER' }, {}, 1],
    ['who waits to be let in', 'waits', 'coffee', { refusal: 'NOT_MEMBER' }, {}, 1],
    ['who asks for what is not there', 'ann', 'nothing', { refusal: 'NOT_FOUND' }, { what: 'benefit' }, 2],
    ['who comes before it opens', 'ann', 'early', { refusal: 'NOT_BEFORE' }, { opensAt: NOON + DAY }, 2],
    ['who comes when it has closed', 'clean', 'late', { refusal: 'WINDOW_CLOSED' }, { closedAt: NOON }, 3],
    ['of another enterprise', 'further', 'mine', { refusal: 'NOT_FOR_YOU' }, { why: 'enterprise' }, 3],
    ['of another employment', 'courier', 'workers', { refusal: 'NOT_FOR_YOU' }, { why: 'employment' }, 3],
    ['without points', 'clean', 'coffee', { refusal: 'POINTS_SHORT' }, { needs: 100, has: 0 }, 3],
  ])('%s hears why, cheaply', async (_who, openid, benefitId, said, detail, calls) => {
    const { answer, meter } = await redeem(benefitId, openid);
    expect(answer).toEqual({ ok: false, ...said, detail });
    expect(meter).toMatchObject({ dbCalls: calls, unindexed: 0 });
  });
});

test('a stock of more than one shard holds is shared out, and everybody finds one wherever it is', async () => {
  await addBenefits(cloud, { large: { price: 0, stock: 2_001, quota: { each: 3 } } });
  const shards = await stocksOf(cloud, 'large');
  expect(shards.map(({ terms }) => terms.caps.all)).toEqual([1_001, 1_000]);
  for (const openid of ['ann', 'bob', 'cid'])
    expect((await redeem('large', openid)).answer).toMatchObject({ ok: true });
  expect((await redeem('large', 'dan')).answer).toEqual(refusal('QUOTA_USED', { quota: 3 }));
  expect((await redeem('large', 'far')).answer).toMatchObject({ ok: true });
});
