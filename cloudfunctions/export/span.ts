import { DAY_MS, monthSpan, startOfDay } from '../../domain/time/shanghai';
import type { Instant } from '../../types/vocabulary';

export interface Period {
  year: number;
  month?: number;
}

/** The first instant of a year, or of a month of it, and that of the next. */
export function spanOf({ year, month }: Period): { startsAt: Instant; endsAt: Instant } {
  if (month !== undefined) return monthSpan(`${year}-${String(month).padStart(2, '0')}`);
  return { startsAt: startOfDay(`${year}-01-01`), endsAt: startOfDay(`${year + 1}-01-01`) };
}

/** A gate opens the evening before a session after midnight, and a list is corrected for a month. */
const BEFORE_MS = DAY_MS;
const AFTER_MS = 32 * DAY_MS;

/** Check-ins for sessions of that time are of this time; a record counts by when its session began. */
export function checkInsOf(period: Period): { from: Instant; below: Instant } {
  const { startsAt, endsAt } = spanOf(period);
  return { from: startsAt - BEFORE_MS, below: endsAt + AFTER_MS };
}
