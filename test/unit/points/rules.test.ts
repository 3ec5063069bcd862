import { bookOf, earliestFrom, FIRST_BOOK, isConsistent, pointsFor, rulesOn } from '../../../domain/points/rules';
import type { EarningRule, RuleBook } from '../../../types/contract';

const rule = (points: number, of: object = {}): EarningRule => ({
  id: `r${points}`,
  kind: 'attendance',
  points,
  ...of,
});
const book = (from: string): RuleBook => ({ version: from, from, rules: [], caps: { day: {}, year: {} } });

test('of the rules that fit the most exact counts: format and brand, format, brand, neither', () => {
  const rules = [
    rule(1),
    rule(2, { brand: 'books' }),
    rule(4, { format: 'walk', brand: 'books' }),
    rule(3, { format: 'walk' }),
  ];
  const points = (format: 'walk' | 'show', brand: 'books' | 'warm') =>
    pointsFor({ rules }, { kind: 'attendance', format, brand });
  expect(points('walk', 'books')).toBe(4);
  expect(points('walk', 'warm')).toBe(3);
  expect(points('show', 'books')).toBe(2);
  expect(points('show', 'warm')).toBe(1);
});

test('what no rule is about brings nothing', () => {
  const walks = [rule(5, { format: 'walk' })];
  expect(pointsFor({ rules: walks }, { kind: 'attendance', format: 'show', brand: 'warm' })).toBe(0);
  expect(pointsFor(FIRST_BOOK, { kind: 'placing', place: 9 })).toBe(0);
  expect(pointsFor(FIRST_BOOK, { kind: 'streak', days: 8 })).toBe(0);
});

test('the rules of a day are those published for the latest day up to it, and before all of them the first ones', () => {
  const books = [book('2027-01-01'), book('2026-12-01')];
  expect(rulesOn(books, '2026-11-30')).toBe(FIRST_BOOK);
  expect(rulesOn(books, '2026-12-01').version).toBe('2026-12-01');
  expect(rulesOn(books, '2026-12-31').version).toBe('2026-12-01');
  expect(rulesOn(books, '2027-06-01').version).toBe('2027-01-01');
});

test('rules can be published for tomorrow at the earliest, by the day of Shanghai', () => {
  expect(earliestFrom(Date.UTC(2026, 10, 20, 15, 59))).toBe('2026-11-21');
  expect(earliestFrom(Date.UTC(2026, 10, 20, 16))).toBe('2026-11-22');
});

test('two rules about the same thing contradict each other, and so do two of one id', () => {
  expect(isConsistent(FIRST_BOOK.rules)).toBe(true);
  expect(isConsistent([rule(1, { format: 'walk' }), rule(2, { format: 'walk' })])).toBe(false);
  expect(isConsistent([rule(1, { format: 'walk' }), rule(1, { format: 'show' })])).toBe(false);
  expect(isConsistent([rule(1, { format: 'walk' }), rule(2, { format: 'walk', brand: 'warm' })])).toBe(true);
});

test('a published book is known by the day from which it holds', () => {
  const { rules, caps } = FIRST_BOOK;
  const record = { _id: '2026-12-01', v: 1 as const, from: '2026-12-01', rules, caps, by: '', at: 0 };
  expect(bookOf({ ...record, request: { id: 'q', digest: 'd' } })).toMatchObject({ version: '2026-12-01' });
});
