import type { Day } from '../../types/vocabulary';
import { DAY_MS } from './shanghai';

/** A day's place in the calendar, days since 1970-01-01: whole numbers, so that distances are differences. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** Of the Gregorian calendar's 400 years, 100, 4 and one, counted from 1 March, so that a leap day is the last of its year. */
const [DAYS_OF_400, DAYS_OF_100, DAYS_OF_4, DAYS_OF_1] = [146_097, 36_524, 1_461, 365];
/** From 1 March of year 0 to 1970-01-01. */
const EPOCH = 719_468;

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number));

/**
 * By whole numbers, as in Howard Hinnant's `civil_from_days`: a streak asks for every day of a challenge, and a date's own
 * text takes six times as long. Of years 1000 to 9999; throws on what is no whole number.
 */
export function dayAt(number: number): Day {
  if (!Number.isSafeInteger(number)) throw new RangeError(`no day: ${number}`);
  const since = number + EPOCH;
  const era = Math.floor(since / DAYS_OF_400);
  const ofEra = since - era * DAYS_OF_400;
  const leaps =
    Math.floor(ofEra / (DAYS_OF_4 - 1)) - Math.floor(ofEra / DAYS_OF_100) + Math.floor(ofEra / (DAYS_OF_400 - 1));
  const year = Math.floor((ofEra - leaps) / DAYS_OF_1);
  const ofYear = ofEra - (DAYS_OF_1 * year + Math.floor(year / 4) - Math.floor(year / 100));
  // Five months from March on have 153 days, whichever five.
  const month = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const january = month >= 10;
  return `${year + era * 400 + (january ? 1 : 0)}-${twoDigits(january ? month - 9 : month + 3)}-${twoDigits(day)}`;
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
