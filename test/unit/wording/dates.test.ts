import {
  answerBy,
  clock,
  countdown,
  dateBlock,
  daysIn,
  dayWord,
  deadline,
  moment,
  monthAway,
  monthWord,
  opening,
  span,
  stretch,
} from '../../../domain/wording/dates';

/** Friday 20 November 2026, 14:00 in Shanghai. */
const NOW = Date.UTC(2026, 10, 20, 6, 0);
const HOUR = 3_600_000;
const at = (day: string, time: string): number => Date.parse(`${day}T${time}:00+08:00`);

test.each([
  ['2026-11-19', '昨天'],
  ['2026-11-20', '今天'],
  ['2026-11-21', '明天'],
  ['2026-11-22', '后天'],
  ['2026-11-23', '11月23日 周一'],
  ['2026-11-18', '11月18日 周三'],
  ['2027-01-09', '2027年1月9日 周六'],
])('%s is said as %s', (day, words) => {
  expect(dayWord(at(day, '09:00'), NOW)).toBe(words);
});

test('a day begins at midnight in Shanghai, wherever the phone is', () => {
  expect(dayWord(at('2026-11-20', '23:59'), NOW)).toBe('今天');
  expect(dayWord(at('2026-11-21', '00:00'), NOW)).toBe('明天');
  expect(clock(at('2026-11-21', '00:00'))).toBe('00:00');
});

/** Word joiners around the dash: no line ends inside a range. */
const TO = '\u2060–\u2060';

test('a span on one day has its hours, over several days only its dates', () => {
  expect(span(at('2026-11-21', '19:00'), at('2026-11-21', '21:30'), NOW)).toBe(`明天 19:00${TO}21:30`);
  expect(span(at('2026-11-28', '10:00'), at('2026-12-02', '18:00'), NOW)).toBe(`11月28日${TO}12月2日`);
  expect(span(at('2026-12-26', '10:00'), at('2027-01-09', '18:00'), NOW)).toBe(`12月26日${TO}2027年1月9日`);
});

test('what is left is rounded down, and never nothing while there is something', () => {
  expect(stretch(NOW + 72 * HOUR - 1, NOW)).toBe('2 天');
  expect(stretch(NOW + 24 * HOUR, NOW)).toBe('1 天');
  expect(stretch(NOW + 24 * HOUR - 1, NOW)).toBe('23 小时');
  expect(stretch(NOW + HOUR - 1, NOW)).toBe('59 分钟');
  expect(stretch(NOW + 1, NOW)).toBe('1 分钟');
});

test('a deadline is over at its instant', () => {
  expect(deadline(NOW + 3 * 24 * HOUR, NOW)).toBe('还有 3 天截止');
  expect(deadline(NOW, NOW)).toBe('已截止');
});

test('an opening names day and hour', () => {
  expect(opening(at('2026-11-21', '10:00'), NOW)).toBe('明天 10:00 开放');
  expect(moment(at('2026-12-01', '10:00'), NOW)).toBe('12月1日 周二 10:00');
});

test('months are turned over the end of a year', () => {
  expect(monthAway('2026-12', 1)).toBe('2027-01');
  expect(monthAway('2026-01', -1)).toBe('2025-12');
  expect(monthAway('2026-11', 14)).toBe('2028-01');
  expect(monthWord('2026-12', NOW)).toBe('12月');
  expect(monthWord('2027-01', NOW)).toBe('2027年1月');
});

test('a month has all of its days', () => {
  expect(daysIn('2026-02')).toHaveLength(28);
  expect(daysIn('2028-02')).toHaveLength(29);
  expect(daysIn('2026-11')[0]).toBe('2026-11-01');
  expect(daysIn('2026-11').at(-1)).toBe('2026-11-30');
});

test('a block shows month, day and weekday', () => {
  expect(dateBlock(at('2026-12-05', '18:30'))).toEqual({ month: '12月', day: '5', weekday: '周六' });
});

test('a countdown is to the second in the last hour, and is never over before it is', () => {
  expect(countdown(NOW + 50 * HOUR, NOW)).toBe('2 天 2 小时');
  expect(countdown(NOW + 24 * HOUR - 1_000, NOW)).toBe('23 小时 59 分');
  expect(countdown(NOW + HOUR, NOW)).toBe('1 小时 00 分');
  expect(countdown(NOW + HOUR - 1_000, NOW)).toBe('59:59');
  expect(countdown(NOW + 1, NOW)).toBe('00:01');
  expect(countdown(NOW, NOW)).toBe('00:00');
  expect(countdown(NOW - HOUR, NOW)).toBe('00:00');
});

test('an offer names the moment until which it holds', () => {
  expect(answerBy(NOW + 4 * HOUR, NOW)).toBe('今天 18:00 前确认');
});
