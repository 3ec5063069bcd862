import * as v from 'valibot';
import { type CommentRecord, takenBack } from '../../domain/reading/comment';
import { byId } from '../kit/documents';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { Busy } from '../kit/transaction';
import { checkInId } from './ids';
import { changeModerated, tellNote } from './moderated';
import { memberOf } from './readers';

/** Times it is tried anew because somebody judged or reported it meanwhile. */
const TRIES = 4;

/** One's own; doing it again changes nothing, so its request need not be remembered. */
export const removeComment = write<'reading.removeComment'>({
  policy: anyone,
  schema: v.strictObject({ noteId: checkInId, commentId: id }),
  async run({ noteId, commentId }, { caller, now }) {
    const me = memberOf(caller)?.memberId;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const found = await byId<CommentRecord>('comments', commentId);
      if (!found || found.memberId !== me || found.noteId !== noteId)
        return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'comment' } };
      if (found.removed) {
        // Whoever removed it may have died before the note heard of it.
        if (found.tellAt !== undefined) await tellNote(found);
        return { ok: true, value: {} };
      }
      if (await changeModerated(found, takenBack(found, now))) return { ok: true, value: {} };
    }
    throw new Busy('the comment kept changing');
  },
});
