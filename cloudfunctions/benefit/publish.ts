import * as v from 'valibot';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { changeBenefit, noBenefit } from './edit';
import { organizers } from './merchants';

/** From now on those it is for see it; its stock is there before it is. */
export const publish = write<'benefit.publish'>({
  policy: organizers,
  schema: v.strictObject({ benefitId: id }),
  async run({ benefitId }, call) {
    const changed = await changeBenefit<'publish'>(benefitId, call, async ({ state, plan }) =>
      state === 'draft'
        ? { wanted: { plan, state: 'published', what: 'published' } }
        : { answer: { ok: false, refusal: 'ALREADY', detail: { state } } },
    );
    if (changed === 'missing') return noBenefit;
    if ('answer' in changed) return changed.answer;
    throw new Error(`${benefitId} was redeemed before it was published`);
  },
});

/** What is redeemed stays good; the numbers stay, so nothing can be in their way. */
export const close = write<'benefit.close'>({
  policy: organizers,
  schema: v.strictObject({ benefitId: id, reason: text(1, 200) }),
  async run({ benefitId, reason }, call) {
    const changed = await changeBenefit<'close'>(benefitId, call, async ({ state, plan }) =>
      state === 'published'
        ? { wanted: { plan, state: 'closed', closedAt: call.now, what: 'closed', reason } }
        : { answer: { ok: false, refusal: 'ALREADY', detail: { state } } },
    );
    if (changed === 'missing') return noBenefit;
    if ('answer' in changed) return changed.answer;
    throw new Error(`more of ${benefitId} is redeemed than there was`);
  },
});
