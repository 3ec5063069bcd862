import type { Day, Instant, Month } from '../../types/vocabulary';
import { DAY_MS, dayOf, startOfDay } from '../time/shanghai';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const NEAR = new Map([
  [-1, '昨天'],
  [0, '今天'],
  [1, '明天'],
  [2, '后天'],
]);
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Whole days from the day of `now` to the day of `at`, both in Shanghai; negative for the past. */
function daysAway(at: Instant, now: Instant): number {
  return Math.round((startOfDay(dayOf(at)) - startOfDay(dayOf(now))) / DAY_MS);
}

/** `周六`. */
export function weekday(at: Instant): string {
  return WEEKDAYS[new Date(`${dayOf(at)}T00:00:00Z`).getUTCDay()] ?? '';
}

/** `19:00`. */
export function clock(at: Instant): string {
  return new Date(at - startOfDay(dayOf(at))).toISOString().slice(11, 16);
}

/** `11月28日`, with its year where that is not the year of `now`. */
export function dateWord(at: Instant, now: Instant): string {
  const [year, month, day] = dayOf(at).split('-').map(Number);
  const words = `${month}月${day}日`;
  return dayOf(now).startsWith(`${year}-`) ? words : `${year}年${words}`;
}

/** `明天`, and from three days away on `11月28日 周六`: a bare weekday would leave open which week. */
export function dayWord(at: Instant, now: Instant): string {
  return NEAR.get(daysAway(at, now)) ?? `${dateWord(at, now)} ${weekday(at)}`;
}

/** `明天 19:00`. */
export function moment(at: Instant, now: Instant): string {
  return `${dayWord(at, now)} ${clock(at)}`;
}

/** A dash that no line ends at: U+2060 on both sides holds a range together. */
const TO = '\u2060–\u2060';

/** `明天 19:00–21:30`; over several days `11月28日–12月2日`, the hours left out. */
export function span(startsAt: Instant, endsAt: Instant, now: Instant): string {
  if (dayOf(startsAt) === dayOf(endsAt)) return `${moment(startsAt, now)}${TO}${clock(endsAt)}`;
  return `${dateWord(startsAt, now)}${TO}${dateWord(endsAt, now)}`;
}

/** `3 天`, `5 小时`, `12 分钟`: what is left until then, rounded down, never less than a minute. */
export function stretch(until: Instant, now: Instant): string {
  const left = until - now;
  if (left >= DAY_MS) return `${Math.floor(left / DAY_MS)} 天`;
  if (left >= HOUR_MS) return `${Math.floor(left / HOUR_MS)} 小时`;
  return `${Math.max(1, Math.floor(left / MINUTE_MS))} 分钟`;
}

/** `还有 3 天截止`, or `已截止`. */
export function deadline(until: Instant, now: Instant): string {
  return now >= until ? '已截止' : `还有 ${stretch(until, now)}截止`;
}

/** `今天 18:00 前确认`. */
export function answerBy(until: Instant, now: Instant): string {
  return `${moment(until, now)} 前确认`;
}

/** `05:23` to the second below an hour, `2 小时 05 分` above, `3 天 4 小时` from a day on; never below zero. */
export function countdown(until: Instant, now: Instant): string {
  // Rounded up: nothing is left only when nothing is left.
  const left = Math.ceil(Math.max(0, until - now) / 1_000) * 1_000;
  const two = (amount: number): string => String(Math.floor(amount)).padStart(2, '0');
  const hours = Math.floor((left % DAY_MS) / HOUR_MS);
  if (left >= DAY_MS) return `${Math.floor(left / DAY_MS)} 天 ${hours} 小时`;
  const minutes = (left % HOUR_MS) / MINUTE_MS;
  if (left >= HOUR_MS) return `${hours} 小时 ${two(minutes)} 分`;
  return `${two(minutes)}:${two((left % MINUTE_MS) / 1_000)}`;
}

/** `明天 10:00 开放`. */
export function opening(opensAt: Instant, now: Instant): string {
  return `${moment(opensAt, now)} 开放`;
}

/** `11月`, or `2027年1月` where that is another year. */
export function monthWord(month: Month, now: Instant): string {
  const [year, number] = month.split('-').map(Number);
  return dayOf(now).startsWith(`${year}-`) ? `${number}月` : `${year}年${number}月`;
}

/** The parts of a date as a cover shows them. */
export function dateBlock(at: Instant): { month: string; day: string; weekday: string } {
  const [, month, day] = dayOf(at).split('-').map(Number);
  return { month: `${month}月`, day: String(day), weekday: weekday(at) };
}

/** The month `step` months away. */
export function monthAway(month: Month, step: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + (number - 1) + step;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Every day of a month, ascending. */
export function daysIn(month: Month): Day[] {
  const first = startOfDay(`${month}-01`);
  const days: Day[] = [];
  for (let at = first; dayOf(at).startsWith(month); at += DAY_MS) days.push(dayOf(at));
  return days;
}
