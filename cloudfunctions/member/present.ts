import type { EnterpriseRecord, MemberRecord } from '../../domain/member/member';
import type { Me } from '../../types/contract/member';
import type { Grant } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';

/** What somebody without a member document sees of themselves. */
export function presentVisitor(caller: Caller): Me {
  return { status: 'visitor', grants: caller.grants };
}

/** What a member sees of themselves; the phone is whole, it is their own. */
export function presentMe(member: MemberRecord, enterprise: EnterpriseRecord | undefined, grants: Grant[]): Me {
  const { _id, status, name, phone, employment, joinedAt, reason } = member;
  return {
    status,
    memberId: _id,
    name,
    phone,
    employment,
    grants,
    ...(enterprise && { enterprise: { id: enterprise._id, name: enterprise.name } }),
    ...(joinedAt !== undefined && { joinedAt }),
    ...(status === 'declined' && reason !== undefined && { reason }),
  };
}
