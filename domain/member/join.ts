import type { Join } from '../../types/contract/member';
import type { Instant, MemberId } from '../../types/vocabulary';
import { timeKey } from '../time/shanghai';
import { MEMBER_V, type MemberRecord } from './member';
import { searchFields } from './search';

/** What the server knows of somebody who joins, beside what they said. */
export interface Joining {
  memberId: MemberId;
  callerKey: string;
  openid: string;
  phone: string;
  phoneKey: string;
  /** The phone stands on the roster of the enterprise that they named. */
  onRoster: boolean;
  now: Instant;
}

/** A new member: approved at once by the roster, else waiting for staff. */
export function memberJoining(input: Join, facts: Joining): MemberRecord {
  const { memberId, callerKey, openid, phone, phoneKey, onRoster, now } = facts;
  return {
    _id: memberId,
    v: MEMBER_V,
    callerKey,
    openid,
    name: input.name,
    phone,
    phoneKey,
    ...searchFields({ name: input.name, phone }),
    enterpriseId: input.enterpriseId,
    employment: input.employment,
    status: onRoster ? 'active' : 'pending',
    askedAt: now,
    askedKey: timeKey(now, memberId),
    ...(onRoster && { joinedAt: now }),
    consent: { notice: input.consent.notice, at: now },
    grants: [],
    requests: [],
  };
}
