import type { DecideMember } from '../../types/contract/organizer';
import type { Instant } from '../../types/vocabulary';
import { type AcceptedRequest, recall, remember } from '../request/remembered';
import type { MemberRecord } from './member';

export type MemberDecision =
  | { kind: 'decided'; member: MemberRecord }
  /** This very request decided it before. */
  | { kind: 'same' }
  | { kind: 'refuse'; refusal: 'ALREADY' | 'REASON_NEEDED' | 'REQUEST_REUSED' };

/** Staff decide on somebody who waits; declining needs a reason, since the person reads it. */
export function decidePending(
  member: MemberRecord,
  input: DecideMember,
  request: AcceptedRequest,
  now: Instant,
): MemberDecision {
  const known = recall(member.requests, request);
  if (known === 'reused') return { kind: 'refuse', refusal: 'REQUEST_REUSED' };
  if (known === 'same') return { kind: 'same' };
  if (member.status !== 'pending') return { kind: 'refuse', refusal: 'ALREADY' };
  const requests = remember(member.requests, request);
  if (input.decision === 'approve')
    return { kind: 'decided', member: { ...member, status: 'active', joinedAt: now, requests } };
  if (!input.reason) return { kind: 'refuse', refusal: 'REASON_NEEDED' };
  return { kind: 'decided', member: { ...member, status: 'declined', reason: input.reason, requests } };
}
