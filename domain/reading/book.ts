import type { Book } from '../../types/contract';
import type { BookId } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';
import { gramsOf, gramsSought } from '../search/grams';

export const BOOK_V = 1;

/** What stands on the park's shelf. */
export interface BookRecord {
  /** Its ISBN-13 where it has one, so that who scans it names the same book. */
  _id: BookId;
  v: typeof BOOK_V;
  rev: number;
  title: string;
  author?: string;
  /** File id. */
  cover?: string;
  /** Of title and author: it is found by the beginning of either's words. */
  grams: string[];
  /** Title and id: sorts the shelf, and a page can go on from it. */
  titleKey: string;
  /** With what each was answered. */
  requests: (AcceptedRequest & { answer: Book & { id: BookId } })[];
}

const grams = ({ title, author = '' }: Pick<Book, 'title' | 'author'>): string[] => gramsOf(`${title} ${author}`);

export function shelved(
  _id: BookId,
  book: Pick<Book, 'title' | 'author' | 'cover'>,
  before?: Pick<BookRecord, 'rev' | 'requests'>,
): BookRecord {
  const { title, author, cover } = book;
  return {
    _id,
    v: BOOK_V,
    rev: (before?.rev ?? 0) + 1,
    title,
    ...(author !== undefined && { author }),
    ...(cover !== undefined && { cover }),
    grams: grams(book),
    titleKey: `${title}_${_id}`,
    requests: before?.requests ?? [],
  };
}

/** Whether a book of one's own history is what the text looks for: as the shelf is looked through. */
export function isSought(book: Pick<Book, 'title' | 'author'>, text: string): boolean {
  const has = new Set(grams(book));
  const sought = gramsSought(text);
  return sought.length > 0 && sought.every((gram) => has.has(gram));
}
