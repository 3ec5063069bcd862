import * as v from 'valibot';
import {
  booked,
  emptyBook,
  FEEDBACK_V,
  type FeedbackBook,
  type FeedbackRecord,
  feedbackId,
  isOpen,
  WORDS_MOST,
} from '../../domain/afterwards/feedback';
import { recall, remember } from '../../domain/request/remembered';
import { type AfterwardsContract, type Answer, COMING_AGAIN } from '../../types/contract';
import type { MemberId } from '../../types/vocabulary';
import { byId } from '../kit/documents';
import { id, text } from '../kit/fields';
import { forgetFeedback } from '../kit/forget-feedback';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { inTransaction } from '../kit/transaction';
import { feedbackOf } from './feedback-of';

const said = {
  stars: v.pipe(v.number(), v.integer('expects a whole number'), v.minValue(1), v.maxValue(5)),
  again: v.picklist(COMING_AGAIN),
  words: text(0, WORDS_MOST),
};

/** Whoever left the union while they said it has said nothing: leaving forgets what there is, and this what came after. */
async function forgetIfGone(memberId: MemberId): Promise<void> {
  if (!(await byId('members', memberId, { _id: true }))) await forgetFeedback(memberId);
}

/** The answer and the count of it change together, so a count is never one off, whoever answers at once and whatever dies. */
export const answer = write<'afterwards.answer'>({
  policy: anyone,
  schema: v.strictObject({ activityId: id, ...said }),
  async run(input, { caller, request, now, newId }) {
    const { activityId, stars, again, words } = input;
    const found = await feedbackOf(activityId, caller);
    const answered = await inTransaction<Answer<AfterwardsContract['answer']>>(async (transaction) => {
      const _id = feedbackId(activityId, caller.memberId ?? '');
      const before = await transaction.get<FeedbackRecord>('feedback', _id);
      const known = recall(before?.requests ?? [], request);
      if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
      if (known === 'same') return { ok: true, value: input };
      if ('refused' in found) return found.refused;
      const { memberId, window } = found;
      if (!isOpen(window, now)) return { ok: false, refusal: 'NOT_FEEDBACK_TIME', detail: { ...window, now } };
      const book = await transaction.get<FeedbackBook>('feedbackBooks', activityId);
      await transaction.put('feedbackBooks', booked(book ?? emptyBook(activityId), before, input));
      const record: FeedbackRecord = {
        ...{ _id, v: FEEDBACK_V, activityId, memberId, stars, again, words },
        ...(words !== '' && { lot: newId() }),
        requests: remember(before?.requests ?? [], request),
      };
      await transaction.put('feedback', record);
      return { ok: true, value: input };
    });
    if (answered.ok && 'memberId' in found) await forgetIfGone(found.memberId);
    return answered;
  },
});
