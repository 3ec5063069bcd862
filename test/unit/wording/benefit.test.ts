import { startOfDay } from '../../../domain/time/shanghai';
import { benefitAsOf } from '../../../domain/wording/benefit';
import { asTyped, counterRefusal, isDigits, isMistyped } from '../../../domain/wording/counter';
import { goodUntil, spanWords } from '../../../domain/wording/redeeming';
import { digitGroups, redemptionAsOf } from '../../../domain/wording/redemption';
import type { BenefitCard } from '../../../types/contract';

const NOW = Date.parse('2026-11-20T09:30:00+08:00');
const HOUR = 3_600_000;

const card = (change: Partial<BenefitCard>): BenefitCard => ({
  ...{ id: 'a', title: '', tagline: '', brand: 'warm', kind: 'voucher', price: 0, phase: 'open' },
  ...{ stock: { capacity: 10, left: 3 }, opensAt: NOW - HOUR, closesAt: NOW + HOUR },
  ...change,
});

describe('the phase of a card that is minutes old', () => {
  test.each([
    ['opens on the very instant', card({ phase: 'soon', opensAt: NOW }), 'open'],
    ['is soon until then', card({ phase: 'soon', opensAt: NOW + 1 }), 'soon'],
    ['closes on the very instant', card({ closesAt: NOW }), 'closed'],
    ['is open until then', card({ closesAt: NOW + 1 }), 'open'],
    ['opens with nothing left', card({ phase: 'soon', opensAt: NOW, stock: { capacity: 1, left: 0 } }), 'out'],
    ['stays out for an enterprise, whatever others have left', card({ phase: 'out' }), 'out'],
    ['stays closed once an organizer closed it', card({ phase: 'closed' }), 'closed'],
  ] as const)('%s', (_what, given, phase) => {
    expect(benefitAsOf(given, NOW).phase).toBe(phase);
  });
});

describe('until when', () => {
  test('a voucher that ends with a day names that day, not the next', () => {
    expect(goodUntil(startOfDay('2026-12-01'), NOW)).toBe('可用到 11月30日');
  });
  test('one that ends within a day names the hour', () => {
    expect(goodUntil(startOfDay('2026-12-01') + 18 * HOUR, NOW)).toBe('可用到 12月1日 18:00');
  });
  test('it is expired from that instant on, whether or not anything has run', () => {
    expect(redemptionAsOf({ state: 'valid', useUntil: NOW }, NOW)).toBe('expired');
    expect(redemptionAsOf({ state: 'valid', useUntil: NOW + 1 }, NOW)).toBe('valid');
    expect(redemptionAsOf({ state: 'verified', useUntil: NOW }, NOW)).toBe('verified');
  });
  test.each([
    [48 * HOUR, '2 天'],
    [30 * HOUR, '30 小时'],
    [HOUR / 2, '30 分钟'],
  ])('%d ms are %s', (ms, words) => expect(spanWords(ms)).toBe(words));
});

describe('what is typed at a counter', () => {
  test('gaps do not count, and nothing else is touched', () => {
    expect(asTyped(' 1234-5678 9012 ')).toBe('123456789012');
    expect(asTyped(' B.red1.abc ')).toBe('B.red1.abc');
  });
  test('only digits, and not twelve of them, are mistyped', () => {
    expect([isMistyped('12345678901'), isMistyped('123456789012'), isMistyped('B.x.y')]).toEqual([true, false, false]);
    expect([isDigits('123456789012'), isDigits('12345678901a'), isDigits('')]).toEqual([true, false, false]);
  });
  test('digits stand in groups of four', () => {
    expect(digitGroups('123456789012').map(({ words }) => words)).toEqual(['1234', '5678', '9012']);
  });
  test('only what may have been done is worth the same code once more', () => {
    expect(counterRefusal({ refusal: 'TIMEOUT', detail: {} }, NOW).again).toBe(true);
    expect(counterRefusal({ refusal: 'OFFLINE', detail: {} }, NOW).again).toBe(true);
    expect(counterRefusal({ refusal: 'NOT_VALID', detail: { state: 'expired' } }, NOW).again).toBe(false);
  });
});
