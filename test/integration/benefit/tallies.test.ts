import type { RedemptionRecord } from '../../../domain/benefit/redemption';
import { timeKey } from '../../../domain/time/shanghai';
import { addBenefits, addMerchant, addShops, atBenefit } from '../../support/benefit-town';
import { redemptionIn } from '../../support/benefits';
import type { RunningCloud } from '../../support/cloud';
import { accepted } from '../../support/organizing';
import { DAY } from '../../support/plans';
import { addEnterprises, insert, setClock, startTown } from '../../support/town';

/** An instant of a wall clock in Shanghai. */
const at = (wall: string): number => Date.parse(`${wall}+08:00`);
const NEW_YEAR = at('2027-01-15T12:00:00.000');
let cloud: RunningCloud;
let made = 0;

/** Verified at that instant, of that benefit and at that shop, as the store holds it. */
function verified(instant: number, benefitId: string, shopId = 'cafe'): RedemptionRecord {
  made += 1;
  const _id = `t${made}`;
  const day = new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);
  return redemptionIn('verified', {
    ...{ _id, memberId: `m${made}`, benefitId, stockId: benefitId, title: benefitId },
    ...{ digits: String(made).padStart(12, '0'), key: timeKey(instant - 1, _id), at: instant - 1 },
    verified: { at: instant, shopId, shopName: '园区咖啡', by: '', request: `q${made}` },
    ...{ shopId, verifiedKey: timeKey(instant, _id), verifiedDay: day },
  });
}

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addShops(cloud, { cafe: '园区咖啡', tea: '茶室' });
  await addMerchant(cloud, 'mei', 'cafe', 'tea');
  await addBenefits(cloud, { latte: { title: '拿铁' }, mocha: { title: '摩卡' } });
  // Every day of November and December, noon: as many lattes as the day's number, and on even days one mocha.
  const days = Array.from({ length: 61 }, (_, day) => at('2026-11-01T12:00:00.000') + day * DAY);
  const records = days.flatMap((noon) => {
    const number = Number(new Date(noon).toISOString().slice(8, 10));
    return [
      ...Array.from({ length: number }, (_, n) => verified(noon + n, 'latte')),
      ...(number % 2 === 0 ? [verified(noon, 'mocha')] : []),
      ...(number === 5 ? [verified(noon, 'latte', 'tea')] : []),
    ];
  });
  await insert(cloud, 'redemptions', [
    ...records,
    ...['2026-10-31T23:59:59.999', '2027-01-01T00:00:00.000'].map((wall) => verified(at(wall), 'latte')),
    ...['2026-11-30T23:59:59.999', '2026-12-01T00:00:00.000'].map((wall) => verified(at(wall), 'mocha')),
  ]);
  await setClock(cloud, NEW_YEAR);
});

afterAll(() => cloud.stop());

const tallyOf = async (month: string, shopId = 'cafe') => {
  const { answer, meter } = await atBenefit(cloud, 'tallies', { shopId, month }, 'mei');
  // The caller, the shop, the count; then the titles, where there is something.
  expect(meter.dbCalls).toBeLessThanOrEqual(4);
  expect(meter.unindexed).toBe(0);
  return accepted(answer).days;
};

test('a month has all its days, latest first, each with its benefits counted by themselves', async () => {
  const days = await tallyOf('2026-11');
  const numbers = Array.from({ length: 30 }, (_, n) => 30 - n);
  expect(days).toEqual(
    numbers.map((number) => {
      const mochas = (number % 2 === 0 ? 1 : 0) + (number === 30 ? 1 : 0);
      return {
        day: `2026-11-${String(number).padStart(2, '0')}`,
        lines: [
          { benefitId: 'latte', title: '拿铁', verified: number },
          ...(mochas > 0 ? [{ benefitId: 'mocha', title: '摩卡', verified: mochas }] : []),
        ].sort((a, b) => (a.title < b.title ? -1 : 1)),
      };
    }),
  );
});

test('a month begins and ends at midnight in Shanghai, over the turn of the year too', async () => {
  const sum = (days: Awaited<ReturnType<typeof tallyOf>>) =>
    days.flatMap(({ lines }) => lines).reduce((all, line) => all + line.verified, 0);
  expect(sum(await tallyOf('2026-10'))).toBe(1);
  // 1 + 2 + … + 30 lattes, 15 mochas, and the last one of the month.
  expect(sum(await tallyOf('2026-11'))).toBe(465 + 15 + 1);
  // 1 + 2 + … + 31 lattes, 15 mochas, and the first one of the month.
  expect(sum(await tallyOf('2026-12'))).toBe(496 + 15 + 1);
  expect(sum(await tallyOf('2027-01'))).toBe(1);
  expect(await tallyOf('2027-02')).toEqual([]);
});

test('another shop of the same merchant has its own books', async () => {
  const days = await tallyOf('2026-11', 'tea');
  expect(days).toEqual([{ day: '2026-11-05', lines: [{ benefitId: 'latte', title: '拿铁', verified: 1 }] }]);
});

test('a day of many is paged through, each slip once, as many as its tally says', async () => {
  const seen: { redemptionId: string; at: number }[] = [];
  const sizes: number[] = [];
  let cursor: string | undefined;
  do {
    const input = { shopId: 'cafe', day: '2026-12-31', ...(cursor !== undefined && { cursor }) };
    const page = accepted((await atBenefit(cloud, 'verifications', input, 'mei')).answer);
    seen.push(...page.items);
    sizes.push(page.items.length);
    cursor = page.next;
  } while (cursor !== undefined);
  expect(sizes).toEqual([20, 11]);
  expect(new Set(seen.map(({ redemptionId }) => redemptionId)).size).toBe(31);
  expect(seen).toEqual([...seen].sort((a, b) => b.at - a.at));
});
