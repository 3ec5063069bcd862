import { bookOf, type RuleBookRecord } from '../../domain/points/rules';
import type { RuleBook } from '../../types/contract';
import type { Day } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { keeps } from './memory';

/** Rules change a few times a year. */
const BOOKS_MOST = 500;

/** All rules that were ever published; the first ones stand in the code. */
export async function publishedBooks(): Promise<RuleBook[]> {
  const options = { orderBy: ['from', 'desc'] as ['from', 'desc'], limit: BOOKS_MOST };
  return (await find<RuleBookRecord>('rulebooks', { from: _.gt('') }, options)).map(bookOf);
}

let known: { today: Day; books: Promise<RuleBook[]> } | undefined;
keeps(() => {
  known = undefined;
});

/**
 * Those that hold up to today. They are read once a day by an instance: what is published meanwhile holds from a later day
 * on.
 */
export function booksUpTo(today: Day): Promise<RuleBook[]> {
  if (known?.today === today) return known.books;
  const books = publishedBooks();
  known = { today, books };
  // A reading that failed is no answer for the rest of the day.
  books.catch(() => {
    known = undefined;
  });
  return books;
}
