import type { MessageV1, RedemptionMessageRecord } from '../../../domain/message/message';
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
import { accepted } from '../../support/organizing';
import { DAY, NOON } from '../../support/plans';
import { deliver, messageOf, sentBy, templateOf, templatesFor } from '../../support/told';
import {
  addEnterprises,
  advance,
  documents,
  FIRST_ADMIN,
  insert,
  memberOf,
  setClock,
  startTown,
} from '../../support/town';

let cloud: RunningCloud;
let made = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 2, env: templatesFor('offered', 'revoked', 'ran-out') });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addShops(cloud, { cafe: '园区咖啡' });
  await addMerchant(cloud, 'mei', 'cafe');
  const short = { useUntil: NOON + 6 * DAY };
  await addBenefits(cloud, { coffee: {}, short, kept: { ...short, refundExpired: false } });
});

beforeEach(() => setClock(cloud, NOON));
// `stop` fails where any query went unserved by an index.
afterAll(() => cloud.stop());

async function holder(benefitId = 'coffee'): Promise<{ openid: string; id: string }> {
  made += 1;
  const openid = `holder-${made}`;
  await addRich(cloud, [openid], 500);
  return { openid, id: await redeemed(cloud, openid, benefitId) };
}

const listOf = async (openid: string) => accepted((await cloud.call('message', 'list', {}, { openid })).answer).items;
const storedOf = async (id: string) =>
  (await documents<RedemptionMessageRecord>(cloud, 'messages')).filter(({ redemptionId }) => redemptionId === id);
const revoke = (redemptionId: string, request = requestId()) =>
  atBenefit(cloud, 'revoke', { redemptionId, reason: '误发' }, FIRST_ADMIN, request);

test('what an organizer takes back is told to its member, with the reason and the points, and to nobody else', async () => {
  const [{ openid, id }, other] = [await holder(), await holder()];
  accepted((await revoke(id)).answer);
  const { endedAt, useUntil } = await redemptionOf(cloud, id);
  expect(await listOf(openid)).toEqual([
    {
      about: 'redemption',
      id: `${id}.revoked.${endedAt}`,
      at: endedAt,
      kind: 'revoked',
      redemptionId: id,
      title: '咖啡券',
      useUntil,
      refunded: 100,
      reason: '误发',
      unread: true,
    },
  ]);
  expect((await cloud.call('message', 'unread', {}, { openid })).answer).toMatchObject({ value: { unread: true } });
  for (const somebody of [other.openid, 'mei', FIRST_ADMIN]) expect(await listOf(somebody)).toEqual([]);
});

test('sent twice, at once and again, it is one message', async () => {
  const { id } = await holder();
  const request = requestId();
  await Promise.all([revoke(id, request), revoke(id, request), revoke(id)]);
  await revoke(id, request);
  expect(await storedOf(id)).toHaveLength(1);
});

test('a call that dies after it decided leaves the message to the sweep, which writes it once', async () => {
  const { openid, id } = await holder();
  // Caller, redemption and its change: what follows is not begun.
  const killed = { function: 'benefit', op: 'revoke', at: 3, when: 'after', effect: 'kill' };
  await cloud.api('POST', 'faults', killed);
  await revoke(id);
  await cloud.api('DELETE', 'faults');
  expect(await redemptionOf(cloud, id)).toMatchObject({ state: 'cancelled', pending: true });
  expect(await storedOf(id)).toEqual([]);
  await advance(cloud, 65_000);
  await sweepBenefits(cloud);
  await sweepBenefits(cloud);
  expect(await listOf(openid)).toMatchObject([{ kind: 'revoked', redemptionId: id, reason: '误发', refunded: 100 }]);
});

test('what ran out is told once, with what came back by its rule, or with nothing', async () => {
  const [back, gone] = [await holder('short'), await holder('kept')];
  await setClock(cloud, NOON + 6 * DAY);
  // What nothing has been done about yet has no message: it would say of points what is not so.
  expect(await listOf(back.openid)).toEqual([]);
  await sweepBenefits(cloud);
  await advance(cloud, 65_000);
  await sweepBenefits(cloud);
  const [told, ...more] = await listOf(back.openid);
  expect(more).toEqual([]);
  expect(told).toMatchObject({ kind: 'ran-out', redemptionId: back.id, refunded: 100, useUntil: NOON + 6 * DAY });
  expect(told).not.toHaveProperty('reason');
  const [none, ...others] = await listOf(gone.openid);
  expect(others).toEqual([]);
  expect(none).toMatchObject({ kind: 'ran-out', redemptionId: gone.id });
  expect(none).not.toHaveProperty('refunded');
});

test('who gives it back, uses it, or leaves, is told nothing of it', async () => {
  const [given, used, left] = [await holder(), await holder(), await holder()];
  accepted((await atBenefit(cloud, 'cancel', { redemptionId: given.id }, given.openid)).answer);
  const { digits } = await redemptionOf(cloud, used.id);
  accepted((await atBenefit(cloud, 'verify', { shopId: 'cafe', code: digits }, 'mei')).answer);
  await cloud.call('member', 'leave', { confirm: true }, { openid: left.openid, requestId: requestId() });
  await setClock(cloud, NOON + 31 * DAY);
  await sweepBenefits(cloud);
  for (const { id } of [given, used, left]) expect(await storedOf(id)).toEqual([]);
});

test('who leaves takes along what was written to them', async () => {
  const { openid, id } = await holder();
  accepted((await revoke(id)).answer);
  await cloud.call('member', 'leave', { confirm: true }, { openid, requestId: requestId() });
  const [told] = await storedOf(id);
  expect(told).toMatchObject({ kind: 'revoked' });
  expect(told).not.toHaveProperty('reason');
});

test('taking one back costs one call more than giving it back, which has no message', async () => {
  const [given, taken] = [await holder(), await holder()];
  const cancelled = await atBenefit(cloud, 'cancel', { redemptionId: given.id }, given.openid);
  const revoked = await revoke(taken.id);
  accepted(cancelled.answer);
  accepted(revoked.answer);
  // Caller, redemption, its change; account; entry and redemption once more, since redeeming leaves them to whoever comes
  // next, and a look at the redemption that is there; entries, account, entry, account cleared; stock; that it is done.
  expect(cancelled.meter).toMatchObject({ dbCalls: 13, unindexed: 0 });
  expect(revoked.meter).toMatchObject({ dbCalls: 14, unindexed: 0 });
});

test('outside the app it goes to who agreed to one of its kind, and opens the voucher', async () => {
  const { openid, id } = await holder();
  const kinds = ['revoked', 'ran-out'];
  accepted((await cloud.call('message', 'consent', { kinds }, { openid, requestId: requestId() })).answer);
  await cloud.api('POST', 'openapi/consents', { openid, template: templateOf('revoked') });
  accepted((await revoke(id)).answer);
  await deliver(cloud);
  await deliver(cloud);
  const [sent, ...more] = (await sentBy(cloud)).filter(({ input }) => input.touser === openid);
  expect(more).toEqual([]);
  expect(sent?.input).toMatchObject({
    template_id: templateOf('revoked'),
    page: `packages/benefit/pages/voucher/index?id=${id}`,
    data: { thing1: { value: '咖啡券' }, thing3: { value: '工会收回了：误发' } },
  });
});

test('a message of the former shape is listed, and goes out, as about its registration', async () => {
  const { openid } = await holder();
  const { about: _later, v: _v, ...rest } = messageOf(memberOf(openid)._id, 'reg-old', { kind: 'offered' });
  const former: MessageV1 = { ...rest, v: 1 };
  await insert(cloud, 'messages', [former]);
  accepted((await cloud.call('message', 'consent', { kinds: ['offered'] }, { openid, requestId: requestId() })).answer);
  await cloud.api('POST', 'openapi/consents', { openid, template: templateOf('offered') });
  expect(await listOf(openid)).toMatchObject([
    { about: 'registration', kind: 'offered', registrationId: 'reg-old', activityId: 'music' },
  ]);
  await deliver(cloud);
  const sent = (await sentBy(cloud)).filter(({ input }) => input.touser === openid);
  expect(sent.map(({ input }) => input.page)).toEqual(['packages/activity/pages/ticket/index?id=reg-old']);
});
