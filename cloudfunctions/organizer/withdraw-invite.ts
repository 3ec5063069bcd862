import * as v from 'valibot';
import type { GrantInviteRecord } from '../../domain/permission/grant-invite';
import type { Answer, OrganizerContract } from '../../types/contract';
import { roleNoted } from '../kit/audit';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { inTransaction } from '../kit/transaction';
import { GRANTERS, lacking } from './granters';

type WithdrawAnswer = Answer<OrganizerContract['withdrawInvite']>;

/**
 * Whoever may give the role withdraws invites to it, also those of others. One that is withdrawn stays so: saying it again
 * changes nothing.
 */
export const withdrawInvite = write<'organizer.withdrawInvite'>({
  policy: staff(...GRANTERS),
  schema: v.strictObject({ id }),
  run({ id: inviteId }, call) {
    return inTransaction(async (transaction): Promise<WithdrawAnswer> => {
      const invite = await transaction.get<GrantInviteRecord>('grantInvites', inviteId);
      if (!invite) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'invite' } };
      const missing = lacking(call.caller, invite.role);
      if (missing) return { ok: false, refusal: 'FORBIDDEN', detail: { needs: missing } };
      if (invite.state === 'open') {
        await transaction.change('grantInvites', inviteId, { state: 'withdrawn' });
        await transaction.put('auditEntries', roleNoted('organizer.withdrawInvite', invite, [], call));
      }
      return { ok: true, value: { id: inviteId, withdrawn: true } };
    });
  },
});
