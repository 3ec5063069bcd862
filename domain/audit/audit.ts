import type { AuditedOp, AuditKind, AuditSubject, PhonesShown } from '../../types/contract';
import { type Grant, type Instant, type MemberId, ROLES, type Role, type Scope } from '../../types/vocabulary';
import { digestOfText } from '../id/base32';
import { maskedText } from '../member/phone';
import { timeKey } from '../time/shanghai';

export const AUDIT_V = 1;

/** The same look within this time is one look, milliseconds. */
export const LOOK_MS = 10 * 60_000;

/** Of a subject, as it is found by an index: `activity:music`. */
export type SubjectKey = string;

/**
 * That staff saw or took away other people's data, or that somebody got or lost a role: who, what, of whom, how many.
 * Members stand here by their id alone, and nothing that was seen does. Written once and never changed.
 */
export interface AuditEntryRecord {
  _id: string;
  v: typeof AUDIT_V;
  kind: AuditKind;
  at: Instant;
  /** Instant and id: sorts all, and a page can go on from it. */
  key: string;
  /** Empty for the first admin, who need be no member. */
  by: MemberId | '';
  role: Role;
  what: AuditedOp;
  subjects: SubjectKey[];
  /** People whose data were seen; of an export its rows. */
  persons?: number;
  phones: PhonesShown;
  reason?: string;
  /** The role that was given or taken, or to which somebody invites. */
  given?: Role;
}

export function subjectKey({ kind, id }: AuditSubject): SubjectKey {
  return `${kind}:${id}`;
}

export function subjectFrom(key: SubjectKey): AuditSubject {
  const colon = key.indexOf(':');
  // What `subjectKey` wrote.
  return { kind: key.slice(0, colon) as AuditSubject['kind'], id: key.slice(colon + 1) };
}

/** The widest role that somebody has: what lets them see other people's data. A member without one is none of the staff. */
export function widestRole(grants: readonly Grant[]): Role {
  return ROLES.find((role) => grants.some((grant) => grant.role === role)) ?? 'merchant';
}

export type Audited = Pick<
  AuditEntryRecord,
  'at' | 'by' | 'role' | 'what' | 'persons' | 'phones' | 'reason' | 'given'
> & {
  subjects: readonly AuditSubject[];
};

export function auditEntry(_id: string, kind: AuditKind, audited: Audited): AuditEntryRecord {
  const { at, by, role, what, subjects, persons, phones, reason, given } = audited;
  return {
    ...{ _id, v: AUDIT_V, kind, at, key: timeKey(at, _id), by, role, what },
    subjects: [...new Set(subjects.map(subjectKey))],
    ...(persons !== undefined && { persons }),
    phones,
    ...(reason !== undefined && { reason: maskedText(reason) }),
    ...(given !== undefined && { given }),
  };
}

/**
 * One id for the same look of the same person within ten minutes by the clock, so that repeating it writes nothing new.
 * `digest` is of the operation and its input, under the deployment's key: what somebody searched for cannot be guessed from it.
 */
export function lookId(callerKey: string, digest: string, at: Instant): string {
  return digestOfText(`${callerKey} ${digest} ${Math.floor(at / LOOK_MS)}`);
}

/** What a role is for, as a subject; one for everything is for nothing by itself. */
function scopeSubjects(scope: Scope): AuditSubject[] {
  return scope.kind === 'all' ? [] : [{ kind: scope.kind, id: scope.id }];
}

export type RoleChange = Pick<AuditEntryRecord, 'at' | 'by' | 'role' | 'what'> & {
  given: Role;
  scope: Scope;
  /** Whose role it is, or became. */
  members: readonly MemberId[];
};

/** That somebody gave, took, offered or accepted a role. `of` names the very change, so that noted twice it is one entry. */
export function roleEntry(of: string, { given, scope, members, ...doing }: RoleChange): AuditEntryRecord {
  return auditEntry(digestOfText(`role ${of}`), 'role', {
    ...{ ...doing, given, phones: 'none' },
    subjects: [...scopeSubjects(scope), ...members.map((id): AuditSubject => ({ kind: 'member', id }))],
  });
}
