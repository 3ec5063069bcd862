import type { TallyRecord } from '../../../domain/report/fold';
import { reportOf, wholeReportOf } from '../../../domain/report/report';
import { BRANDS, FORMATS } from '../../../types/vocabulary';

const tally: TallyRecord = {
  _id: '2026.all',
  v: 1,
  through: 3,
  cells: {
    total: { times: 9, persons: 4, sessions: 2, came: 6, missed: 2, benefits: 1 },
    'brand-vital': { times: 9, persons: 4, sessions: 2 },
    'format-walk': { times: 9, persons: 4, sessions: 2, came: 6, missed: 2 },
    'month-03': { times: 5 },
    'vital-03': { times: 5, persons: 3 },
    'employment-new-form': { times: 2, persons: 1, sessions: 1 },
  },
  enterprises: {
    e1: { times: 2, persons: 2 },
    e2: { times: 7, persons: 3, missed: 2 },
    gone: { times: 0, persons: 0, came: 0 },
    e3: { times: 2, persons: 1 },
  },
  points: { '03': { issued: 50, adjusted: -5, redeemed: -20, expired: -1 } },
};
const reported = { year: 2026, tally, exactUpTo: 7, now: 9 };
const names = new Map([
  ['e1', '甲'],
  ['e2', '乙'],
]);
const none = { sessions: 0, times: 0, persons: 0 };

test('every brand, format, month and employment has its line, in their order, also where nothing was', () => {
  const report = reportOf(reported);
  expect(report.brands.map(({ brand }) => brand)).toEqual(BRANDS);
  expect(report.formats.map(({ format }) => format)).toEqual(FORMATS);
  expect(report.months.map(({ month }) => month)[11]).toBe('2026-12');
  expect(report.months[0]).toMatchObject(none);
  expect(report.employments[1]).toEqual({ employment: 'new-form', times: 2, persons: 1, sessions: 1 });
  expect(report.months[2]).toMatchObject({ times: 5, brands: [{}, {}, { brand: 'vital', times: 5, persons: 3 }, {}] });
});

test('who was expected is who came and who was missed', () => {
  expect(reportOf(reported).total).toEqual({
    ...{ times: 9, persons: 4, sessions: 2, benefits: 1 },
    attendance: { expected: 8, came: 6 },
  });
});

test('enterprises in which something was come by their person-times, those that are gone without a name', () => {
  const lines = wholeReportOf(reported, names).enterprises ?? [];
  expect(lines.map(({ id, name }) => [id, name])).toEqual([
    ['e2', '乙'],
    ['e1', '甲'],
    ['e3', ''],
  ]);
});

test('what members spent and lost is above zero, what organizers took back below', () => {
  const { points = [] } = wholeReportOf(reported, names);
  expect(points[2]).toEqual({ month: '2026-03', issued: 50, adjusted: -5, redeemed: 20, expired: 1 });
  expect(points[3]).toEqual({ month: '2026-04', issued: 0, adjusted: 0, redeemed: 0, expired: 0 });
});

test('a year of which nothing was counted is a report of nothing', () => {
  const report = wholeReportOf({ ...reported, tally: undefined }, names);
  expect([report.total, report.enterprises]).toEqual([
    { ...none, benefits: 0, attendance: { expected: 0, came: 0 } },
    [],
  ]);
});
