import {
  addBenefits,
  addMerchant,
  addRich,
  addShops,
  atBenefit,
  balanceOf,
  keptNow,
  redeemed,
  redemptionOf,
  requestId,
  shownBy,
  sweepBenefits,
  takenOf,
} from '../../support/benefit-town';
import { benefitPlan } from '../../support/benefits';
import type { RunningCloud } from '../../support/cloud';
import { refusal } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { DAY, NOON } from '../../support/plans';
import { addEnterprises, FIRST_ADMIN, insert, setClock, startTown } from '../../support/town';

const MINUTE = 60_000;
const PEOPLE = Array.from({ length: 20 }, (_, at) => `guest-${at}`);
let cloud: RunningCloud;
let guests = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addShops(cloud, { cafe: '园区咖啡', tea: '茶室' });
  const gone = {
    _id: 'gone',
    v: 1,
    rev: 1,
    key: '旧店_gone',
    name: '旧店',
    kind: 'merchant',
    address: '',
    open: false,
  };
  await insert(cloud, 'shops', [{ ...gone, requests: [] }]);
  await addRich(cloud, PEOPLE, 1_000);
  await addMerchant(cloud, 'mei', 'cafe');
  await addMerchant(cloud, 'tao', 'tea');
  await addMerchant(cloud, 'old', 'gone');
  await addBenefits(cloud, {
    coffee: { shopIds: ['cafe', 'gone'] },
    wider: {},
    short: { useUntil: NOON + 6 * DAY, closesAt: NOON + 6 * DAY },
    kept: { useUntil: NOON + 6 * DAY, closesAt: NOON + 6 * DAY, refundExpired: false },
  });
});

beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const newGuest = () => PEOPLE[guests++] ?? 'too many guests';
const held = async (benefitId = 'coffee', openid = newGuest()) => ({
  openid,
  id: await redeemed(cloud, openid, benefitId),
});
const verify = (code: string, openid = 'mei', shopId = 'cafe', id = requestId()) =>
  atBenefit(cloud, 'verify', { shopId, code }, openid, id);
const digitsOf = async (id: string) => (await redemptionOf(cloud, id)).digits;

test('a rotating code is verified by its merchant, who learns nothing of the person', async () => {
  const { id } = await held();
  const { answer, meter } = await verify(shownBy(id));
  expect(answer).toEqual({
    ok: true,
    value: {
      ...{ redemptionId: id, title: '咖啡券', kind: 'voucher', shopId: 'cafe', shopName: '园区咖啡', again: false },
      ...{ at: expect.any(Number), undoUntil: expect.any(Number) },
    },
  });
  const { at, undoUntil } = accepted(answer);
  expect(undoUntil - at).toBe(10 * MINUTE);
  // Caller, redemption, shop; the change.
  expect(meter).toMatchObject({ dbCalls: 4, docsRead: 4, unindexed: 0 });
});

test('the key on the phone draws what the shop takes, and the digits are typed in groups', async () => {
  const { id, openid } = await held();
  const shown = accepted((await atBenefit(cloud, 'show', { redemptionId: id }, openid)).answer);
  expect(shown).toMatchObject({ key: expect.any(String), digits: expect.stringMatching(/^\d{12}$/), state: 'valid' });
  expect(shown.shops.map(({ name }) => name)).toEqual(['园区咖啡']);
  const typed = (shown.digits ?? '').replace(/(.{4})/g, '$1 ');
  const { answer, meter } = await verify(typed);
  expect(answer).toMatchObject({ ok: true, value: { redemptionId: id } });
  expect(meter).toMatchObject({ dbCalls: 4, unindexed: 0 });
});

test('sent again it gives the same answer, though the code has grown old and it was undone since', async () => {
  const { id } = await held();
  const [code, request] = [shownBy(id), requestId()];
  const { answer } = await verify(code, 'mei', 'cafe', request);
  await atBenefit(cloud, 'undoVerify', { redemptionId: id, reason: '扫错了' }, 'mei');
  const before = await keptNow(cloud);
  await setClock(cloud, NOON + DAY);
  expect((await verify(code, 'mei', 'cafe', request)).answer).toEqual(answer);
  const typed = (await verify(await digitsOf(id), 'mei', 'cafe', request)).answer;
  expect(typed).toEqual(refusal('REQUEST_REUSED'));
  expect(await keptNow(cloud)).toBe(before);
});

test('once: the same slip again here is told apart from one that was used before', async () => {
  const { id } = await held();
  await verify(shownBy(id));
  expect((await verify(shownBy(id))).answer).toMatchObject({ ok: true, value: { again: true } });
  await setClock(cloud, NOON + 11 * MINUTE);
  const later = (await verify(await digitsOf(id))).answer;
  expect(later).toMatchObject({ refusal: 'ALREADY_VERIFIED', detail: { here: true } });
});

test('an undone one can be verified again, and is undone for ten minutes only', async () => {
  const { id, openid } = await held();
  await verify(shownBy(id));
  const undo = (by = 'mei', request = requestId()) =>
    atBenefit(cloud, 'undoVerify', { redemptionId: id, reason: '扫错了' }, by, request);
  expect((await undo('tao')).answer).toMatchObject({ refusal: 'FORBIDDEN' });
  const request = requestId();
  const { answer, meter } = await undo('mei', request);
  expect(answer).toEqual({ ok: true, value: { redemptionId: id, state: 'valid' } });
  expect(meter.dbCalls).toBe(3);
  expect((await undo()).answer).toEqual(refusal('NOT_VERIFIED', { state: 'valid' }));
  expect((await verify(shownBy(id))).answer).toMatchObject({ ok: true, value: { again: false } });
  expect((await undo('mei', request)).answer).toEqual(answer);
  await setClock(cloud, NOON + 11 * MINUTE);
  expect((await undo()).answer).toMatchObject({ refusal: 'PAST_UNTIL' });
  const card = accepted((await atBenefit(cloud, 'show', { redemptionId: id }, openid)).answer);
  expect(card).toMatchObject({ state: 'verified', verified: { shopName: '园区咖啡' } });
  expect(card).not.toHaveProperty('key');
});

test('a shop that was added since takes what was redeemed before, and only who verified it undoes that', async () => {
  const { id, openid } = await held('wider');
  const plan = benefitPlan({ shopIds: ['cafe', 'tea'] });
  accepted((await atBenefit(cloud, 'edit', { benefitId: 'wider', plan }, FIRST_ADMIN)).answer);
  const { shops } = accepted((await atBenefit(cloud, 'show', { redemptionId: id }, openid)).answer);
  expect(shops.map(({ name }) => name)).toEqual(['园区咖啡', '茶室']);
  expect((await verify(shownBy(id), 'tao', 'tea')).answer).toMatchObject({ ok: true });
  const undo = { redemptionId: id, reason: '扫错了' };
  expect((await atBenefit(cloud, 'undoVerify', undo, 'mei')).answer).toMatchObject({ refusal: 'FORBIDDEN' });
});

describe('refused, and nothing written', () => {
  let id: string;
  let before: string;
  beforeAll(async () => {
    await setClock(cloud, NOON);
    id = (await held()).id;
  });
  beforeEach(async () => {
    before = await keptNow(cloud);
  });
  afterEach(async () => {
    expect(await keptNow(cloud)).toBe(before);
  });

  test('an old code, one of a fast phone, and one that is none of ours are told apart', async () => {
    for (const [code, why] of [
      [shownBy(id, NOON - 45_000), 'old'],
      [shownBy(id, NOON + 60_000), 'new'],
      [`B.${id}.aaaaaaaaaa`, 'unknown'],
      ['T.abc.aaaaaaaaaa', 'unknown'],
      ['12345', 'unknown'],
    ] as const) {
      expect((await verify(code)).answer).toEqual(refusal('CODE_REFUSED', { why }));
    }
  });

  test('digits that nobody has are no redemption', async () => {
    expect((await verify('000000000000')).answer).toEqual(refusal('NOT_FOUND', { what: 'redemption' }));
  });

  test('another shop hears which take it, a closed one that it is closed, a stranger nothing', async () => {
    const elsewhere = refusal('OTHER_SHOP', { title: '咖啡券', shops: ['园区咖啡', '旧店'] });
    const { answer } = await verify(shownBy(id), 'tao', 'tea');
    expect(answer).toMatchObject({ ok: false, refusal: 'OTHER_SHOP', detail: { title: '咖啡券' } });
    const { shops } = (answer.ok ? {} : answer.detail) as { shops?: string[] };
    expect([...(shops ?? [])].sort()).toEqual([...(elsewhere.ok ? [] : (elsewhere.detail.shops as string[]))].sort());
    expect((await verify(shownBy(id), 'old', 'gone')).answer).toEqual(refusal('SHOP_CLOSED'));
    for (const openid of ['tao', 'nobody', 'guest-0']) {
      expect((await verify(shownBy(id), openid)).answer).toMatchObject({ refusal: 'FORBIDDEN' });
    }
    expect((await verify(shownBy(id), FIRST_ADMIN, 'nowhere')).answer).toEqual(refusal('NOT_FOUND', { what: 'shop' }));
  });
});

test('cancelled within the time: points and stock come back, once, and the voucher is worth nothing', async () => {
  const { id, openid } = await held();
  const before = await takenOf(cloud, 'coffee');
  const [code, request] = [shownBy(id), requestId()];
  const cancel = () => atBenefit(cloud, 'cancel', { redemptionId: id }, openid, request);
  const { answer } = await cancel();
  expect(answer).toMatchObject({ ok: true, value: { state: 'cancelled', refunded: 100 } });
  expect((await cancel()).answer).toEqual(answer);
  expect(await takenOf(cloud, 'coffee')).toBe(before - 1);
  expect(await balanceOf(cloud, openid)).toBe(1_000);
  expect((await verify(code)).answer).toEqual(refusal('NOT_VALID', { state: 'cancelled' }));
  expect((await atBenefit(cloud, 'cancel', { redemptionId: id }, openid)).answer).toEqual(
    refusal('NOT_VALID', { state: 'cancelled' }),
  );
});

test('too late to cancel says until when it was', async () => {
  const { id, openid } = await held();
  await setClock(cloud, NOON + DAY + MINUTE);
  const { answer } = await atBenefit(cloud, 'cancel', { redemptionId: id }, openid);
  expect(answer).toMatchObject({ refusal: 'PAST_UNTIL' });
});

test('an organizer takes one back with a reason, and its points come back', async () => {
  const { id, openid } = await held();
  const revoke = () => atBenefit(cloud, 'revoke', { redemptionId: id, reason: '误发' }, FIRST_ADMIN);
  expect((await revoke()).answer).toEqual({ ok: true, value: { redemptionId: id, state: 'cancelled' } });
  expect((await revoke()).answer).toEqual(refusal('NOT_VALID', { state: 'cancelled' }));
  const shown = accepted((await atBenefit(cloud, 'show', { redemptionId: id }, openid)).answer);
  expect(shown).toMatchObject({ state: 'cancelled', reason: '误发', refunded: 100 });
  expect(await balanceOf(cloud, openid)).toBe(1_000);
});

test('what runs out unused is worth nothing at once; the sweep gives points back where the benefit says so', async () => {
  const [back, gone] = [await held('short'), await held('kept')];
  await setClock(cloud, NOON + 6 * DAY);
  expect((await verify(await digitsOf(back.id))).answer).toEqual(refusal('NOT_VALID', { state: 'expired' }));
  await sweepBenefits(cloud);
  const shown = async ({ id, openid }: { id: string; openid: string }) =>
    accepted((await atBenefit(cloud, 'show', { redemptionId: id }, openid)).answer);
  expect(await shown(back)).toMatchObject({ state: 'expired', refunded: 100 });
  expect(await shown(gone)).toMatchObject({ state: 'expired' });
  expect(await shown(gone)).not.toHaveProperty('refunded');
  expect(await balanceOf(cloud, back.openid)).toBe(1_000);
  expect(await balanceOf(cloud, gone.openid)).toBe(900);
  expect(await redemptionOf(cloud, back.id)).not.toHaveProperty('dueAt');
});

test('a shop sees its month by day and benefit, and its day slip by slip; another shop’s it does not', async () => {
  const month = accepted((await atBenefit(cloud, 'tallies', { shopId: 'cafe', month: '2026-11' }, 'mei')).answer);
  const counted = month.days.flatMap(({ lines }) => lines).reduce((sum, { verified }) => sum + verified, 0);
  const day = accepted((await atBenefit(cloud, 'verifications', { shopId: 'cafe', day: '2026-11-20' }, 'mei')).answer);
  expect(counted).toBe(4);
  expect(month.days.map(({ day: each }) => each)).toEqual(['2026-11-20']);
  expect(day.items).toHaveLength(4);
  for (const item of day.items) expect(item.tail).toMatch(/^\d{4}$/);
  expect([...day.items].sort((a, b) => b.at - a.at)).toEqual(day.items);
  for (const [op, input] of [
    ['tallies', { shopId: 'cafe', month: '2026-11' }],
    ['verifications', { shopId: 'cafe', day: '2026-11-20' }],
  ] as const) {
    expect((await atBenefit(cloud, op, input, 'tao')).answer).toMatchObject({ refusal: 'FORBIDDEN' });
  }
  const shops = accepted((await atBenefit(cloud, 'myShops', {}, 'mei')).answer);
  expect(shops.items.map(({ id }) => id)).toEqual(['cafe']);
  expect(accepted((await atBenefit(cloud, 'myShops', {}, FIRST_ADMIN)).answer).items).toHaveLength(3);
});
