import type { SignUpPhase } from '../../types/contract/activity';
import type { Instant } from '../../types/vocabulary';

/** What the phase depends on; `left` counts the places over all sessions. */
export interface PhaseFacts {
  cancelled: boolean;
  /** How to sign up is not announced yet. */
  preview: boolean;
  opensAt: Instant;
  closesAt: Instant;
  endsAt: Instant;
  left: number;
}

/** Where an activity stands now. Over is over, whatever else is true; full is said only while it could still change. */
export function phaseOf(facts: PhaseFacts, now: Instant): SignUpPhase {
  if (facts.cancelled) return 'cancelled';
  if (now >= facts.endsAt) return 'ended';
  if (facts.preview) return 'preview';
  if (now < facts.opensAt) return 'soon';
  if (now >= facts.closesAt) return 'closed';
  return facts.left > 0 ? 'open' : 'full';
}
