import type { BenefitPlan, BenefitState, ManagedBenefit } from '../../types/contract';
import type { BenefitId, Instant, MemberId } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';
import { type Caps, summed, type Used } from '../signup/counters';
import { timeKey } from '../time/shanghai';
import { type BenefitRecord, planned } from './benefit';
import { ALL, beyond, capsOf, stockShares } from './stock';

/** What an organizer did to a benefit, and what they were answered: the log, and the memory of what is sent again. */
export interface BenefitLog {
  /** Benefit and request. */
  _id: string;
  v: 1;
  benefitId: BenefitId;
  key: string;
  at: Instant;
  by: MemberId | '';
  what: 'created' | 'edited' | 'published' | 'closed' | 'codes' | 'list';
  reason?: string;
  /** Of an import: codes that were new, and those that were there. */
  counts?: { added: number; known: number };
  request: AcceptedRequest;
  answer: object;
}

export type Doing = Omit<BenefitLog, 'answer' | '_id' | 'v' | 'key'>;

export function benefitLogId(benefitId: BenefitId, request: Pick<AcceptedRequest, 'id'>): string {
  return `${benefitId}.${request.id}`;
}

export function benefitLog(doing: Doing, answer: object): BenefitLog {
  const _id = benefitLogId(doing.benefitId, doing.request);
  return { _id, v: 1, key: timeKey(doing.at, _id), ...doing, answer };
}

/**
 * A change from its beginning to its end. It spans the benefit and the shards of its stock, so it is written down first;
 * then all shards are held, it is settled once whether it fits what is redeemed by then, and every shard gets its share.
 */
export interface PlannedChange {
  id: string;
  plan: BenefitPlan;
  state: BenefitState;
  closedAt?: Instant;
  doing: Doing;
  /** Once all shards were held: what comes of it. */
  settled?: Settled;
}

export interface Settled {
  fits: boolean;
  /** How many are redeemed; of what does not fit the number that is too high. */
  redeemed: number;
  shares: Caps[];
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
