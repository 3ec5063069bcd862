import type { BenefitPlan, BenefitState } from '../../types/contract';
import type { BenefitId, Instant, MemberId } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';
import type { Caps } from '../signup/counters';

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
