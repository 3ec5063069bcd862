import type { Brand, Employment, EnterpriseId, Format, Instant, Month } from '../vocabulary';
import type { Op } from './op';
import type { Book } from './reading';

/** What a line of the report counts. */
export interface Counts {
  /** 场次: different sessions in which somebody was. */
  sessions: number;
  /** 人次: everybody who was there, companions too. */
  times: number;
  /** 人数: different members; lines of persons do not add up. */
  persons: number;
}

export interface Line extends Counts {
  /** Registrations whose attendance was taken, and those of them that came: the rate is one by the other. */
  attendance: { expected: number; came: number };
  /** Vouchers that were verified and codes that were given. */
  benefits: number;
}

/** What moved between members and the union's books in a month, posted in it; what was taken back is left out. */
export interface PointsMonth {
  month: Month;
  /** Earned by the rules. */
  issued: number;
  /** Granted by organizers, less what they took back; may be below zero. */
  adjusted: number;
  /** Spent on benefits, less what came back; may be below zero in a month. */
  redeemed: number;
  expired: number;
}

export interface YearReport {
  year: number;
  /** Whose report it is; absent for that of the whole union. */
  enterprise?: { id: EnterpriseId; name: string };
  total: Line;
  /** All of them, also those in which nothing was. Formats have no benefits: nobody gives one at a walk. */
  brands: (Line & { brand: Brand })[];
  formats: (Omit<Line, 'benefits'> & { format: Format })[];
  months: (Line & { month: Month; brands: (Line & { brand: Brand })[] })[];
  /** Without attendance: nobody knows the employment of who was missed. */
  employments: (Counts & { employment: Employment })[];
  /** Of the whole union: those in which something was; most person-times first. A member who changed is a person in both. */
  enterprises?: (Line & { id: EnterpriseId; name: string })[];
  /** Of the whole union. */
  points?: PointsMonth[];
  /** Every record that was written before it is counted, and perhaps some that came later. */
  exactUpTo: Instant;
  now: Instant;
}

/** What a member did in a year, for them alone. */
export interface MyYear {
  year: number;
  /** Sessions in which they were, and of which brands, most first. */
  activities: number;
  brands: { brand: Brand; activities: number }[];
  /** Names of venues, in the order in which they first came there. */
  places: string[];
  books: Book[];
  /** Days that count in one challenge or another, and the most of them in a row in one. */
  readingDays: number;
  longestStreak: number;
  /** Earned by the rules, for what was done in the year. */
  points: number;
  now: Instant;
}

export interface ReportContract {
  /** Organizers read all; a unit officer that of their own enterprise. */
  year: Op<{ year: number; enterpriseId?: EnterpriseId }, YearReport, { NOT_FOUND: { what: 'enterprise' } }>;
  myYear: Op<{ year: number }, MyYear, { NOT_MEMBER: Record<never, never> }>;
}
