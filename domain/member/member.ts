import type { Employment, EnterpriseId, Grant, Instant, MemberId } from '../../types/vocabulary';
import type { Consents } from '../message/consent';
import { type HeldKeys, heldKeys } from '../permission/held';
import type { AcceptedRequest } from '../request/remembered';
import type { SearchFields } from './search';

/** The shape of member and caller documents. */
export const MEMBER_V = 1;

/**
 * The only document that knows who a member is: name, phone and account live here alone, so that leaving the union
 * is the removal of this one document.
 */
export interface MemberRecord extends SearchFields {
  _id: MemberId;
  v: typeof MEMBER_V;
  /** Key of the caller document of the account. */
  callerKey: string;
  openid: string;
  name: string;
  /** Whole; shown to its owner, masked to everybody else. */
  phone: string;
  /** Unique: one member a phone. */
  phoneKey: string;
  enterpriseId: EnterpriseId;
  employment: Employment;
  status: 'pending' | 'active' | 'declined';
  /** Sorts those who wait, oldest first. */
  askedKey: string;
  askedAt: Instant;
  joinedAt?: Instant;
  /** Why staff declined. */
  reason?: string;
  consent: { notice: string; at: Instant };
  grants: Grant[];
  /** Absent where there was never a grant. */
  held?: HeldKeys;
  /** Messages outside the app that may still go to them; each is used up by one. */
  consents?: Consents;
  /** Staff's decisions and grants that this document took part in, and the member's own consents. */
  requests: AcceptedRequest[];
}

/**
 * What every operation needs to know of who calls, in one read. Rewritten with the member document whenever
 * membership or grants change. A caller that left keeps the document without a member, so that `leave` sent again is
 * known.
 */
export interface CallerRecord {
  _id: string;
  v: typeof MEMBER_V;
  memberId?: MemberId;
  status: 'visitor' | 'pending' | 'active' | 'declined';
  enterpriseId?: EnterpriseId;
  employment?: Employment;
  grants: Grant[];
  /** The caller's own accepted commands about their membership. */
  requests: AcceptedRequest[];
  /** Messages up to then were looked at; never goes back. */
  seenUpTo?: Instant;
  /** Words of theirs were last found then to wait for them to be here. */
  awaited?: Instant;
}

export interface EnterpriseRecord {
  _id: EnterpriseId;
  v: 1;
  name: string;
  /** `name` and id: unique, so that a page can go on from it. */
  nameKey: string;
  grams: string[];
}

/**
 * The caller document that goes with a member document. What the former one knows and membership does not decide, such
 * as which messages were seen, is taken over from it.
 */
export function callerOf(
  member: MemberRecord,
  requests: AcceptedRequest[],
  former: Pick<CallerRecord, 'seenUpTo' | 'awaited'> = {},
): CallerRecord {
  const { seenUpTo, awaited } = former;
  return {
    _id: member.callerKey,
    v: MEMBER_V,
    memberId: member._id,
    status: member.status,
    enterpriseId: member.enterpriseId,
    employment: member.employment,
    grants: member.grants,
    requests,
    ...(seenUpTo !== undefined && { seenUpTo }),
    ...(awaited !== undefined && { awaited }),
  };
}

/** The member with other grants, and with what follows from them. */
export function withGrants(member: MemberRecord, grants: Grant[]): MemberRecord {
  return { ...member, grants, held: heldKeys(member._id, grants) };
}
