import * as v from 'valibot';
import { decidePending } from '../../domain/member/decide';
import { holdsFor } from '../../domain/permission/grants';
import type { OrganizerContract, RefusalsOf, Refused } from '../../types/contract';
import type { Role } from '../../types/vocabulary';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { changeMember } from './change-member';

type Refusal = Refused<RefusalsOf<OrganizerContract['decideMember']>>;

const DECIDERS: Role[] = ['admin', 'organizer', 'unit-officer'];

export const decideMember = write<'organizer.decideMember'>({
  policy: staff(...DECIDERS),
  schema: v.strictObject({
    memberId: id,
    decision: v.picklist(['approve', 'decline']),
    reason: v.exactOptional(text(1, 200)),
  }),
  run(input, { caller, request, now }) {
    return changeMember({
      memberId: input.memberId,
      request,
      allow: ({ enterpriseId }): Refusal | undefined =>
        holdsFor(caller.grants, DECIDERS, { kind: 'enterprise', id: enterpriseId }, now)
          ? undefined
          : { ok: false, refusal: 'FORBIDDEN', detail: { needs: DECIDERS } },
      decide(member): { member: typeof member } | { refused: Refusal } {
        const decision = decidePending(member, input, now);
        if ('member' in decision) return decision;
        if (decision.refusal === 'REASON_NEEDED')
          return { refused: { ok: false, refusal: 'REASON_NEEDED', detail: {} } };
        return { refused: { ok: false, refusal: 'ALREADY', detail: { status: member.status } } };
      },
      present: ({ _id, status }) => ({ memberId: _id, status }),
    });
  },
});
