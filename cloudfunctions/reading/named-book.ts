import type { BookRecord } from '../../domain/reading/book';
import { isbnOf } from '../../domain/reading/isbn';
import type { ReaderRecord } from '../../domain/reading/reader';
import type { Book, BookChoice, ReadingContract, RefusalsOf, Refused } from '../../types/contract';
import type { BookId } from '../../types/vocabulary';
import { byId } from '../kit/documents';

type Refusal = Refused<RefusalsOf<ReadingContract['checkIn']>>;

/** One of the reader's own, without a call, or one of the shelf. */
async function bookOf(id: BookId, { books }: Pick<ReaderRecord, 'books'>): Promise<Book | undefined> {
  const own = books.find((book) => book.id === id);
  if (own) return own;
  const shelved = await byId<BookRecord>('books', id, { title: true, author: true, cover: true });
  if (!shelved) return undefined;
  const { title, author, cover } = shelved;
  return { id, title, ...(author !== undefined && { author }), ...(cover !== undefined && { cover }) };
}

/** The book that somebody chose. One by its ISBN has the shelf's title where it stands there, else the one that was given. */
export async function namedBook(
  choice: BookChoice | undefined,
  reader: Pick<ReaderRecord, 'books'>,
): Promise<{ book?: Book } | { refused: Refusal }> {
  if (!choice) return {};
  if ('id' in choice) {
    const book = await bookOf(choice.id, reader);
    return book ? { book } : { refused: { ok: false, refusal: 'NOT_FOUND', detail: { what: 'book' } } };
  }
  if (!('isbn' in choice)) return { book: { title: choice.title } };
  const id = isbnOf(choice.isbn);
  if (id === undefined) return { refused: { ok: false, refusal: 'NOT_AN_ISBN', detail: {} } };
  return { book: (await bookOf(id, reader)) ?? { id, title: choice.title } };
}
