import { type CallerRecord, callerOf, type MemberRecord } from '../../domain/member/member';
import type { Transaction } from '../kit/transaction';

/**
 * Writes a changed member and the caller document that goes with it. Both in one transaction, so that no operation
 * ever sees grants or a status that the other document does not have.
 */
export async function putMember(transaction: Transaction, member: MemberRecord): Promise<void> {
  const caller = await transaction.get<CallerRecord>('callers', member.callerKey);
  await transaction.put('members', member);
  await transaction.put('callers', callerOf(member, caller?.requests ?? []));
}
