import type { AuditEntryRecord } from '../../domain/audit/audit';
import { type CallerRecord, callerOf, type MemberRecord } from '../../domain/member/member';
import { type AcceptedRequest, recall, remember } from '../../domain/request/remembered';
import type { Accepted, CommonRefusals, Refused } from '../../types/contract';
import type { MemberId } from '../../types/vocabulary';
import { inTransaction } from '../kit/transaction';

/** What every change of a member may refuse, whatever it changes. */
type Unchangeable = Refused<{ NOT_FOUND: { what: 'member' } } & Pick<CommonRefusals, 'REQUEST_REUSED'>>;

/** What to do about one member, and what to say of them when it is done, or was done before. */
export interface Change<V, R> {
  memberId: MemberId;
  request: AcceptedRequest;
  /** The member as they should be, or a refusal; not asked where the request was accepted before. */
  decide(member: MemberRecord): { member: MemberRecord } | { refused: R };
  /** Whether the caller may at all; asked first, so that a replay tells a stranger nothing. */
  allow?(member: MemberRecord): R | undefined;
  present(member: MemberRecord): V;
  /** Written with the change: that it was made. */
  noted?: AuditEntryRecord;
}

/**
 * Changes a member and the caller document that goes with them, both in one transaction, so that no operation ever
 * sees a status or grants that the other document does not have. The accepted request is left in the member document.
 */
export function changeMember<V, R extends { ok: false }>(
  change: Change<V, R>,
): Promise<Accepted<V> | R | Unchangeable> {
  const { memberId, request } = change;
  return inTransaction(async (transaction): Promise<Accepted<V> | R | Unchangeable> => {
    const member = await transaction.get<MemberRecord>('members', memberId);
    if (!member) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'member' } };
    const forbidden = change.allow?.(member);
    if (forbidden) return forbidden;
    const known = recall(member.requests, request);
    if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    if (known === 'same') return { ok: true, value: change.present(member) };
    const decided = change.decide(member);
    if ('refused' in decided) return decided.refused;
    const changed = { ...decided.member, requests: remember(member.requests, request) };
    const caller = await transaction.get<CallerRecord>('callers', changed.callerKey);
    await transaction.put('members', changed);
    await transaction.put('callers', callerOf(changed, caller?.requests ?? [], caller));
    if (change.noted) await transaction.put('auditEntries', change.noted);
    return { ok: true, value: change.present(changed) };
  });
}
