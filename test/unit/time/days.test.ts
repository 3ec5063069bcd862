import fc from 'fast-check';
import { dayAt, daysFrom, mondayOf, shifted, weekdayOf, weekOf } from '../../../domain/time/days';
import { holds } from '../../support/seed';

test.each([
  ['2027-02-28', 1, '2027-03-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2028-03-01', -1, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2027-01-01', -1, '2026-12-31'],
])('%s and %i days is %s', (day, by, then) => expect(shifted(day, by)).toBe(then));

test('every day from 1600 to 2400 has the text that a date gives it', () => {
  const textAt = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);
  const wrong: number[] = [];
  for (let number = -135_140; number < 157_054; number++) if (dayAt(number) !== textAt(number)) wrong.push(number);
  expect([textAt(-135_140), textAt(157_053), wrong]).toEqual(['1600-01-01', '2399-12-31', []]);
});

test.each([Number.NaN, 0.5])('%d is no day', (number) => expect(() => dayAt(number)).toThrow(RangeError));

test('a span has its first day and its last, and none where it ends before it begins', () => {
  expect(daysFrom('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
  expect(daysFrom('2026-12-31', '2026-12-31')).toEqual(['2026-12-31']);
  expect(daysFrom('2026-12-31', '2026-12-30')).toEqual([]);
});

// From the tables of ISO 8601's week dates: years of 52 and of 53 weeks, and days that are of another year's week.
test.each([
  ['2026-01-01', '2026-W01'],
  ['2026-11-30', '2026-W49'],
  ['2026-12-31', '2026-W53'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
  ['2022-01-02', '2021-W52'],
  ['2028-02-29', '2028-W09'],
])('%s is in week %s', (day, week) => expect(weekOf(day)).toBe(week));

const number = fc.integer({ min: 0, max: 40_000 });

test('a week begins on Monday, has seven days, and the next has another name', () => {
  holds(
    fc.property(number, (days) => {
      const day = shifted('1992-01-01', days);
      const monday = mondayOf(day);
      const week = daysFrom(monday, shifted(monday, 6));
      const sameName = week.every((each) => weekOf(each) === weekOf(day));
      const weekdays = new Date(`${monday}T00:00:00Z`).getUTCDay() === 1 && weekdayOf(shifted(monday, 6)) === 6;
      return sameName && weekdays && weekOf(shifted(monday, 7)) > weekOf(day) && week.includes(day);
    }),
    1_000,
  );
});
