/** One timer's times: the platform's seven fields, second minute hour day month weekday year, in Asia/Shanghai. */
export interface Schedule {
  seconds: number[];
  minutes: number[];
  hours: number[];
  matchesDay: (year: number, month: number, day: number, weekday: number) => boolean;
  lastYear: number;
}

const SHANGHAI_MS = 8 * 3600_000;
const DAY_MS = 24 * 3600_000;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const LAST_YEAR = 2099;

function numberOf(text: string, names: readonly string[], base: number): number {
  const named = names.indexOf(text.toUpperCase());
  if (named >= 0) return named + base;
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}

function readField(text: string, low: number, high: number, names: readonly string[] = []): number[] {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step = '1', ...rest] = part.split('/');
    const by = Number(step);
    const [from = '', to, ...more] = range === '*' ? [String(low), String(high)] : range.split('-');
    const first = numberOf(from, names, low);
    const last = to === undefined ? (part.includes('/') ? high : first) : numberOf(to, names, low);
    const sound = first >= low && last <= high && first <= last && Number.isInteger(by) && by > 0;
    if (!sound || rest.length > 0 || more.length > 0) throw new Error(`a timer has the field "${text}"`);
    for (let value = first; value <= last; value += by) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

/** Reads the seven fields; throws where one is none that the platform accepts. Day and weekday, both given, mean either. */
export function parseCron(cron: string): Schedule {
  const fields = cron.trim().split(/\s+/);
  const [second, minute, hour, day, month, weekday, year] = fields;
  if (
    fields.length !== 7 ||
    second === undefined ||
    minute === undefined ||
    hour === undefined ||
    day === undefined ||
    month === undefined ||
    weekday === undefined ||
    year === undefined
  )
    throw new Error(`a timer needs seven fields, not "${cron}"`);
  const days = new Set(readField(day, 1, 31));
  const months = new Set(readField(month, 1, 12, MONTHS));
  const weekdays = new Set(readField(weekday, 0, 6, WEEKDAYS));
  const years = readField(year, 1970, LAST_YEAR);
  const either = day !== '*' && weekday !== '*';
  return {
    seconds: readField(second, 0, 59),
    minutes: readField(minute, 0, 59),
    hours: readField(hour, 0, 23),
    lastYear: years[years.length - 1] ?? LAST_YEAR,
    matchesDay: (y, m, d, w) =>
      years.includes(y) && months.has(m) && (either ? days.has(d) || weekdays.has(w) : days.has(d) && weekdays.has(w)),
  };
}

/** The first second of the day, from `from` on, that the schedule names; `undefined` where the day has none left. */
function secondOfDay(schedule: Schedule, from: number): number | undefined {
  for (const hour of schedule.hours) {
    if (hour * 3600 + 3599 < from) continue;
    for (const minute of schedule.minutes) {
      const start = hour * 3600 + minute * 60;
      if (start + 59 < from) continue;
      const second = schedule.seconds.find((candidate) => start + candidate >= from);
      if (second !== undefined) return start + second;
    }
  }
  return undefined;
}

/** The next run strictly after `after`, both in milliseconds; `undefined` where there is none. */
export function nextRun(schedule: Schedule, after: number): number | undefined {
  const local = Math.floor(after / 1000) * 1000 + 1000 + SHANGHAI_MS;
  let day = Math.floor(local / DAY_MS) * DAY_MS;
  let from = (local - day) / 1000;
  while (true) {
    const date = new Date(day);
    if (date.getUTCFullYear() > schedule.lastYear) return undefined;
    if (schedule.matchesDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCDay())) {
      const second = secondOfDay(schedule, from);
      if (second !== undefined) return day + second * 1000 - SHANGHAI_MS;
    }
    day += DAY_MS;
    from = 0;
  }
}
