import * as v from 'valibot';
import { COMMENTS_MOST } from '../../domain/reading/comment';
import { mayRead } from '../../domain/reading/moderated';
import { isVisible, type Moderation } from '../../domain/reading/moderation';
import type { CheckInId, MemberId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, find } from '../kit/documents';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { authorHere } from './author-here';
import { checkInId } from './ids';
import { isOrganizer } from './organizers';
import {
  COMMENT_SHOWN,
  noteShownTo,
  presentComment,
  presentNote,
  type ShownComment,
  type ShownNote,
} from './present-note';

/** What passed, and the caller's own whatever became of it. Many that were under way at once may be a few too many. */
async function saidOf(noteId: CheckInId, me: MemberId | undefined): Promise<ShownComment[]> {
  const look = { limit: COMMENTS_MOST + COMMENTS_MOST / 5, projection: COMMENT_SHOWN };
  const [passed, own] = await Promise.all([
    find<ShownComment>('comments', { noteId, feedKey: _.gt('') }, { ...look, orderBy: ['feedKey', 'asc'] }),
    me === undefined ? [] : find<ShownComment>('comments', { noteId, memberId: me }, look),
  ]);
  const others = passed.filter(({ memberId, moderation }) => memberId !== me && isVisible(moderation));
  const said = [...others, ...own.filter(({ removed }) => !removed)];
  return said.sort((a, b) => a.at - b.at || (a._id < b._id ? -1 : 1));
}

export const note = read<'reading.note'>({
  policy: anyone,
  schema: v.strictObject({ noteId: checkInId }),
  async run({ noteId }, { caller, now }) {
    const { memberId } = caller;
    const shown = { ...noteShownTo(memberId), moderation: true };
    const [record, said] = await Promise.all([
      byId<ShownNote & { moderation: Moderation }>('checkIns', noteId, shown),
      saidOf(noteId, memberId),
      authorHere(caller, now),
    ]);
    const reads = record && mayRead(record, { memberId, organizer: isOrganizer(caller, now) });
    if (!reads) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'note' } };
    const views = said.map((each) => presentComment(each, memberId));
    return { ok: true, value: { ...presentNote(record, memberId), said: views, now } };
  },
});
