import * as v from 'valibot';
import { decidePending } from '../../domain/member/decide';
import type { MemberRecord } from '../../domain/member/member';
import { holdsFor } from '../../domain/permission/grants';
import type { Answer, OrganizerContract } from '../../types/contract';
import type { Role } from '../../types/vocabulary';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { inTransaction } from '../kit/transaction';
import { putMember } from './member-and-caller';

const DECIDERS: Role[] = ['admin', 'organizer', 'unit-officer'];

export const decideMember = write<'organizer.decideMember'>({
  policy: staff(...DECIDERS),
  schema: v.strictObject({
    memberId: id,
    decision: v.picklist(['approve', 'decline']),
    reason: v.exactOptional(text(1, 200)),
  }),
  run(input, { caller, request, now }) {
    return inTransaction(async (transaction): Promise<Answer<OrganizerContract['decideMember']>> => {
      const member = await transaction.get<MemberRecord>('members', input.memberId);
      if (!member) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'member' } };
      if (!holdsFor(caller.grants, DECIDERS, { kind: 'enterprise', id: member.enterpriseId }, now)) {
        return { ok: false, refusal: 'FORBIDDEN', detail: { needs: DECIDERS } };
      }
      const decision = decidePending(member, input, request, now);
      if (decision.kind === 'refuse') {
        if (decision.refusal === 'ALREADY') return { ok: false, refusal: 'ALREADY', detail: { status: member.status } };
        return { ok: false, refusal: decision.refusal, detail: {} };
      }
      const decided = decision.kind === 'decided' ? decision.member : member;
      if (decision.kind === 'decided') await putMember(transaction, decided);
      return { ok: true, value: { memberId: decided._id, status: decided.status } };
    });
  },
});
