import type { ChallengePlan, ManagedChallenge } from '../../types/contract';
import type { ChallengeId, Day, Instant, MemberId } from '../../types/vocabulary';
import { type AcceptedRequest, remember } from '../request/remembered';
import { dayOf } from '../time/shanghai';
import { CHALLENGE_V, type ChallengeRecord, endKeyOf, phaseOn } from './challenge-record';

/** Who does it, when, and by which command. */
export interface Organizing {
  by: MemberId | '';
  at: Instant;
  reason?: string;
  request: AcceptedRequest;
}

function changedBy(
  before: ChallengeRecord,
  part: Partial<Pick<ChallengeRecord, 'plan' | 'state'>>,
  { request, ...changed }: Organizing,
): ChallengeRecord {
  const next = { ...before, ...part, rev: before.rev + 1, changed };
  return { ...next, endKey: endKeyOf(next.plan, next._id), requests: remember(before.requests, request) };
}

export function drafted(_id: ChallengeId, plan: ChallengePlan, { request, ...changed }: Organizing): ChallengeRecord {
  const endKey = endKeyOf(plan, _id);
  return { _id, v: CHALLENGE_V, rev: 0, plan, state: 'draft', endKey, changed, requests: [request] };
}

export function edited(before: ChallengeRecord, plan: ChallengePlan, doing: Organizing): ChallengeRecord {
  return changedBy(before, { plan }, doing);
}

export function published(before: ChallengeRecord, doing: Organizing): ChallengeRecord {
  return changedBy(before, { state: 'published' }, doing);
}

/**
 * Its last day is today, or the one it had if that is over. One that has not begun has then no day at all, so nobody
 * can check in to it.
 */
export function closed(before: ChallengeRecord, doing: Organizing): ChallengeRecord {
  const today = dayOf(doing.at);
  const endsOn = before.plan.endsOn < today ? before.plan.endsOn : today;
  return changedBy(before, { plan: { ...before.plan, endsOn }, state: 'closed' }, doing);
}

export function managedOf(challenge: ChallengeRecord, readers: number, today: Day): ManagedChallenge {
  const { _id, plan, state } = challenge;
  return { id: _id, plan, state, phase: phaseOn(challenge, today), readers };
}
