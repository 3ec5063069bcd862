import type { BoardSpan } from '../../types/contract';
import type { ChallengeId, Day } from '../../types/vocabulary';
import { daysFrom, mondayOf, shifted, weekOf } from '../time/days';
import { amountsOf, type ChallengeTerms, counts, isWithin } from './challenge';
import type { ReaderRecord } from './reader';

/** What is ranked: days that count first, minutes second. */
export interface Amount {
  days: number;
  minutes: number;
}

/**
 * More than all minutes that one shard of a board has together. So scores compare as amounts do, and those of a shard add
 * up as amounts do: 1,800 readers of 366 days stay below 2^51.
 */
const DAY_WORTH = 2 ** 31;

/** An amount as one whole number, for one conditional update to move. */
export function packed({ days, minutes }: Amount): number {
  return days * DAY_WORTH + minutes;
}

export function unpacked(score: number): Amount {
  const days = Math.floor(score / DAY_WORTH);
  return { days, minutes: score - days * DAY_WORTH };
}

/** The days that one board is about. */
export interface Period {
  span: BoardSpan;
  /** `2026-11-20`, `2026-W47` or `whole`. */
  name: string;
  from: Day;
  to: Day;
}

/** The day itself, its week from Monday, and the whole: the boards that change when a day does. */
export function periodsOf({ startsOn, endsOn }: Pick<ChallengeTerms, 'startsOn' | 'endsOn'>, day: Day): Period[] {
  const monday = mondayOf(day);
  return [
    { span: 'day', name: day, from: day, to: day },
    { span: 'week', name: weekOf(day), from: monday, to: shifted(monday, 6) },
    { span: 'whole', name: 'whole', from: startsOn, to: endsOn },
  ];
}

/** The challenge that such a board of its people is of. */
export function challengeOf(board: string): ChallengeId {
  return board.slice(0, board.lastIndexOf('.'));
}

export function boardId(challengeId: ChallengeId, { name }: Pick<Period, 'name'>): string {
  return `${challengeId}.${name}`;
}

/**
 * What a reader has in a period. Days filled by a card are no days that were read; minutes of a day that does not count
 * count as minutes.
 */
export function amountIn(
  { days }: Pick<ReaderRecord, 'days'>,
  terms: Pick<ChallengeTerms, 'startsOn' | 'endsOn' | 'rule'>,
  { from, to }: Pick<Period, 'from' | 'to'>,
): Amount {
  const amount = { days: 0, minutes: 0 };
  for (const day of daysFrom(from, to)) {
    const marks = days[day];
    if (marks === undefined || !isWithin(terms, day)) continue;
    amount.days += counts(terms.rule, marks) ? 1 : 0;
    amount.minutes += amountsOf(marks).minutes;
  }
  return amount;
}

/** Up to so many days minutes are told one by one, beyond it by how many they are in a day. */
const EXACT_DAYS = 3;
/** Minutes a day that a band is wide, and twice as many where the number of days alone tells most people apart. */
const BAND_MINUTES = 10;
const LONG_DAYS = 100;
/** Of one number of days; whoever has more minutes than fit is in the last. */
const DAY_BANDS = 2 ** 15;

/**
 * Scores in groups whose order is that of the scores, few enough for all their counts to be read at once. An even band has
 * one score alone, so that those who tie, were it half the park with thirty minutes every day, can be counted through
 * without being looked at; odd ones have the scores between.
 */
export function bandOf(score: number): number {
  const { days, minutes } = unpacked(score);
  const width = days > LONG_DAYS ? 2 * BAND_MINUTES : BAND_MINUTES;
  const step = days <= EXACT_DAYS ? 1 : width * days;
  const within = 2 * Math.floor(minutes / step) + (minutes % step > 0 ? 1 : 0);
  return days * DAY_BANDS + Math.min(within, DAY_BANDS - 1);
}

export function hasOneScore(band: number): boolean {
  return band % 2 === 0;
}
