import type { ActivityId, Day, EnterpriseId, Instant, MemberId, Role } from '../vocabulary';
import type { Op, Page } from './op';

/**
 * What is written into a file. `registrations`: who stands on an activity's list; `attendance`: who was there;
 * `participation`: who was anywhere, in a year or a month of it; `points`: what moved points; `year`: the year's report.
 * None of them says who did not take part.
 */
export type ExportOf =
  | { kind: 'registrations' | 'attendance'; activityId: ActivityId }
  | { kind: 'participation'; year: number; month?: number; enterpriseId?: EnterpriseId }
  | { kind: 'points'; year: number; month?: number }
  | { kind: 'year'; year: number; enterpriseId?: EnterpriseId };

/** `running` has begun; `expired` was ready and is gone. */
export const EXPORT_STATES = ['queued', 'running', 'ready', 'failed', 'cancelled', 'expired'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

export type PhonesShown = 'masked' | 'full' | 'none';

/** One export, as whoever asked for it follows it. */
export interface ExportView {
  id: string;
  of: ExportOf;
  /** The activity, or the enterprise whose rows they are; empty for the whole union. */
  title: string;
  phones: PhonesShown;
  reason?: string;
  state: ExportState;
  /** Rows written so far, and about how many there will be. */
  rows: number;
  about: number;
  askedAt: Instant;
  /** Once ready: until when it can be fetched, and how large it is. */
  expiresAt?: Instant;
  bytes?: number;
  /** Why it failed. */
  why?: 'too-many' | 'gone' | 'broken';
}

/** What staff saw or took away of other people's data; nothing of those data stands in it. */
export const AUDIT_KINDS = ['look', 'export', 'role'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** Operations by which staff see or take away other people's data, and those by which somebody gets or loses a role. */
export type AuditedOp =
  | `organizer.${'registrations' | 'findMembers' | 'pendingMembers' | 'log' | 'grantInvites' | 'roleHolders'}`
  | `organizer.${'grant' | 'revoke' | 'inviteGrant' | 'withdrawInvite'}`
  | 'member.acceptGrant'
  // Each of these may ask whether those may be touched whom it names.
  | `organizer.${'editActivity' | 'publishActivity' | 'closeSignUp' | 'extendSignUp' | 'cancelActivity' | 'moveSession' | 'setCapacity'}`
  | `import.${'checkRoster' | 'checkAttendance'}`
  | `benefit.${'listed' | 'redemptions'}`
  | `points.${'account' | 'adjustments'}`
  | `export.${'start' | 'link' | 'audits'}`
  | 'checkin.find';

export const SUBJECT_KINDS = ['activity', 'enterprise', 'member', 'benefit', 'shop', 'year', 'export'] as const;

export interface AuditSubject {
  kind: (typeof SUBJECT_KINDS)[number];
  id: string;
}

export interface AuditEntryView {
  id: string;
  at: Instant;
  kind: AuditKind;
  by: MemberId;
  /** Empty for the first admin, who need be no member. */
  byName: string;
  role: Role;
  what: AuditedOp;
  /** What was looked at, by name as far as it has one now. Of people only where it was one. */
  subjects: (AuditSubject & { name: string })[];
  /** People whose data were seen; absent where that was not known yet. */
  persons?: number;
  phones: PhonesShown;
  reason?: string;
  /** The role that was given or taken, or to which somebody invites. */
  given?: Role;
}

interface NoExport {
  NOT_FOUND: { what: 'export' };
}

export interface ExportContract {
  /**
   * Written in the background; `get` says how far it is. Full phones want an admin or organizer and a reason of four characters.
   * One at a time for each who asks.
   */
  start: Op<
    { of: ExportOf; phones?: 'full'; reason?: string },
    { exportId: string },
    {
      NOT_FOUND: { what: 'activity' | 'enterprise' };
      PURPOSE_NEEDED: { least: number };
      TOO_MANY_ROWS: { rows: number; most: number };
      /** One of the caller's own is under way. */
      ONE_AT_A_TIME: { exportId: string };
    }
  >;
  /** The caller's own, newest first. */
  list: Op<{ cursor?: string }, Page<ExportView> & { now: Instant }>;
  get: Op<{ exportId: string }, ExportView & { now: Instant }, NoExport>;
  /** Where the file can be fetched for some minutes: made anew whenever it is asked for, and stored nowhere. */
  link: Op<
    { exportId: string },
    { url: string; fileName: string; until: Instant },
    NoExport & { NOT_READY: { state: ExportState }; EXPIRED: { expiredAt: Instant } }
  >;
  cancel: Op<{ exportId: string }, { exportId: string }, NoExport & { NOT_UNDER_WAY: { state: ExportState } }>;
  /** For admins, latest first. Days are Shanghai's, both included. */
  audits: Op<
    { by?: MemberId; kind?: AuditKind; subject?: AuditSubject; from?: Day; upTo?: Day; cursor?: string },
    Page<AuditEntryView> & { now: Instant }
  >;
}
