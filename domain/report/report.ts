import type { Counts, Line, PointsMonth, YearReport } from '../../types/contract';
import {
  BRANDS,
  type Brand,
  EMPLOYMENTS,
  type EnterpriseId,
  FORMATS,
  type Instant,
  type Month,
} from '../../types/vocabulary';
import { brandCell, brandMonthCell, type Cell, employmentCell, formatCell, MEASURES, monthCell, TOTAL } from './cells';
import type { TallyRecord } from './fold';

type Counted = Partial<Cell> | undefined;

function countsOf(cell: Counted): Counts {
  const { sessions = 0, times = 0, persons = 0 } = cell ?? {};
  return { sessions, times, persons };
}

function lineOf(cell: Counted): Line {
  const { came = 0, missed = 0, benefits = 0 } = cell ?? {};
  return { ...countsOf(cell), attendance: { expected: came + missed, came }, benefits };
}

const monthsOf = (year: number): Month[] =>
  Array.from({ length: 12 }, (_none, at) => `${year}-${String(at + 1).padStart(2, '0')}`);

/** An account's sum is what members got of it; what they gave to one is shown above zero too. */
function pointsOf(month: Month, points: TallyRecord['points']): PointsMonth {
  const { issued = 0, adjusted = 0, redeemed = 0, expired = 0 } = points?.[month.slice(5)] ?? {};
  return { month, issued, adjusted, redeemed: 0 - redeemed, expired: 0 - expired };
}

const isEmpty = (cell: Partial<Cell>): boolean => MEASURES.every((measure) => (cell[measure] ?? 0) === 0);

export interface Reported {
  year: number;
  /** Absent where nothing of the year was counted yet. */
  tally: TallyRecord | undefined;
  exactUpTo: Instant;
  now: Instant;
}

/** One enterprise's year, from its tally alone; benefits are counted by brand and month, and not by format. */
export function reportOf({ year, tally, exactUpTo, now }: Reported): YearReport {
  const cells: Record<string, Counted> = tally?.cells ?? {};
  const brandsOf = (cell: (brand: Brand) => string) =>
    BRANDS.map((brand) => ({ brand, ...lineOf(cells[cell(brand)]) }));
  return {
    year,
    total: lineOf(cells[TOTAL]),
    brands: brandsOf(brandCell),
    formats: FORMATS.map((format) => {
      const { benefits: _none, ...line } = lineOf(cells[formatCell(format)]);
      return { format, ...line };
    }),
    months: monthsOf(year).map((month) => ({
      month,
      ...lineOf(cells[monthCell(month)]),
      brands: brandsOf((brand) => brandMonthCell(brand, month)),
    })),
    employments: EMPLOYMENTS.map((employment) => ({ employment, ...countsOf(cells[employmentCell(employment)]) })),
    exactUpTo,
    now,
  };
}

/** The union's year: with every enterprise in which something was, and the points. */
export function wholeReportOf(reported: Reported, names: ReadonlyMap<EnterpriseId, string>): YearReport {
  const { year, tally } = reported;
  const enterprises = Object.entries(tally?.enterprises ?? {})
    .filter(([, cell]) => !isEmpty(cell))
    .map(([id, cell]) => ({ id, name: names.get(id) ?? '', ...lineOf(cell) }))
    .sort((a, b) => b.times - a.times || (a.id < b.id ? -1 : 1));
  const points = monthsOf(year).map((month) => pointsOf(month, tally?.points));
  return { ...reportOf(reported), enterprises, points };
}
