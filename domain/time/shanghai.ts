import type { Day, Instant, Month } from '../../types/vocabulary';

/** Asia/Shanghai has kept UTC+8 without summer time since 1991, so a day is plain arithmetic and needs no time zone data. */
const OFFSET = 8 * 3_600_000;
export const DAY_MS = 86_400_000;

export function dayOf(at: Instant): Day {
  return new Date(at + OFFSET).toISOString().slice(0, 10);
}

export function monthOf(at: Instant): Month {
  return dayOf(at).slice(0, 7);
}

/** The first instant of a day; throws on what is no day of the calendar. */
export function startOfDay(day: Day): Instant {
  const at = Date.parse(`${day}T00:00:00Z`) - OFFSET;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(at) || dayOf(at) !== day) throw new Error(`no such day: ${day}`);
  return at;
}

/** Whether a text is a day of the calendar. */
export function isDay(text: string): boolean {
  return instantAt(`${text}T00:00`) !== undefined;
}

/** Every day that the span touches, the day of its last instant included; ascending. */
export function daysOf(startsAt: Instant, endsAt: Instant): Day[] {
  const days: Day[] = [];
  for (let at = startOfDay(dayOf(startsAt)); at < Math.max(endsAt, startsAt + 1); at += DAY_MS) days.push(dayOf(at));
  return days;
}

/** A text that sorts as the instants do, then by id; 13 digits reach from 2001 to 2286. */
export function timeKey(at: Instant, id = ''): string {
  return `${String(Math.max(at, 0)).padStart(13, '0')}_${id}`;
}

/** The calendar and the clock on a wall in Shanghai, `2026-11-28T18:30`: what a date field shows. */
export function wallTime(at: Instant): string {
  return new Date(at + OFFSET).toISOString().slice(0, 16);
}

/** The instant of such a text; `undefined` where it names none. */
export function instantAt(wall: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall)) return undefined;
  const at = Date.parse(`${wall}:00Z`) - OFFSET;
  return Number.isNaN(at) || wallTime(at) !== wall ? undefined : at;
}

/** The first instant of a month, and that of the next. */
export function monthSpan(month: Month): { startsAt: Instant; endsAt: Instant } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { startsAt: startOfDay(`${month}-01`), endsAt: startOfDay(`${next}-01`) };
}
