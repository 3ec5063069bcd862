import * as v from 'valibot';
import type { MemberRecord } from '../../domain/member/member';
import { withoutGrant } from '../../domain/permission/grants';
import { recall, remember } from '../../domain/request/remembered';
import type { Answer, OrganizerContract } from '../../types/contract';
import { ROLES } from '../../types/vocabulary';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { inTransaction } from '../kit/transaction';
import { putMember } from './member-and-caller';
import { scope } from './scope';

export const revoke = write<'organizer.revoke'>({
  policy: staff('admin'),
  schema: v.strictObject({ memberId: id, role: v.picklist(ROLES), scope }),
  run({ memberId, role, scope: of }, { request }) {
    return inTransaction(async (transaction): Promise<Answer<OrganizerContract['revoke']>> => {
      const member = await transaction.get<MemberRecord>('members', memberId);
      if (!member) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'member' } };
      const known = recall(member.requests, request);
      if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
      if (known === 'same') return { ok: true, value: { memberId, grants: member.grants } };
      const grants = withoutGrant(member.grants, role, of);
      if (grants.length === member.grants.length) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'grant' } };
      await putMember(transaction, { ...member, grants, requests: remember(member.requests, request) });
      return { ok: true, value: { memberId, grants } };
    });
  },
});
