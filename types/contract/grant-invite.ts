import type { EnterpriseId, Instant, MemberId, Role, Scope } from '../vocabulary';
import type { Op, Page } from './op';

/** What a role is for, by name; a role for everything has none. `league`: the activity is a league. */
export type NamedScope = Scope & { name: string; league?: true };

/** Why nobody can accept an invite; `yours-ended`: they did before, and staff have taken the role back since. */
export type InviteShut = 'used-up' | 'withdrawn' | 'expired' | 'over' | 'maker-gone' | 'yours-ended';

/** An invite as those see it who may give the role. */
export interface GrantInvite {
  id: string;
  /** What the link has; whoever knows it may accept. */
  code: string;
  role: Role;
  scope: NamedScope;
  /** The last instant of the role that it gives; absent: until it is taken back. */
  until?: Instant;
  expiresAt: Instant;
  uses: number;
  /** Who made it; empty for the first admin, who need be no member. */
  by: string;
  accepted: { memberId: MemberId; name: string; at: Instant }[];
  shut?: InviteShut;
}

/** An invite as somebody sees it who has its link. */
export interface GrantOffer {
  /** Who invites; empty for the first admin. */
  by: string;
  role: Role;
  scope: NamedScope;
  until?: Instant;
  expiresAt: Instant;
  shut?: InviteShut;
  /** The caller has this role already, and for as long as the invite would give it. */
  held?: true;
  /** Only members of that enterprise can accept, and the caller is of another. */
  otherEnterprise?: true;
  now: Instant;
}

/** Somebody who has a role now. */
export interface RoleHolder {
  memberId: MemberId;
  name: string;
  /** Masked. */
  phone: string;
  enterprise: { id: EnterpriseId; name: string };
  scope: NamedScope;
  until?: Instant;
}

export interface OrganizerRoleOperations {
  /**
   * A link by which members take a role for themselves. Whoever may give the role may invite to it; admins and organizers
   * are never made by a link. It lasts seven days at most, and never beyond the role or the activity.
   */
  inviteGrant: Op<
    { role: Role; scope: Scope; until?: Instant; uses: number },
    { id: string; code: string; until?: Instant; expiresAt: Instant; uses: number },
    {
      NOT_BY_LINK: { role: Role };
      SCOPE_UNFIT: { role: Role; fits: Scope['kind'][] };
      TOO_MANY_USES: { most: number };
      UNTIL_PASSED: { now: Instant };
      NOT_FOUND: { what: 'activity' | 'enterprise' | 'shop' };
      /** The activity is over or cancelled: nobody can help there any more. */
      NOTHING_TO_DO: Record<never, never>;
    }
  >;
  /** Nobody accepts it any more; who did keeps the role. */
  withdrawInvite: Op<{ id: string }, { id: string; withdrawn: true }, { NOT_FOUND: { what: 'invite' } }>;
  /** Those that are neither withdrawn nor past, soonest end first; of one thing, or of all. */
  grantInvites: Op<{ scope?: Scope; cursor?: string }, Page<GrantInvite> & { now: Instant }>;
  /** Who has a role now: those whose roles end first come first. */
  roleHolders: Op<{ role: Role; cursor?: string }, Page<RoleHolder> & { now: Instant }>;
}

export interface MemberRoleOperations {
  /** What the link of an invite offers; visitors see it too. */
  grantOffer: Op<{ code: string }, GrantOffer, { NOT_FOUND: { what: 'invite' } }>;
  /** Somebody who has the role for as long already changes nothing and uses nothing. */
  acceptGrant: Op<
    { code: string },
    { role: Role; scope: Scope; until?: Instant },
    {
      NOT_FOUND: { what: 'invite' };
      NOT_MEMBER: { status: 'visitor' | 'pending' | 'declined' };
      INVITE_SHUT: { why: InviteShut };
      OTHER_ENTERPRISE: { enterpriseName: string };
    }
  >;
}
