import * as v from 'valibot';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor, id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { authorHere } from './author-here';
import { noteShownTo, presentNote, type ShownNote } from './present-note';

const PAGE = 20;

/** Only what others see has a `feedKey`: a note without one is in no index that this looks into. */
export const feed = read<'reading.feed'>({
  policy: anyone,
  schema: v.pipe(
    v.strictObject({
      challengeId: v.exactOptional(id),
      bookId: v.exactOptional(id),
      featured: v.exactOptional(v.literal(true)),
      cursor: v.exactOptional(cursor),
    }),
    v.check(
      ({ challengeId, bookId, featured }) => [challengeId, bookId, featured].filter((each) => each).length <= 1,
      'expects one of challengeId, bookId and featured',
    ),
  ),
  async run({ challengeId, bookId, featured, cursor: from = '~' }, { caller, now }) {
    const { memberId } = caller;
    const filter = {
      ...(challengeId !== undefined && { challengeId }),
      ...(bookId !== undefined && { 'book.id': bookId }),
      ...(featured && { featured }),
      feedKey: _.lt(from),
    };
    const [found] = await Promise.all([
      find<ShownNote>('checkIns', filter, {
        orderBy: ['feedKey', 'desc'],
        limit: PAGE + 1,
        projection: noteShownTo(memberId),
      }),
      authorHere(caller, now),
    ]);
    const page = found.slice(0, PAGE);
    const next = found.length > PAGE ? page.at(-1)?.feedKey : undefined;
    const items = page.map((record) => presentNote(record, memberId));
    return { ok: true, value: { items, now, ...(next !== undefined && { next }) } };
  },
});
