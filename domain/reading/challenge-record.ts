import type { ChallengePhase, ChallengePlan, ChallengeState } from '../../types/contract';
import type { ChallengeId, Day, Instant, MemberId } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';
import type { ChallengeTerms } from './challenge';

export const CHALLENGE_V = 1;

/** What an organizer decided, as it is stored; every change is one conditional update by `rev`. */
export interface ChallengeRecord {
  _id: ChallengeId;
  v: typeof CHALLENGE_V;
  rev: number;
  plan: ChallengePlan;
  state: ChallengeState;
  /** Its last day and id: what runs is found by it, what ends first at the top. */
  endKey: string;
  /** Who changed it last, when, and why where a reason was asked. */
  changed: { by: MemberId; at: Instant; reason?: string };
  requests: AcceptedRequest[];
}

export function endKeyOf({ endsOn }: Pick<ChallengePlan, 'endsOn'>, id: ChallengeId): string {
  return `${endsOn}_${id}`;
}

/** What days, streaks and cards go by. */
export function termsOf({ _id, plan: { startsOn, endsOn, rule, books } }: ChallengeRecord): ChallengeTerms {
  return { id: _id, startsOn, endsOn, rule, ...(books && { books }) };
}

export function phaseOn({ state, plan }: Pick<ChallengeRecord, 'state' | 'plan'>, today: Day): ChallengePhase {
  if (state === 'closed') return 'closed';
  if (today < plan.startsOn) return 'soon';
  return today > plan.endsOn ? 'over' : 'running';
}
