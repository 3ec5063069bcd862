import { dayAt } from '../../../domain/time/days';

const DAY_SECONDS = 86_400;
/** The serial number of 1970-01-01 where days are counted from 1900, and how far later the other count begins. */
const EPOCH = 25_569;
const FROM_1904 = 1_462;
/** 9999-12-31 is the last day that programs know. */
const LAST = 2_958_465;

/** Formats that have a number and no text in the file; 27 to 36 and 50 to 58 are days in Chinese programs. */
const BUILT_IN_DAYS = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** Whether numbers in this format are days or times. */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DAYS.some(([from, to]) => from <= id && id <= to);
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare.replace(/general/gi, ''));
}

/** `2026-03-01`, `2026-03-01 18:30`, or `18:30` where the number is a time alone. */
export function dayText(serial: number, from1904: boolean): string | undefined {
  const shifted = serial + (from1904 ? FROM_1904 : 0);
  if (!(shifted >= 0 && shifted < LAST + 1)) return undefined;
  const seconds = Math.round(shifted * DAY_SECONDS);
  const number = Math.floor(seconds / DAY_SECONDS);
  const time = timeText(seconds % DAY_SECONDS);
  if (number === 0) return time;
  // The count has a 29 February 1900, which never was.
  const day = dayAt(number - EPOCH + (number < 60 ? 1 : 0));
  return seconds % DAY_SECONDS === 0 ? day : `${day} ${time}`;
}

function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts
    .slice(0, seconds % 60 === 0 ? 2 : 3)
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** Whole numbers with all their digits, never `1.38E+10`; others with the 15 digits that a cell holds. */
export function numberText(value: string): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  if (Number.isInteger(number) && Math.abs(number) < 1e21) return number.toFixed(0);
  return String(Number(number.toPrecision(15)));
}
