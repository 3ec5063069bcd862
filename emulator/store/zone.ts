/** A moment as the clock and calendar of a time zone show it. */
export interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** 0 is Sunday. */
  weekday: number;
  /** Minutes by which the zone is ahead of UTC. */
  offset: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    formats.set(zone, made);
    return made;
  } catch (error) {
    if (error instanceof RangeError) throw new TypeError(`unrecognized time zone identifier: "${zone}"`);
    throw error;
  }
}

const FIXED = /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})?$/;

/** Minutes by which a zone (an Olson name or `+hh:mm`) is ahead of UTC at a moment. */
export function offsetOf(zone: string, at: number): number {
  if (zone === '' || zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  const fixed = FIXED.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0));
  const parts: Record<string, number> = {};
  let before = false;
  for (const { type, value } of formatOf(zone).formatToParts(at)) {
    parts[type] = Number(value);
    if (type === 'era') before = value.startsWith('B');
  }
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const shown = new Date(0);
  shown.setUTCFullYear(before ? 1 - year : year, month - 1, day);
  shown.setUTCHours(hour, minute, second, 0);
  return Math.round((shown.getTime() - Math.floor(at / 1000) * 1000) / 60_000);
}

export function wallOf(date: Date, zone: string): Wall {
  const offset = offsetOf(zone, date.getTime());
  const shown = new Date(date.getTime() + offset * 60_000);
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    millisecond: shown.getUTCMilliseconds(),
    weekday: shown.getUTCDay(),
    offset,
  };
}

const DAY_MS = 86_400_000;

/** Days since 1970 of a date of the calendar; months and days beyond their limits carry over. */
function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY_MS;
}

/** The moment at which a zone shows this; where its clock skips or repeats an hour, by the offset before the change. */
export function momentOf(parts: Omit<Wall, 'weekday' | 'offset'>, zone: string): Date {
  const { year, month, day, hour, minute, second, millisecond } = parts;
  const shown = dayNumber(year, month, day) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
  const guess = shown - offsetOf(zone, shown) * 60_000;
  return new Date(shown - offsetOf(zone, guess) * 60_000);
}

export function dayOfYear({ year, month, day }: Wall): number {
  return dayNumber(year, month, day) - dayNumber(year, 1, 1) + 1;
}

export const isoWeekday = ({ weekday }: Wall): number => weekday || 7;

/** Week of the year from Sunday on; days before the first Sunday are week 0. */
export function weekOfYear(wall: Wall): number {
  return Math.floor((dayOfYear(wall) + 6 - wall.weekday) / 7);
}

/** ISO 8601: the week belongs to the year that its Thursday is in. */
export function isoWeek(wall: Wall): { year: number; week: number } {
  const thursday = dayNumber(wall.year, wall.month, wall.day) + 4 - isoWeekday(wall);
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}

/** The Monday-first day of a week of ISO 8601, as a date of the calendar. */
export function fromIsoWeek(year: number, week: number, weekday: number): { year: number; month: number; day: number } {
  const fourth = dayNumber(year, 1, 4);
  const monday = fourth - ((new Date(fourth * DAY_MS).getUTCDay() || 7) - 1);
  const date = new Date((monday + (week - 1) * 7 + weekday - 1) * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
