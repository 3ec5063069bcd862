import * as v from 'valibot';
import type { MemberRecord } from '../../domain/member/member';
import { SCOPES_OF, withGrant } from '../../domain/permission/grants';
import { recall, remember } from '../../domain/request/remembered';
import type { Answer, OrganizerContract } from '../../types/contract';
import { type Grant, ROLES } from '../../types/vocabulary';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { inTransaction } from '../kit/transaction';
import { putMember } from './member-and-caller';
import { scope } from './scope';

/** Gives a member a role for a scope; given again, its end changes. */
export const grant = write<'organizer.grant'>({
  policy: staff('admin'),
  schema: v.strictObject({
    memberId: id,
    role: v.picklist(ROLES),
    scope,
    until: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  }),
  async run({ memberId, ...given }, { request, now }) {
    const fits = SCOPES_OF[given.role];
    if (!fits.includes(given.scope.kind)) {
      return { ok: false, refusal: 'SCOPE_UNFIT', detail: { role: given.role, fits: [...fits] } };
    }
    return inTransaction(async (transaction): Promise<Answer<OrganizerContract['grant']>> => {
      const member = await transaction.get<MemberRecord>('members', memberId);
      if (!member) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'member' } };
      const known = recall(member.requests, request);
      if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
      if (known === 'same') return { ok: true, value: { memberId, grants: member.grants } };
      if (given.until !== undefined && given.until <= now)
        return { ok: false, refusal: 'UNTIL_PASSED', detail: { now } };
      const granted: Grant = given;
      const changed = {
        ...member,
        grants: withGrant(member.grants, granted),
        requests: remember(member.requests, request),
      };
      await putMember(transaction, changed);
      return { ok: true, value: { memberId, grants: changed.grants } };
    });
  },
});
