import * as v from 'valibot';
import { moderated } from '../../domain/reading/moderated';
import { after } from '../../domain/reading/moderation';
import { recall, remember } from '../../domain/request/remembered';
import { id, text } from '../kit/fields';
import { type WriteCall, write } from '../kit/operation';
import { Busy } from '../kit/transaction';
import { decisionOf, type Judging, stands } from './decision';
import { checkInId } from './ids';
import { judgeTeam } from './judge-team';
import { changeModerated, loadModerated, type ModeratedRecord, tellNote } from './moderated';
import { organizers } from './organizers';

/** Times it is tried anew because members report it, or it is checked, at the same moment. */
const TRIES = 6;

/** `undefined` where another wording stands, or its author keeps it. */
function judged(words: ModeratedRecord, judging: Judging, call: WriteCall): ModeratedRecord | undefined {
  const { request, now } = call;
  const { moderation } = words;
  if (!stands(moderation, judging)) return undefined;
  const next = after(moderation, decisionOf(judging, call), now) ?? moderation;
  return { ...moderated(words, next, now), requests: remember(words.requests, request) };
}

/** Remembered with what it is of: somebody else may have decided otherwise since, and it must not be turned back. */
export const judge = write<'reading.judge'>({
  policy: organizers,
  schema: v.pipe(
    v.strictObject({
      noteId: v.exactOptional(checkInId),
      commentId: v.exactOptional(id),
      teamId: v.exactOptional(id),
      wording: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      verdict: v.picklist(['pass', 'reject']),
      reason: v.exactOptional(text(1, 200)),
    }),
    v.check(({ noteId, teamId }) => (noteId === undefined) !== (teamId === undefined), 'one of note and team'),
    v.check(({ commentId, teamId }) => commentId === undefined || teamId === undefined, 'a comment is of a note'),
    v.check(({ verdict, reason }) => verdict === 'pass' || reason !== undefined, 'a rejection needs a reason'),
  ),
  async run(input, call) {
    const { noteId, commentId, teamId } = input;
    if (teamId !== undefined) return judgeTeam(teamId, input, call);
    if (noteId === undefined) throw new Error('neither a note nor a team');
    const state = input.verdict === 'pass' ? 'passed' : 'rejected';
    const what = commentId === undefined ? 'note' : 'comment';
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const words = await loadModerated({ noteId, commentId });
      if (!words) return { ok: false, refusal: 'NOT_FOUND', detail: { what } };
      const known = recall(words.requests, call.request);
      if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
      if (known === 'same') {
        // Whoever decided it may have died before the note heard of it.
        if (words.tellAt !== undefined) await tellNote(words);
        return { ok: true, value: { state } };
      }
      const next = judged(words, input, call);
      if (!next) return { ok: false, refusal: 'CHANGED', detail: {} };
      if (await changeModerated(words, next)) return { ok: true, value: { state } };
    }
    throw new Busy('it kept changing');
  },
});
