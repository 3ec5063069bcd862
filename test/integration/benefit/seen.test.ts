import type { BenefitContract } from '../../../types/contract';
import { addBenefits, addRich, addShops, atBenefit, redeemed } from '../../support/benefit-town';
import { benefitPlan } from '../../support/benefits';
import type { RunningCloud } from '../../support/cloud';
import { refusal } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { DAY, NOON } from '../../support/plans';
import { addEnterprises, FIRST_ADMIN, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药' });
  await addShops(cloud, { cafe: '园区咖啡' });
  await addRich(cloud, ['ann', 'bob'], 1_000);
  await addBenefits(cloud, {
    coffee: {},
    goods: { kind: 'goods' },
    short: { closesAt: NOON + DAY, useUntil: NOON + DAY },
    few: { quota: { each: 1 } },
    ours: {},
  });
});

beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const ask = async <O extends keyof BenefitContract & string>(op: O, input: object, openid: string) =>
  accepted((await atBenefit(cloud, op, input, openid)).answer);
const mineOf = async (openid: string, input = {}) => (await ask('mine', input, openid)).items.map(({ id }) => id);
const listedOf = async (input = {}) => (await ask('list', input, 'bob')).items.map(({ id }) => id).sort();

test('everybody finds what they redeemed themselves, latest first, and nothing of anybody else', async () => {
  const first = await redeemed(cloud, 'ann', 'coffee');
  await redeemed(cloud, 'bob', 'coffee');
  await setClock(cloud, NOON + 60_000);
  const second = await redeemed(cloud, 'ann', 'short');
  expect(await mineOf('ann')).toEqual([second, first]);
  expect(await mineOf('visitor')).toEqual([]);
  await setClock(cloud, NOON + DAY);
  // No sweep has run: what has run out is no longer among what can be shown at a counter.
  expect(await mineOf('ann', { valid: true })).toEqual([first]);
  expect(await mineOf('ann')).toEqual([second, first]);
});

test('what has closed by itself leaves the list, and one kind can be looked at alone', async () => {
  expect(await listedOf()).toEqual(['coffee', 'few', 'goods', 'ours', 'short']);
  expect(await listedOf({ kind: 'goods' })).toEqual(['goods']);
  await setClock(cloud, NOON + DAY);
  expect(await listedOf()).toEqual(['coffee', 'few', 'goods', 'ours']);
});

test('where their enterprise’s part is gone, nothing is left for somebody, though others have some', async () => {
  await redeemed(cloud, 'ann', 'few');
  expect(await ask('get', { benefitId: 'few' }, 'bob')).toMatchObject({
    ...{ phase: 'out', stock: { capacity: 50, left: 49 }, quota: { capacity: 1, left: 0 } },
  });
});

test('who has redeemed a benefit goes on seeing it when it is for others now', async () => {
  const id = await redeemed(cloud, 'ann', 'ours');
  const plan = benefitPlan({ eligibility: { enterprises: ['e2'] } });
  await ask('edit', { benefitId: 'ours', plan }, FIRST_ADMIN);
  expect(await ask('get', { benefitId: 'ours' }, 'ann')).toMatchObject({ mine: [id] });
  const { answer } = await atBenefit(cloud, 'get', { benefitId: 'ours' }, 'bob');
  expect(answer).toEqual(refusal('NOT_FOUND', { what: 'benefit' }));
});
