import { type AuditEntryRecord, auditEntry, lookId, roleEntry, widestRole } from '../../domain/audit/audit';
import type { AuditedOp, AuditSubject, PhonesShown } from '../../types/contract';
import type { MemberId, Role, Scope } from '../../types/vocabulary';
import { doerOf } from './caller';
import { insertOnce } from './documents';
import type { Call, WriteCall } from './operation';

/** What an operation is about to show staff of other people. */
export interface Shown {
  what: AuditedOp;
  /** The thing whose people they are, where there is one. */
  of?: AuditSubject;
  /** Whose names, phones or answers they are: some page of them. */
  members: readonly MemberId[];
  phones: PhonesShown;
}

/**
 * Notes a look at other people's data before they are shown; throws where that cannot be written, and then nobody sees them.
 * One call. The same look within ten minutes is noted once, and one that shows nobody is none.
 */
export async function audited(call: Call, { what, of, members, phones }: Shown): Promise<void> {
  const { caller, digest, now } = call;
  const persons = [...new Set(members)];
  if (persons.length === 0) return;
  const entry = auditEntry(lookId(caller.key, digest, now), 'look', {
    ...{ at: now, by: doerOf(caller), role: widestRole(caller.grants), what, phones, persons: persons.length },
    subjects: [...(of ? [of] : []), ...persons.map((id): AuditSubject => ({ kind: 'member', id }))],
  });
  await insertOnce('auditEntries', entry);
}

/**
 * That staff give, take or offer a role: an entry to be written with the change itself, which is made once a request. Another
 * change has another entry, also where somebody sends an id for the second time, to whatever they send it: no line is lost.
 */
export function roleNoted(
  what: AuditedOp,
  { role: given, scope }: { role: Role; scope: Scope },
  members: readonly MemberId[],
  { caller, now, request }: WriteCall,
): AuditEntryRecord {
  const doing = { at: now, by: doerOf(caller), role: widestRole(caller.grants), what };
  return roleEntry(`${caller.key} ${request.id} ${request.digest} ${now}`, { ...doing, given, scope, members });
}
