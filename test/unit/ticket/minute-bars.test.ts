import { BARS, minuteBars } from '../../../domain/ticket/minute-bars';

const MINUTE = 60_000;
const START = Math.floor(Date.UTC(2026, 10, 28, 11) / MINUTE) * MINUTE;
const at = (minute: number, arrived: number) => ({ at: START + minute * MINUTE, arrived });

test('half an hour up to now, with the minutes in which nobody came', () => {
  const bars = minuteBars([at(0, 3), at(2, 5)], START + 4 * MINUTE + 30_000);
  expect(bars).toHaveLength(BARS);
  expect(bars[BARS - 1]).toEqual(at(4, 0));
  expect(bars.slice(-5).map(({ arrived }) => arrived)).toEqual([3, 0, 5, 0, 0]);
});

test('long after the rush it ends with the last who came', () => {
  const bars = minuteBars([at(0, 3), at(2, 5)], START + 300 * MINUTE);
  expect(bars[BARS - 1]).toEqual(at(2, 5));
});

test('what came before that half hour is left out', () => {
  expect(minuteBars([at(0, 3), at(40, 1)], START + 40 * MINUTE).reduce((sum, { arrived }) => sum + arrived, 0)).toBe(1);
});

test('a device whose clock is behind loses nobody', () => {
  expect(minuteBars([at(5, 2)], START)[BARS - 1]).toEqual(at(5, 2));
});

test('nobody yet is nothing to draw', () => {
  expect(minuteBars([], START)).toEqual([]);
});
