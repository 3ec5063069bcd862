import type { DecideMember } from '../../types/contract/organizer';
import type { Instant } from '../../types/vocabulary';
import type { MemberRecord } from './member';

export type MemberDecision = { member: MemberRecord } | { refusal: 'ALREADY' | 'REASON_NEEDED' };

/** Staff decide on somebody who waits; declining needs a reason, since the person reads it. */
export function decidePending(
  member: MemberRecord,
  input: Pick<DecideMember, 'decision' | 'reason'>,
  now: Instant,
): MemberDecision {
  if (member.status !== 'pending') return { refusal: 'ALREADY' };
  if (input.decision === 'approve') return { member: { ...member, status: 'active', joinedAt: now } };
  if (!input.reason) return { refusal: 'REASON_NEEDED' };
  return { member: { ...member, status: 'declined', reason: input.reason } };
}
