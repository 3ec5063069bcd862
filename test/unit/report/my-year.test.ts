import { type MyRecords, myYearOf, type WentThere } from '../../../domain/report/my-year';
import { startOfDay } from '../../../domain/time/shanghai';
import type { CheckInMark } from '../../../types/contract';
import { HOUR } from '../../support/plans';

const went = (n: number, changes: Partial<WentThere> = {}): WentThere => ({
  ...{ _id: `r${n}.1`, kind: 'took-part', memberId: 'm1', activityId: `a${n}`, sessionId: 's1', brand: 'vital' },
  ...{ format: 'walk', enterpriseId: 'e1', employment: 'employee', seats: 2, at: startOfDay('2026-03-01') + n * HOUR },
  ...changes,
});
const mark = (id: string, minutes = 30): CheckInMark => ({ id, minutes, pages: 0, characters: 0, at: 0 });
const terms = {
  ...{ id: 'c1', startsOn: '2025-12-20', endsOn: '2026-01-31' },
  rule: { kind: 'minutes' as const, least: 20 },
};
const nothing: MyRecords = { year: 2026, went: [], read: [], named: [], earned: {}, today: '2026-12-31' };

test('sessions in which somebody was count once each, without those that were undone', () => {
  const records = [
    went(1),
    went(2, { brand: 'books' }),
    went(3),
    went(2, { _id: 'r2.2', kind: 'undone', undoes: 'r2.1' }),
  ];
  expect(myYearOf({ ...nothing, went: records })).toMatchObject({
    ...{ activities: 2, brands: [{ brand: 'vital', activities: 2 }] },
  });
});

test('a session is of the year in which it began, whenever somebody was added to its list', () => {
  const late = went(1, { at: startOfDay('2027-01-05'), startsAt: startOfDay('2026-12-30') });
  expect(myYearOf({ ...nothing, went: [late] }).activities).toBe(1);
  expect(myYearOf({ ...nothing, year: 2027, went: [late] }).activities).toBe(0);
});

test('places come in the order in which they were first seen, each once', () => {
  const records = [
    went(3, { venueName: '图书馆' }),
    went(1, { venueName: '广场' }),
    went(2, { venueName: '图书馆' }),
    went(4),
  ];
  expect(myYearOf({ ...nothing, went: records }).places).toEqual(['广场', '图书馆']);
});

const read = {
  terms,
  reader: {
    joinedOn: '2025-12-20',
    days: {
      '2025-12-30': [mark('x1')],
      '2025-12-31': [mark('x2')],
      '2026-01-01': [mark('x3')],
      '2026-01-02': [mark('x4')],
      '2026-01-04': [mark('x5')],
      '2026-01-05': [mark('x6', 5)],
    },
    fills: { '2026-01-03': '2026-01-04' },
  },
};

test('days are those that count, and the streak is what the year has of it, with days that a card filled', () => {
  expect(myYearOf({ ...nothing, read: [read] })).toMatchObject({ readingDays: 3, longestStreak: 4 });
  expect(myYearOf({ ...nothing, year: 2025, read: [read] })).toMatchObject({ readingDays: 2, longestStreak: 2 });
});

test('a book counts where its check-in counts, once, by its ISBN or its title', () => {
  const named = [
    { _id: 'x2', book: { title: '去年的书' } },
    { _id: 'x3', book: { id: '9787000000001', title: '一' } },
    { _id: 'x4', book: { id: '9787000000001', title: '一（平装）' } },
    { _id: 'x5', book: { title: '二' } },
    { _id: 'x6', book: { title: '没读够' } },
    { _id: 'never', book: { title: '没算数' } },
    { _id: 'x7' },
  ];
  expect(myYearOf({ ...nothing, read: [read], named }).books.map(({ title }) => title)).toEqual(['一', '二']);
});

test('points are what was earned for the year', () => {
  const earned = { '2026': { attendance: 30, reading: 12 }, '2025': { attendance: 9 }, '2026-12-30': { reading: 1 } };
  expect(myYearOf({ ...nothing, earned }).points).toBe(42);
  expect(myYearOf(nothing).points).toBe(0);
});
