import * as v from 'valibot';
import { type ChallengeRecord, termsOf } from '../../domain/reading/challenge-record';
import { LAST_BOOKS, type ReaderRecord, readerId } from '../../domain/reading/reader';
import { dayOf } from '../../domain/time/shanghai';
import type { Book } from '../../types/contract';
import type { Instant, MemberId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byIds, find } from '../kit/documents';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { authorHere } from './author-here';
import { presentChallenge, presentStanding } from './present';
import { loadProfile } from './seen';

/** Challenges that are under way or to come at a time. */
const MOST = 20;

function notOver(now: Instant): Promise<ChallengeRecord[]> {
  const filter = { state: 'published', endKey: _.gte(dayOf(now)) };
  return find<ChallengeRecord>('challenges', filter, { orderBy: ['endKey', 'asc'], limit: MOST });
}

function readersOf(challenges: readonly ChallengeRecord[], memberId: MemberId | undefined): Promise<ReaderRecord[]> {
  if (memberId === undefined) return Promise.resolve([]);
  return byIds<ReaderRecord>(
    'readers',
    challenges.map(({ _id }) => readerId(_id, memberId)),
  );
}

/** The last of each challenge first, each once. */
function booksOf(readers: readonly ReaderRecord[]): Book[] {
  const books = new Map<string, Book>();
  for (let at = 0; at < LAST_BOOKS; at++) {
    for (const { books: named } of readers) {
      const book = named[at];
      if (book && !books.has(book.id ?? book.title)) books.set(book.id ?? book.title, book);
    }
  }
  return [...books.values()].slice(0, LAST_BOOKS);
}

export const today = read<'reading.today'>({
  policy: anyone,
  schema: v.strictObject({}),
  async run(_input, { caller, now }) {
    const { memberId } = caller;
    const [challenges, profile] = await Promise.all([
      notOver(now),
      memberId === undefined ? undefined : loadProfile(memberId),
      authorHere(caller, now),
    ]);
    const readers = await readersOf(challenges, memberId);
    const cards = challenges.map((challenge) => {
      const reader = readers.find(({ challengeId }) => challengeId === challenge._id);
      const mine = reader && presentStanding(reader, termsOf(challenge), now);
      return { ...presentChallenge(challenge, dayOf(now)), ...(mine && { mine }) };
    });
    const { seenAs = 'nobody', remindAt } = profile ?? {};
    const value = { challenges: cards, books: booksOf(readers), seenAs, now };
    return { ok: true, value: { ...value, ...(remindAt !== undefined && { remindAt }) } };
  },
});
