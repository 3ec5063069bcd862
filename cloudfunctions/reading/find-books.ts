import * as v from 'valibot';
import { type BookRecord, isSought } from '../../domain/reading/book';
import { isbnOf } from '../../domain/reading/isbn';
import type { ReaderRecord } from '../../domain/reading/reader';
import { gramsSought } from '../../domain/search/grams';
import type { Book } from '../../types/contract';
import type { MemberId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, find } from '../kit/documents';
import { text } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { presentBook } from './shelf';

const MOST = 20;

async function onShelf(sought: string, isbn: string | undefined): Promise<BookRecord[]> {
  if (isbn !== undefined) {
    const book = await byId<BookRecord>('books', isbn);
    return book ? [book] : [];
  }
  const filter = { grams: _.all(gramsSought(sought)) };
  return find<BookRecord>('books', filter, { orderBy: ['titleKey', 'asc'], limit: MOST });
}

/** Challenges that somebody has joined, looked at for what they read: nobody joins so many in years. */
const CHALLENGES_MOST = 50;

async function ownBooks(memberId: MemberId | undefined): Promise<Book[]> {
  if (memberId === undefined) return [];
  const readers = await find<Pick<ReaderRecord, '_id' | 'books'>>(
    'readers',
    { memberId },
    { limit: CHALLENGES_MOST, projection: { books: true } },
  );
  const books: Book[] = [];
  for (const book of readers.flatMap((reader) => reader.books)) {
    if (!books.some((each) => sameBook(each, book))) books.push(book);
  }
  return books;
}

const sameBook = (a: Book, b: Book): boolean => (a.id === undefined ? a.title === b.title : a.id === b.id);

/** One's own first: most days it is the book of yesterday. */
export const findBooks = read<'reading.findBooks'>({
  policy: anyone,
  schema: v.strictObject({
    text: v.pipe(
      text(1, 60),
      v.check((sought) => gramsSought(sought).length > 0, 'has nothing to look for'),
    ),
  }),
  async run({ text: sought }, { caller }) {
    const isbn = isbnOf(sought);
    const [shelf, history] = await Promise.all([onShelf(sought, isbn), ownBooks(caller.memberId)]);
    const own = history.filter((book) => (isbn === undefined ? isSought(book, sought) : book.id === isbn));
    const others = shelf.map(presentBook).filter((book) => !own.some((each) => sameBook(each, book)));
    return { ok: true, value: { items: [...own, ...others].slice(0, MOST) } };
  },
});
