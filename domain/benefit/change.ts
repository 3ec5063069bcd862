import type { ManagedBenefit } from '../../types/contract';
import type { BenefitId } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';
import { summed, type Used } from '../signup/counters';
import { timeKey } from '../time/shanghai';
import { type BenefitRecord, planned } from './benefit';
import type { BenefitLog, Doing, PlannedChange, Settled } from './planned-change';
import { ALL, beyond, capsOf, stockShares } from './stock';

export function benefitLogId(benefitId: BenefitId, request: Pick<AcceptedRequest, 'id'>): string {
  return `${benefitId}.${request.id}`;
}

export function benefitLog(doing: Doing, answer: object): BenefitLog {
  const _id = benefitLogId(doing.benefitId, doing.request);
  return { _id, v: 1, key: timeKey(doing.at, _id), ...doing, answer };
}

/** Whether the change fits, and each shard's share: of the former caps where it does not. */
export function settledBy(before: BenefitRecord, change: PlannedChange, used: readonly Used[]): Settled {
  const caps = capsOf(change.plan);
  const over = beyond(caps, used);
  const shares = change.state === 'draft' ? [] : stockShares(over === undefined ? caps : capsOf(before.plan), used);
  return { fits: over === undefined, redeemed: over ?? summed(used)[ALL] ?? 0, shares };
}

/** The benefit when the change is through: its number rises also where it came to nothing, so that nothing late fits it. */
export function changedBy(before: BenefitRecord, { plan, state, closedAt, settled }: PlannedChange): BenefitRecord {
  const { next: _next, dueAt: _due, ...rest } = before;
  const rev = before.rev + 1;
  if (!settled?.fits) return { ...rest, rev };
  return { ...rest, rev, state, ...planned(before._id, plan), ...(closedAt !== undefined && { closedAt }) };
}

export function managedOf(
  { _id, plan, state }: Pick<BenefitRecord, '_id' | 'plan' | 'state'>,
  redeemed: number,
  listedCount: number | undefined,
): ManagedBenefit {
  const left = Math.max(0, plan.stock - redeemed);
  return { id: _id, plan, state, left, redeemed, ...(listedCount !== undefined && { listedCount }) };
}
