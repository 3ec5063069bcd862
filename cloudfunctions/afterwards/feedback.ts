import * as v from 'valibot';
import { type FeedbackRecord, feedbackId } from '../../domain/afterwards/feedback';
import type { Feedback } from '../../types/contract';
import { byId } from '../kit/documents';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { feedbackOf } from './feedback-of';

const saidIn = ({ stars, again, words }: FeedbackRecord): Feedback => ({ stars, again, words });

/** What one said oneself, and nobody else's. */
export const feedback = read<'afterwards.feedback'>({
  policy: anyone,
  schema: v.strictObject({ activityId: id }),
  async run({ activityId }, { caller, now }) {
    const mine = feedbackId(activityId, caller.memberId ?? '');
    const [found, record] = await Promise.all([
      feedbackOf(activityId, caller),
      byId<FeedbackRecord>('feedback', mine, { stars: true, again: true, words: true }),
    ]);
    if ('refused' in found) return found.refused;
    const { title, window } = found;
    return { ok: true, value: { title, ...window, ...(record && { mine: saidIn(record) }), now } };
  },
});
