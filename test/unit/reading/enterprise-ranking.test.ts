import fc from 'fast-check';
import { type EnterpriseTotal, rankedIn, sizeClassOf, totalsOf } from '../../../domain/reading/enterprise-ranking';
import { packed } from '../../../domain/reading/score';
import { SIZE_CLASSES } from '../../../types/contract';
import { holds } from '../../support/seed';

const total = (id: string, members: number, days: number, minutes = days * 30): EnterpriseTotal => ({
  id,
  members,
  days,
  minutes,
});

test.each([
  [9, undefined],
  [10, 10],
  [49, 10],
  [50, 50],
  [199, 50],
  [200, 200],
  [999, 200],
  [1_000, 1_000],
  [8_000, 1_000],
])('%i members are of the class from %s on', (members, size) => expect(sizeClassOf(members)).toBe(size));

test('days per member decide, not days', () => {
  const ranked = rankedIn(10, [total('e1', 40, 100), total('e2', 20, 60), total('e3', 10, 29)]);
  expect(ranked.map(({ id, rank }) => [id, rank])).toEqual([
    ['e2', 1],
    ['e3', 2],
    ['e1', 3],
  ]);
});

test('as many days per member: minutes per member decide, and who has the same of both shares the rank', () => {
  const ranked = rankedIn(10, [
    total('e4', 10, 5, 100),
    total('e1', 30, 30, 900),
    total('e3', 20, 20, 600),
    total('e2', 10, 10, 310),
  ]);
  expect(ranked.map(({ id, rank }) => [id, rank])).toEqual([
    ['e2', 1],
    ['e1', 2],
    ['e3', 2],
    ['e4', 4],
  ]);
});

test('only those of the class, and nobody who has read nothing', () => {
  const all = [total('e1', 9, 9), total('e2', 10, 1), total('e3', 49, 0), total('e4', 50, 50)];
  expect(rankedIn(10, all).map(({ id }) => id)).toEqual(['e2']);
});

test('thirds are compared as thirds: nothing is rounded', () => {
  holds(
    fc.property(
      fc.integer({ min: 10, max: 16 }),
      fc.integer({ min: 1, max: 3 }),
      fc.nat({ max: 500 }),
      (members, by, days) => {
        const ranked = rankedIn(10, [total('e1', members, days + 1), total('e2', members * by, (days + 1) * by)]);
        return ranked.length === 2 && ranked.every(({ rank }) => rank === 1);
      },
    ),
  );
});

test('sums of shards add up, also where all of them together would not fit in one score', () => {
  const each = packed({ days: 500_000, minutes: 900_000_000 });
  const totals = totalsOf([
    { sums: { e1: each } },
    { sums: { e1: each, e2: packed({ days: 1, minutes: 2 }) } },
    { sums: { e1: each } },
  ]);
  expect(totals.get('e1')).toEqual({ days: 1_500_000, minutes: 2_700_000_000 });
  expect(totals.get('e2')).toEqual({ days: 1, minutes: 2 });
});

test('every enterprise from ten members on is in one class, and in no other', () => {
  holds(
    fc.property(fc.integer({ min: 10, max: 5_000 }), (members) => {
      const one = [total('e1', members, 1)];
      return SIZE_CLASSES.filter((size) => rankedIn(size, one).length === 1).length === 1;
    }),
  );
});
