import * as v from 'valibot';
import { photoFolder } from '../../domain/member/photo';
import type { BookRecord } from '../../domain/reading/book';
import { calendarOf } from '../../domain/reading/calendar';
import { termsOf } from '../../domain/reading/challenge-record';
import { teamView } from '../../domain/reading/team-view';
import { dayOf } from '../../domain/time/shanghai';
import type { Book } from '../../types/contract';
import type { BookId } from '../../types/vocabulary';
import { byIds } from '../kit/documents';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { loadChallenge } from './known-challenge';
import { presentChallenge, presentStanding } from './present';
import { loadReader } from './readers';
import { loadProfile } from './seen';
import { teamOf } from './teams';

/** Those of the list that stand on the shelf, in the list's order. */
async function listed(ids: readonly BookId[]): Promise<Book[]> {
  const projection = { title: true, author: true, cover: true };
  const books = new Map((await byIds<BookRecord>('books', ids, projection)).map((book) => [book._id, book]));
  return ids.flatMap((each) => {
    const book = books.get(each);
    if (!book) return [];
    const { title, author, cover } = book;
    return [{ id: each, title, ...(author !== undefined && { author }), ...(cover !== undefined && { cover }) }];
  });
}

export const challenge = read<'reading.challenge'>({
  policy: anyone,
  schema: v.strictObject({ challengeId: id }),
  async run({ challengeId }, { caller: { memberId }, now }) {
    const [found, reader, profile] = await Promise.all([
      loadChallenge(challengeId),
      loadReader(challengeId, memberId),
      memberId === undefined ? undefined : loadProfile(memberId),
    ]);
    if (!found) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'challenge' } };
    const { description, rewards, books } = found.plan;
    const team = reader?.teamId === undefined ? undefined : await teamOf(reader.teamId);
    const terms = termsOf(found);
    const mine = reader && {
      mine: presentStanding(reader, terms, now),
      calendar: calendarOf(reader, terms, terms.startsOn, dayOf(now)),
    };
    const detail = { ...presentChallenge(found, dayOf(now)), description, rewards };
    return {
      ok: true,
      value: {
        ...detail,
        ...(books && { books: await listed(books) }),
        ...mine,
        ...(team && reader && { team: teamView(team, reader.memberId) }),
        ...(memberId !== undefined && { photoFolder: photoFolder('reading', memberId) }),
        seenAs: profile?.seenAs ?? 'nobody',
        now,
      },
    };
  },
});
