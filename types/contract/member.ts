import type { Employment, EnterpriseId, Grant, Instant, MemberId, MemberStatus } from '../vocabulary';
import type { MemberRoleOperations } from './grant-invite';
import type { Op, Page } from './op';

export interface EnterpriseView {
  id: EnterpriseId;
  name: string;
}

/** What a person sees of themselves: `phone` is whole, since it is their own. */
export interface Me {
  status: MemberStatus;
  memberId?: MemberId;
  name?: string;
  phone?: string;
  enterprise?: EnterpriseView;
  employment?: Employment;
  joinedAt?: Instant;
  /** Why staff declined, in their words; only while `declined`. */
  reason?: string;
  grants: Grant[];
}

export interface Join {
  /** 1 to 30 characters. */
  name: string;
  /** The code that the platform's phone button gave; good once. */
  phoneCode: string;
  enterpriseId: EnterpriseId;
  employment: Employment;
  consent: { notice: string };
}

export interface UpdateMe {
  name?: string;
  employment?: Employment;
}

export interface MemberContract extends MemberRoleOperations {
  /** With the server's clock when it answered; a device learns its offset from it. */
  me: Op<Record<never, never>, Me & { now: Instant }>;
  enterprises: Op<{ text?: string; cursor?: string }, Page<EnterpriseView>>;
  /** Approved at once where the phone is on the enterprise's roster, else `pending`. */
  join: Op<
    Join,
    Me,
    {
      /** Already a member, or already waiting. */
      ALREADY: { status: MemberStatus };
      NOT_FOUND: { what: 'enterprise' };
      /** The code was used, too old, or not the platform's. */
      PHONE_CODE_REFUSED: Record<never, never>;
      /** The platform could not tell the number just now. */
      PHONE_UNAVAILABLE: Record<never, never>;
      /** Another member has this phone; staff decide what becomes of it. */
      PHONE_TAKEN: Record<never, never>;
      /** Consent named another version than the one in force. */
      NOTICE_OUTDATED: { current: string };
    }
  >;
  updateMe: Op<UpdateMe, Me, { NOT_MEMBER: { status: MemberStatus } }>;
  /**
   * Gives back the places still to come, then erases name, phone and identity; what was recorded under the memberId
   * stays.
   */
  leave: Op<{ confirm: true }, { left: true }, { NOT_MEMBER: { status: MemberStatus } }>;
}
