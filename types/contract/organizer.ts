import type { Employment, EnterpriseId, Grant, Instant, MemberId, MemberStatus, Role, Scope } from '../vocabulary';
import type { OrganizerRoleOperations } from './grant-invite';
import type { EnterpriseView } from './member';
import type { Op, Page } from './op';
import type { OrganizerActivityOperations } from './organizer-activity';
import type { OrganizerAnnounceOperations } from './organizer-announce';
import type { OrganizerLiveOperations } from './organizer-live';

/** Somebody who asks to join, as staff see them: the phone is masked. */
export interface PendingMember {
  memberId: MemberId;
  name: string;
  phone: string;
  enterprise: EnterpriseView;
  employment: Employment;
  askedAt: Instant;
}

export interface DecideMember {
  memberId: MemberId;
  decision: 'approve' | 'decline';
  /** Needed to decline; the person sees it. */
  reason?: string;
}

export interface GrantRole {
  memberId: MemberId;
  role: Role;
  scope: Scope;
  until?: Instant;
}

export interface OrganizerContract
  extends OrganizerActivityOperations,
    OrganizerAnnounceOperations,
    OrganizerLiveOperations,
    OrganizerRoleOperations {
  /** Staff see all enterprises; a unit officer their own alone. Oldest first. */
  pendingMembers: Op<{ enterpriseId?: EnterpriseId; cursor?: string }, Page<PendingMember>>;
  decideMember: Op<
    DecideMember,
    { memberId: MemberId; status: MemberStatus },
    { NOT_FOUND: { what: 'member' }; ALREADY: { status: MemberStatus }; REASON_NEEDED: Record<never, never> }
  >;
  /** An admin gives any role; an organizer those who help: volunteer, referee and merchant. */
  grant: Op<
    GrantRole,
    { memberId: MemberId; grants: Grant[] },
    {
      NOT_FOUND: { what: 'member' };
      SCOPE_UNFIT: { role: Role; fits: Scope['kind'][] };
      UNTIL_PASSED: { now: Instant };
    }
  >;
  revoke: Op<
    { memberId: MemberId; role: Role; scope: Scope },
    { memberId: MemberId; grants: Grant[] },
    { NOT_FOUND: { what: 'member' | 'grant' } }
  >;
}
