import type { Line, MyYear, YearReport } from '../../types/contract';
import { moment } from './dates';

/** `469,000`; below zero with a sign of its own width, `−1,200`. */
export function grouped(number: number): string {
  const digits = String(Math.abs(number)).replace(/\B(?=(\d{3})+$)/g, ',');
  return number < 0 ? `−${digits}` : digits;
}

/** `93%`, rounded down: it is never 100 % while somebody was missed. A dash where nobody's attendance was taken. */
export function rateWords({ expected, came }: Line['attendance']): string {
  return expected > 0 ? `${Math.floor((came * 100) / expected)}%` : '–';
}

/** `数字截至 今天 14:05`. */
export function exactWords({ exactUpTo, now }: Pick<YearReport, 'exactUpTo' | 'now'>): string {
  return `数字截至 ${moment(exactUpTo, now)}`;
}

/** `9月`, in a report whose year stands above. */
export const monthShort = (month: string): string => `${Number(month.slice(5))}月`;

/** Nothing was, nothing was given, and no points moved. */
export function isEmptyYear({ total, points = [] }: YearReport): boolean {
  const moved = points.some(({ issued, adjusted, redeemed, expired }) => issued || adjusted || redeemed || expired);
  return total.times === 0 && total.attendance.expected === 0 && total.benefits === 0 && !moved;
}

export function isEmptyOfMine({ activities, books, readingDays, points }: MyYear): boolean {
  return activities === 0 && books.length === 0 && readingDays === 0 && points === 0;
}

/** What one sends to colleagues of one's own year: what there is of it, and a question back. */
export function shareWords(mine: MyYear | undefined, thisYear: number): string {
  if (!mine || isEmptyOfMine(mine)) return '来看看你的这一年';
  const { year, activities, books, readingDays } = mine;
  const did = [
    activities > 0 ? `参加了 ${activities} 场活动` : '',
    books.length > 0 ? `读了 ${books.length} 本书` : readingDays > 0 ? `读书打卡 ${readingDays} 天` : '',
  ].filter((words) => words !== '');
  const when = year === thisYear ? '今年' : `${year} 年`;
  return did.length === 0 ? '来看看你的这一年' : `${when}我${did.join('、')}，你呢`;
}

/** How many members and sessions a line stands for, said once for who cannot see a bar: `9月 1,234 人次`. */
export const timesWords = (words: string, times: number): string => `${words} ${grouped(times)} 人次`;
