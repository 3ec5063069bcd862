import type { ChallengePlan, CheckInMark, DailyRule } from '../../types/contract';
import type { BookId, ChallengeId, Day } from '../../types/vocabulary';

/** As far as days, streaks and cards depend on it. */
export type ChallengeTerms = Pick<ChallengePlan, 'startsOn' | 'endsOn' | 'rule' | 'books'> & { id: ChallengeId };

/** Minutes that a day has; what several check-ins say beyond it is not believed. */
export const DAY_MINUTES = 1_440;

/** What was read in a day, all its check-ins together. */
export function amountsOf(marks: readonly CheckInMark[]): Record<DailyRule['kind'], number> {
  let [minutes, pages, note] = [0, 0, 0];
  for (const mark of marks) {
    minutes += mark.minutes;
    pages += mark.pages;
    // Two half notes are no note: the longest one is asked.
    note = Math.max(note, mark.characters);
  }
  return { minutes: Math.min(minutes, DAY_MINUTES), pages, note };
}

/** What a day still lacks of its rule, 0 where it counts; a day without a check-in never does. */
export function lacking({ kind, least }: DailyRule, marks: readonly CheckInMark[]): number {
  const needed = Math.max(least, marks.length === 0 ? 1 : 0);
  return Math.max(0, needed - amountsOf(marks)[kind]);
}

export function counts(rule: DailyRule, marks: readonly CheckInMark[] | undefined): boolean {
  return marks !== undefined && lacking(rule, marks) === 0;
}

export function isWithin({ startsOn, endsOn }: Pick<ChallengeTerms, 'startsOn' | 'endsOn'>, day: Day): boolean {
  return startsOn <= day && day <= endsOn;
}

/** Whether a book is one of the challenge's; where there is no list any is, and none need be named. */
export function isListed({ books }: Pick<ChallengeTerms, 'books'>, book: BookId | undefined): boolean {
  return books === undefined || (book !== undefined && books.includes(book));
}
