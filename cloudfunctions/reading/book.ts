import * as v from 'valibot';
import type { BookRecord } from '../../domain/reading/book';
import type { CheckInRecord } from '../../domain/reading/check-in-record';
import type { Book } from '../../types/contract';
import type { BookId } from '../../types/vocabulary';
import { _, database } from '../kit/cloud';
import { byId, find } from '../kit/documents';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { presentBook } from './shelf';

const NAMES_MOST = 12;
/** Notes looked through for names: some write many about one book. */
const NOTES_MOST = 60;

type Note = Pick<CheckInRecord, '_id' | 'memberId' | 'author'>;

/** Those whose notes about it others see, latest first: who keeps to themselves is counted and not named. */
async function namesOf(bookId: BookId): Promise<string[]> {
  const notes = await find<Note>(
    'checkIns',
    { 'book.id': bookId, feedKey: _.gt('') },
    { orderBy: ['feedKey', 'desc'], limit: NOTES_MOST, projection: { memberId: true, author: true } },
  );
  const authors = new Map<string, string>();
  for (const { memberId, author } of notes) {
    if (author !== undefined && !authors.has(memberId)) authors.set(memberId, author);
  }
  return [...authors.values()].slice(0, NAMES_MOST);
}

async function countReaders(bookId: BookId): Promise<number> {
  const { list } = await database
    .collection('checkIns')
    .aggregate()
    .match({ 'book.id': bookId })
    .group({ _id: '$memberId' })
    .group({ _id: null, count: _.aggregate.sum(1) })
    .limit(1)
    .end();
  const [found] = list as { count: number }[];
  return found?.count ?? 0;
}

type Named = Pick<CheckInRecord, '_id' | 'book'>;

const NAMED = { limit: 1, projection: { book: true } };

/** As its readers named it who scanned it: in a note that passed, or in the caller's own, whose words they are. */
async function namedIn(filter: object): Promise<Book | undefined> {
  const [found] = await find<Named>('checkIns', filter, NAMED);
  return found?.book;
}

export const book = read<'reading.book'>({
  policy: anyone,
  schema: v.strictObject({ bookId: id }),
  async run({ bookId }, { caller: { memberId }, now }) {
    const [shelved, passed, own, names, count] = await Promise.all([
      byId<BookRecord>('books', bookId),
      namedIn({ 'book.id': bookId, feedKey: _.gt('') }),
      memberId === undefined ? undefined : namedIn({ memberId, 'book.id': bookId }),
      namesOf(bookId),
      countReaders(bookId),
    ]);
    const found = shelved ? presentBook(shelved) : (passed ?? own);
    if (!found) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'book' } };
    return { ok: true, value: { ...found, readers: { count, names }, mine: own !== undefined, now } };
  },
});
