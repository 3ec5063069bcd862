import { audit } from '../../support/auditor';
import {
  addBenefits,
  addMerchant,
  addRich,
  addShops,
  atBenefit,
  redeemed,
  redemptionOf,
  shownBy,
  takenOf,
} from '../../support/benefit-town';
import type { RunningCloud } from '../../support/cloud';
import { refusal } from '../../support/gate';
import { DAY, NOON } from '../../support/plans';
import { requestIds } from '../../support/request-ids';
import {
  addEnterprises,
  advance,
  documents,
  runSweep,
  runSweeps,
  setClock,
  startTown,
  untilStruck,
} from '../../support/town';

const requestId = requestIds(13);
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addShops(cloud, { cafe: '园区咖啡' });
  await addRich(cloud, ['lea', 'lou', 'ann'], 500);
  await addMerchant(cloud, 'mei', 'cafe');
  await addBenefits(cloud, { coffee: { cancelWithin: 0, perPerson: 3 }, tea: { price: 0 } });
});

beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const leave = (openid: string) => cloud.call('member', 'leave', { confirm: true }, { openid, requestId: requestId() });

test('who leaves lets go of what they could still use: others have the stock, and the points go with them', async () => {
  const [used, kept] = [await redeemed(cloud, 'lea', 'coffee'), await redeemed(cloud, 'lea', 'coffee')];
  await atBenefit(cloud, 'verify', { shopId: 'cafe', code: shownBy(used) }, 'mei');
  expect(await takenOf(cloud, 'coffee')).toBe(2);
  expect((await leave('lea')).answer).toMatchObject({ ok: true });
  expect(await redemptionOf(cloud, kept)).toMatchObject({ state: 'cancelled', endedBy: 'leaving' });
  expect(await redemptionOf(cloud, kept)).not.toHaveProperty('refunded');
  expect((await redemptionOf(cloud, used)).state).toBe('verified');
  expect(await takenOf(cloud, 'coffee')).toBe(1);
  const entries = await documents<{ _id: string }>(cloud, 'entries');
  expect(entries.filter(({ _id }) => _id.startsWith('back.'))).toEqual([]);
  const { answer } = await atBenefit(cloud, 'verify', { shopId: 'cafe', code: shownBy(kept) }, 'mei');
  expect(answer).toEqual(refusal('NOT_VALID', { state: 'cancelled' }));
});

test('what somebody redeems on another phone while they leave is let go by the sweep', async () => {
  const slow = { function: 'benefit', op: 'redeem', at: 4, when: 'before', effect: 'delay', ms: 1_500 };
  await cloud.api('POST', 'faults', slow);
  const redeeming = atBenefit(cloud, 'redeem', { benefitId: 'tea' }, 'lou');
  await untilStruck(cloud);
  await leave('lou');
  await redeeming;
  await cloud.api('DELETE', 'faults');
  await advance(cloud, 65_000);
  await runSweep(cloud, 'sweepStocks', 'benefit');
  expect(await takenOf(cloud, 'tea')).toBe(0);
});

test('the auditor finds nothing amiss', async () => {
  await advance(cloud, DAY);
  await runSweeps(cloud);
  await advance(cloud, 65_000);
  await runSweeps(cloud);
  expect(await audit(cloud, { swept: true })).toEqual([]);
});
