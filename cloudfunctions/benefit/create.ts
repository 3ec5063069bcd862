import * as v from 'valibot';
import { benefitFrom } from '../../domain/benefit/benefit';
import { managedOf } from '../../domain/benefit/change';
import { digestOfText } from '../../domain/id/base32';
import { doerOf } from '../kit/caller';
import { insertOnce } from '../kit/documents';
import { write } from '../kit/operation';
import { issuesOf, withStock } from './edit';
import { answered, noteDone } from './log-book';
import { organizers } from './merchants';
import { planSchema } from './plan-schema';

/** A draft. Its id is made from the caller's request, so that the same request makes the same one. */
export const create = write<'benefit.create'>({
  policy: organizers,
  schema: v.strictObject({ plan: planSchema }),
  async run({ plan: given }, { caller, request, now }) {
    const benefitId = `b${digestOfText(`benefit ${caller.key} ${request.id}`).slice(0, 23)}`;
    const known = await answered<'create'>(benefitId, request);
    if (known) return known;
    const plan = withStock(given, 0);
    const issues = await issuesOf(plan);
    if (issues.length > 0) return { ok: false, refusal: 'PLAN_UNFIT', detail: { issues } };
    const benefit = benefitFrom(benefitId, plan, now);
    await insertOnce('benefits', benefit);
    const answer = managedOf(benefit, 0, plan.listed ? 0 : undefined);
    await noteDone({ benefitId, at: now, by: doerOf(caller), what: 'created', request }, answer);
    return { ok: true, value: answer };
  },
});
