import * as v from 'valibot';
import { digestOfText } from '../../domain/id/base32';
import { type BookRecord, shelved } from '../../domain/reading/book';
import { isbnOf } from '../../domain/reading/isbn';
import { type AcceptedRequest, REMEMBERED, recall } from '../../domain/request/remembered';
import type { Book } from '../../types/contract';
import type { BookId } from '../../types/vocabulary';
import { byId, changeIf, difference, insertOnce } from '../kit/documents';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { Busy } from '../kit/transaction';
import { organizers } from './organizers';
import { presentBook } from './shelf';

const TRIES = 5;

/** A file of the environment's own storage; a picture from elsewhere would show who looks at it to somebody else. */
const cover = v.pipe(text(1, 300), v.regex(/^cloud:\/\//, 'expects a file id'));

const book = v.pipe(
  v.strictObject({
    id: v.exactOptional(id),
    isbn: v.exactOptional(text(1, 40)),
    title: text(1, 100),
    author: v.exactOptional(text(1, 100)),
    cover: v.exactOptional(cover),
  }),
  // Another ISBN is another book.
  v.check(({ id: given, isbn }) => given === undefined || isbn === undefined || isbnOf(isbn) === given, 'id and isbn'),
);

function savedOver(bookId: BookId, before: BookRecord | undefined, saved: Book, request: AcceptedRequest): BookRecord {
  const next = shelved(bookId, saved, before);
  return { ...next, requests: [...next.requests, { ...request, answer: presentBook(next) }].slice(-REMEMBERED) };
}

/** All of a book that is there, or a new one: one with an ISBN is found under it, whoever saves it. */
export const saveBook = write<'reading.saveBook'>({
  policy: organizers,
  schema: v.strictObject({ book }),
  async run({ book: { id: given, isbn, ...saved } }, { caller, request }) {
    const isbn13 = isbn === undefined ? undefined : isbnOf(isbn);
    if (isbn !== undefined && isbn13 === undefined) return { ok: false, refusal: 'NOT_AN_ISBN', detail: {} };
    const bookId = given ?? isbn13 ?? `b${digestOfText(`book ${caller.key} ${request.id}`).slice(0, 23)}`;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const before = await byId<BookRecord>('books', bookId);
      if (!before && given !== undefined) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'book' } };
      const known = recall(before?.requests ?? [], request);
      if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
      const answer = before?.requests.find((each) => each.id === request.id)?.answer;
      if (answer) return { ok: true, value: answer };
      const next = savedOver(bookId, before, saved, request);
      const done = before
        ? await changeIf('books', bookId, { rev: before.rev }, difference(before, next))
        : await insertOnce('books', next);
      if (done) return { ok: true, value: presentBook(next) };
    }
    throw new Busy('the book kept changing');
  },
});
