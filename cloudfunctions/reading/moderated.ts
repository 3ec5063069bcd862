import type { Moderated } from '../../domain/reading/moderated';
import { isVisible } from '../../domain/reading/moderation';
import type { AcceptedRequest } from '../../domain/request/remembered';
import type { CheckInId, CommentId, MemberId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, changeIf, difference, type Projection } from '../kit/documents';

/** What is looked at alike, whether it is a note or a comment; of a note never who likes it, which may be long. */
export interface ModeratedRecord extends Moderated {
  _id: string;
  rev: number;
  memberId: MemberId;
  requests: AcceptedRequest[];
}

export const MODERATED: Projection = {
  ...{ rev: true, memberId: true, madeKey: true, moderation: true, reports: true, requests: true },
  ...{ checkAt: true, feedKey: true, queueKey: true, featured: true, noteId: true, tellAt: true },
};

export interface Which {
  noteId: CheckInId;
  commentId?: CommentId | undefined;
}

/** The note, or the comment on it; one call. */
export async function loadModerated({ noteId, commentId }: Which): Promise<ModeratedRecord | undefined> {
  if (commentId === undefined) return byId<ModeratedRecord>('checkIns', noteId, MODERATED);
  const comment = await byId<ModeratedRecord>('comments', commentId, MODERATED);
  return comment?.noteId === noteId ? comment : undefined;
}

/** Has the note count the comment while others see it, and no longer; it may be said any number of times. */
export async function tellNote({ _id, noteId = '', moderation }: ModeratedRecord): Promise<void> {
  const said = `said.${_id}`;
  if (isVisible(moderation))
    await changeIf('checkIns', noteId, { [said]: _.exists(false) }, { [said]: true, comments: _.inc(1) });
  else await changeIf('checkIns', noteId, { [said]: true }, { [said]: _.remove(), comments: _.inc(-1) });
}

/** Makes `next` of it, if it still is as it was read; one call, and one more where a note has to hear of a comment. */
export async function changeModerated<T extends ModeratedRecord>(before: T, next: T): Promise<boolean> {
  const { _id, rev, noteId } = before;
  const collection = noteId === undefined ? 'checkIns' : 'comments';
  const done = await changeIf(collection, _id, { rev }, { ...difference(before, next), rev: rev + 1 });
  const flips = isVisible(before.moderation) !== isVisible(next.moderation);
  if (done && noteId !== undefined && flips) await tellNote(next);
  return done;
}
