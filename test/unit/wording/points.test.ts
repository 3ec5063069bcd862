import { startOfDay } from '../../../domain/time/shanghai';
import { capWords, ruleTitle } from '../../../domain/wording/earning';
import { explanationLines, signed } from '../../../domain/wording/entries';
import { nextToExpire } from '../../../domain/wording/points';

const NOW = Date.parse('2026-11-20T09:30:00+08:00');

test('points carry the sign that a typographer uses', () => {
  expect([signed(5), signed(-30), signed(0)]).toEqual(['+5', '−30', '0']);
});

test('what expires within sixty days is a warning, and names the last day', () => {
  const newYear = startOfDay('2027-01-01');
  expect(nextToExpire({ points: 12, expiresAt: newYear }, 30, NOW)).toEqual({
    words: '即将过期：12 分，12月31日前用掉',
    soon: true,
  });
  expect(nextToExpire({ points: 12, expiresAt: startOfDay('2028-01-01') }, 30, NOW)).toEqual({
    words: '其中 12 分 2027年12月31日到期',
    soon: false,
  });
});

test('where all points expire together their number is not said twice', () => {
  const lot = { points: 12, expiresAt: startOfDay('2028-01-01') };
  expect(nextToExpire(lot, 12, NOW)).toEqual({ words: '2027年12月31日到期', soon: false });
});

test('a rule says what one does for it', () => {
  expect(ruleTitle({ id: 'a', kind: 'attendance', points: 1 })).toBe('参加任意活动');
  expect(ruleTitle({ id: 'a', kind: 'attendance', points: 1, brand: 'books' })).toBe('参加书香药谷活动');
  expect(ruleTitle({ id: 'a', kind: 'attendance', points: 1, brand: 'books', format: 'reading' })).toBe(
    '参加书香药谷阅读',
  );
  expect(ruleTitle({ id: 'a', kind: 'streak', days: 7, points: 1 })).toBe('连续打卡满 7 天');
});

test('caps are said where there are any', () => {
  expect(capWords('attendance', { day: { attendance: 20 }, year: { attendance: 600 } })).toBe(
    '一天最多 20 分，一年最多 600 分',
  );
  expect(capWords('attendance', { day: {}, year: { attendance: 600 } })).toBe('一年最多 600 分');
  expect(capWords('reading', { day: {}, year: {} })).toBe('');
});

test('an explanation adds up to the balance less the debt, and leaves out what is nothing', () => {
  const sums = { earned: 50, granted: 0, refunded: 10, spent: 40, expired: 0, takenBack: 5 };
  const lines = explanationLines({ points: 20, debt: 5, lots: [], ...sums });
  expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(20 - 5);
  expect(lines).toHaveLength(4);
});
