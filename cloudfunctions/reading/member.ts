import type { MemberId } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';

/** Of a member of the union; whoever waits for staff to decide is none yet. */
export function memberIdOf({ status, memberId }: Caller): MemberId | undefined {
  return status === 'active' ? memberId : undefined;
}

export const notMember = { ok: false, refusal: 'NOT_MEMBER', detail: {} } as const;
