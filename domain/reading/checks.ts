import type { Book } from '../../types/contract';
import { FUNCTION_SECONDS } from '../../types/limits';
import type { Instant } from '../../types/vocabulary';
import { isbnOf } from './isbn';
import { CHECKS_A_MINUTE } from './moderation';

/** Checks that a run took for itself before it asked, so that one that dies has asked no more than it took. */
export interface TakenChecks {
  at: Instant;
  checks: number;
}

/** A run may ask as long after it took as it lives: until then what it took counts for the minute that is under way. */
const COUNTS_MS = 60_000 + FUNCTION_SECONDS * 1_000;

function counting(taken: readonly TakenChecks[], now: Instant): TakenChecks[] {
  return taken.filter(({ at }) => at > now - COUNTS_MS);
}

/** Checks that may still be taken: in no minute are there more than `CHECKS_A_MINUTE`, however often runs come. */
export function checksLeft(taken: readonly TakenChecks[], now: Instant): number {
  const gone = counting(taken, now).reduce((sum, { checks }) => sum + checks, 0);
  return Math.max(0, CHECKS_A_MINUTE - gone);
}

export function withTaken(taken: readonly TakenChecks[], checks: number, now: Instant): TakenChecks[] {
  return [...counting(taken, now), { at: now, checks }];
}

/**
 * What others would read of a note. A title goes along unless it can only be the shelf's: one that came with an ISBN may
 * be the reader's own words too.
 */
export function wordsOf({ note, book }: { note: string; book?: Book }): string {
  const own = book !== undefined && (book.id === undefined || isbnOf(book.id) !== undefined);
  return [own ? book.title : '', note].filter((part) => part !== '').join('\n');
}
