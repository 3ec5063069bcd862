import type { BenefitPhase } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';

/** `left`: for whoever looks, so also of their enterprise's part. */
export interface PhaseFacts {
  closed: boolean;
  opensAt: Instant;
  closesAt: Instant;
  left: number;
}

/** Closed is closed, whatever is left; that nothing is left is said only while there could be. */
export function phaseOf({ closed, opensAt, closesAt, left }: PhaseFacts, now: Instant): BenefitPhase {
  if (closed || now >= closesAt) return 'closed';
  if (now < opensAt) return 'soon';
  return left > 0 ? 'open' : 'out';
}
