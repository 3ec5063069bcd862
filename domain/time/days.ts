import type { Day } from '../../types/vocabulary';
import { DAY_MS } from './shanghai';

/** A day's place in the calendar, days since 1970-01-01: whole numbers, so that distances are differences. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

export function dayAt(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The day so many days later, or earlier. */
export function shifted(day: Day, by: number): Day {
  return dayAt(dayNumber(day) + by);
}

/** From the first to the last, both included; none where the last is before the first. */
export function daysFrom(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let number = dayNumber(first); number <= dayNumber(last); number++) days.push(dayAt(number));
  return days;
}

const WEEK = 7;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 3;

/** 0 on Monday, 6 on Sunday. */
export function weekdayOf(day: Day): number {
  return (dayNumber(day) + FIRST_WEEKDAY) % WEEK;
}

export function mondayOf(day: Day): Day {
  return shifted(day, -weekdayOf(day));
}

/** The week by ISO 8601, `2026-W53`: it belongs to the year that its Thursday is in. */
export function weekOf(day: Day): string {
  const thursday = shifted(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / WEEK) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
