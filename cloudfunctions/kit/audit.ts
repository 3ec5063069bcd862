import { auditEntry, lookId, widestRole } from '../../domain/audit/audit';
import type { AuditedOp, AuditSubject, PhonesShown } from '../../types/contract';
import type { MemberId } from '../../types/vocabulary';
import { doerOf } from './caller';
import { insertOnce } from './documents';
import type { Call } from './operation';

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
