import type { ChallengePlan, ChallengeState } from '../../types/contract';
import type { ChallengeId, Instant, MemberId } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';

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
