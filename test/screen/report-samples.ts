import type { Line, MyYear, YearReport } from '../../types/contract';
import { BRANDS, EMPLOYMENTS, FORMATS } from '../../types/vocabulary';
import { NOON } from '../support/plans';

export const lineOf = (times: number, missed = 0, benefits = 0): Line => ({
  ...{ sessions: Math.min(times, 4), times, persons: Math.ceil(times / 2), benefits },
  attendance: { expected: times + missed, came: times },
});

interface Sample {
  times: number;
  missed: number;
  benefits: number;
  issued: number;
}

const MONTHS = Array.from({ length: 12 }, (_none, at) => `2026-${String(at + 1).padStart(2, '0')}`);

/** A year in whose May everything was, of the brand `warm` and the format `walk`. */
export function yearReportOf(sample: Partial<Sample> = {}, changes: Partial<YearReport> = {}): YearReport {
  const { times, missed, benefits, issued } = { times: 1_200, missed: 100, benefits: 7, issued: 640, ...sample };
  const all = lineOf(times, missed, benefits);
  const nothing = lineOf(0);
  const brands = BRANDS.map((brand) => ({ brand, ...(brand === 'warm' ? all : nothing) }));
  const { benefits: _none, ...withoutBenefits } = all;
  const { benefits: _no, ...nothingOfFormat } = nothing;
  const counts = { sessions: all.sessions, times, persons: all.persons };
  return {
    ...{ year: 2026, total: all, brands },
    formats: FORMATS.map((format) => ({ format, ...(format === 'walk' ? withoutBenefits : nothingOfFormat) })),
    months: MONTHS.map((month) =>
      month === '2026-05'
        ? { month, ...all, brands }
        : { month, ...nothing, brands: BRANDS.map((brand) => ({ brand, ...nothing })) },
    ),
    employments: EMPLOYMENTS.map((employment) => ({
      employment,
      ...(employment === 'employee' ? counts : { sessions: 0, times: 0, persons: 0 }),
    })),
    enterprises: [{ id: 'e1', name: '药谷第一制药', ...all }],
    points: MONTHS.map((month) => ({
      ...{ month, issued: month === '2026-05' ? issued : 0, adjusted: 0 },
      ...{ redeemed: 0, expired: 0 },
    })),
    ...{ exactUpTo: NOON - 60_000, now: NOON },
    ...changes,
  };
}

export function myYearOf(changes: Partial<MyYear> = {}): MyYear {
  return {
    ...{ year: 2026, activities: 12, places: ['药谷体育公园', '职工之家'], readingDays: 47, longestStreak: 21 },
    brands: [
      { brand: 'vital', activities: 9 },
      { brand: 'craft', activities: 3 },
    ],
    books: [{ title: '活着', author: '余华' }, { title: '平凡的世界' }],
    ...{ points: 320, now: NOON },
    ...changes,
  };
}
