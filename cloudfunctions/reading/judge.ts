import * as v from 'valibot';
import { moderated } from '../../domain/reading/moderated';
import { after } from '../../domain/reading/moderation';
import { recall, remember } from '../../domain/request/remembered';
import type { InputOf, ReadingContract } from '../../types/contract';
import { doerOf } from '../kit/caller';
import { id, text } from '../kit/fields';
import { type WriteCall, write } from '../kit/operation';
import { Busy } from '../kit/transaction';
import { checkInId } from './ids';
import { changeModerated, loadModerated, type ModeratedRecord, tellNote } from './moderated';
import { organizers } from './organizers';

/** Times it is tried anew because members report it, or it is checked, at the same moment. */
const TRIES = 6;

type Judging = InputOf<ReadingContract['judge']>;

/** `undefined` where another wording stands, or its author keeps it. */
function judged(
  words: ModeratedRecord,
  { verdict, reason, wording }: Judging,
  call: WriteCall,
): ModeratedRecord | undefined {
  const { caller, request, now } = call;
  const { moderation } = words;
  if (moderation.state === 'draft' || moderation.text !== wording) return undefined;
  const decision = { verdict, by: doerOf(caller), text: wording, ...(reason !== undefined && { reason }) };
  const next = after(moderation, { kind: 'decided', ...decision }, now) ?? moderation;
  return { ...moderated(words, next, now), requests: remember(words.requests, request) };
}

/** Remembered with what it is of: somebody else may have decided otherwise since, and it must not be turned back. */
export const judge = write<'reading.judge'>({
  policy: organizers,
  schema: v.pipe(
    v.strictObject({
      noteId: checkInId,
      commentId: v.exactOptional(id),
      wording: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      verdict: v.picklist(['pass', 'reject']),
      reason: v.exactOptional(text(1, 200)),
    }),
    v.check(({ verdict, reason }) => verdict === 'pass' || reason !== undefined, 'a rejection needs a reason'),
  ),
  async run(input, call) {
    const state = input.verdict === 'pass' ? 'passed' : 'rejected';
    const what = input.commentId === undefined ? 'note' : 'comment';
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const words = await loadModerated(input);
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
