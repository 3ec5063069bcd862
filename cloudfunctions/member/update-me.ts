import * as v from 'valibot';
import { type CallerRecord, callerOf, type EnterpriseRecord, type MemberRecord } from '../../domain/member/member';
import { searchFields } from '../../domain/member/search';
import { recall, remember } from '../../domain/request/remembered';
import { EMPLOYMENTS } from '../../types/vocabulary';
import { byId } from '../kit/documents';
import { text } from '../kit/fields';
import { renamePlayer } from '../kit/forget-player';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { boardsLookAgain } from '../kit/renamed-reader';
import { inTransaction } from '../kit/transaction';
import { meOf } from './me';
import { presentMe } from './present';

/** Name and employment are the member's own to change; phone, account and enterprise are for staff. */
export const updateMe = write<'member.updateMe'>({
  policy: anyone,
  schema: v.pipe(
    v.strictObject({ name: v.exactOptional(text(1, 30)), employment: v.exactOptional(v.picklist(EMPLOYMENTS)) }),
    v.check((input) => input.name !== undefined || input.employment !== undefined, 'changes nothing'),
  ),
  async run(input, { caller, request, now }) {
    const known = recall(caller.requests, request);
    if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    if (known === 'same') return { ok: true, value: await meOf(caller) };
    const { memberId } = caller;
    if (memberId === undefined) return { ok: false, refusal: 'NOT_MEMBER', detail: { status: caller.status } };
    if (input.name !== undefined) await boardsLookAgain(memberId, now);
    // Before and after: dying in between leaves a new name that is sent again, and of two at once the stored one stands.
    if (input.name !== undefined) await renamePlayer(memberId, input.name, now);
    const member = await inTransaction(async (transaction) => {
      const current = await transaction.get<MemberRecord>('members', memberId);
      const record = await transaction.get<CallerRecord>('callers', caller.key);
      if (!current || !record) return undefined;
      // A copy of this request may have got through since the caller was read; over a later change it must not win.
      if (recall(record.requests, request) !== 'new') return current;
      const renamed = { ...current, ...input };
      const changed: MemberRecord = { ...renamed, ...searchFields(renamed) };
      await transaction.put('members', changed);
      await transaction.put('callers', callerOf(changed, remember(record.requests, request), record));
      return changed;
    });
    if (!member) return { ok: false, refusal: 'NOT_MEMBER', detail: { status: 'visitor' } };
    if (input.name !== undefined) await renamePlayer(memberId, member.name, now);
    const enterprise = await byId<EnterpriseRecord>('enterprises', member.enterpriseId);
    return { ok: true, value: presentMe(member, enterprise, caller.grants) };
  },
});
