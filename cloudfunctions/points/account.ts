import * as v from 'valibot';
import { audited } from '../kit/audit';
import { byId } from '../kit/documents';
import { cursor, id } from '../kit/fields';
import { loadAccount } from '../kit/ledger';
import { read } from '../kit/operation';
import { organizers } from './organizers';
import { entriesOfAccount } from './page';
import { presentBalance } from './present';

export const account = read<'points.account'>({
  policy: organizers,
  schema: v.strictObject({ memberId: id, cursor: v.exactOptional(cursor) }),
  async run({ memberId, cursor: from }, call) {
    const { now } = call;
    const [member, found] = await Promise.all([byId('members', memberId, { status: true }), loadAccount(memberId)]);
    if (!member) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'member' } };
    await audited(call, { what: 'points.account', members: [memberId], phones: 'none' });
    const entries = await entriesOfAccount(found, from === undefined ? {} : { cursor: from });
    return { ok: true, value: { balance: presentBalance(found, now), entries, now } };
  },
});
