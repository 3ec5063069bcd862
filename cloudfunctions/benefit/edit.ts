import * as v from 'valibot';
import type { BenefitRecord, ShopRecord } from '../../domain/benefit/benefit';
import { benefitLogId } from '../../domain/benefit/change';
import { planIssues } from '../../domain/benefit/plan-issues';
import type { Doing, PlannedChange } from '../../domain/benefit/planned-change';
import type { Answer, BenefitContract, BenefitPlan, Issue } from '../../types/contract';
import type { BenefitId } from '../../types/vocabulary';
import { doerOf } from '../kit/caller';
import { byId, byIds } from '../kit/documents';
import { id } from '../kit/fields';
import { type WriteCall, write } from '../kit/operation';
import { Busy } from '../kit/transaction';
import { begin, carry } from './carry';
import { answered } from './log-book';
import { organizers } from './merchants';
import { planSchema } from './plan-schema';

/** Operations that change a benefit and its stock together. */
type ChangeOp = 'edit' | 'publish' | 'close' | 'importCodes';

const TRIES = 6;

export const noBenefit = { ok: false, refusal: 'NOT_FOUND', detail: { what: 'benefit' } } as const;

/** What the benefit should be; everything else of the change follows from who asks and when. */
export type Wanted = Pick<PlannedChange, 'plan' | 'state' | 'closedAt'> & Pick<Doing, 'what' | 'reason' | 'counts'>;

function changeFrom(benefitId: BenefitId, wanted: Wanted, { caller, request, now }: WriteCall): PlannedChange {
  const { what, reason, counts, ...target } = wanted;
  const doing: Doing = {
    ...{ benefitId, at: now, by: doerOf(caller), what, request },
    ...(reason !== undefined && { reason }),
    ...(counts && { counts }),
  };
  return { id: benefitLogId(benefitId, request), ...target, doing };
}

/**
 * A change of a benefit, from reading it to all that follows at once: written down first, then carried out by this call or
 * whoever comes next. Sent again it gives the answer that it was given. `over`: how many are redeemed, where that is
 * more than the new numbers hold.
 */
export async function changeBenefit<O extends ChangeOp>(
  benefitId: BenefitId,
  call: WriteCall,
  want: (benefit: BenefitRecord) => Promise<{ wanted: Wanted } | { answer: Answer<BenefitContract[O]> }>,
): Promise<{ answer: Answer<BenefitContract[O]> } | { over: number } | 'missing'> {
  const own = benefitLogId(benefitId, call.request);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const known = await answered<O>(benefitId, call.request);
    if (known) return { answer: known };
    const benefit = await byId<BenefitRecord>('benefits', benefitId);
    if (!benefit) return 'missing';
    if (!benefit.next) {
      const target = await want(benefit);
      if ('answer' in target) return target;
      if (!(await begin(benefit, changeFrom(benefitId, target.wanted, call), call.now))) continue;
    }
    const done = await carry(benefitId);
    if (done?.id === own && !done.fits) return { over: done.redeemed };
  }
  throw new Busy('the benefit kept changing');
}

/** Of codes there are as many as were imported, whatever the plan says. */
export function withStock(plan: BenefitPlan, stock: number): BenefitPlan {
  return plan.kind === 'codes' ? { ...plan, stock } : plan;
}

/** What speaks against a plan: by itself, and by the shops that there are. */
export async function issuesOf(plan: BenefitPlan): Promise<Issue[]> {
  const issues = planIssues(plan);
  const shops = await byIds<ShopRecord>('shops', plan.shopIds, { name: true });
  const known = new Set(shops.map(({ _id }) => _id));
  const unknown = plan.shopIds.some((each) => !known.has(each));
  return unknown ? [...issues, { path: 'shopIds', message: 'a shop that is not there' }] : issues;
}

/** What was redeemed keeps the terms of then; so all but the kind may change. */
export const edit = write<'benefit.edit'>({
  policy: organizers,
  schema: v.strictObject({ benefitId: id, plan: planSchema }),
  async run({ benefitId, plan: given }, call) {
    const changed = await changeBenefit<'edit'>(benefitId, call, async (benefit) => {
      const { state, plan: before } = benefit;
      const plan = withStock(given, before.kind === given.kind ? before.stock : 0);
      const issues = await issuesOf(plan);
      if (state !== 'draft' && plan.kind !== before.kind) {
        issues.push({ path: 'kind', message: 'stays once it is published' });
      }
      if (issues.length > 0) return { answer: { ok: false, refusal: 'PLAN_UNFIT', detail: { issues } } };
      return { wanted: { plan, state, what: 'edited' } };
    });
    if (changed === 'missing') return noBenefit;
    if ('answer' in changed) return changed.answer;
    return { ok: false, refusal: 'REDEEMED_ALREADY', detail: { redeemed: changed.over } };
  },
});
