import * as v from 'valibot';
import { cursor, month } from '../kit/fields';
import { loadAccount } from '../kit/ledger';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { entriesOfAccount } from './page';

export const entries = read<'points.entries'>({
  policy: anyone,
  schema: v.strictObject({ month: v.exactOptional(month), cursor: v.exactOptional(cursor) }),
  async run(input, { caller: { memberId }, now }) {
    if (memberId === undefined) return { ok: false, refusal: 'NOT_MEMBER', detail: {} };
    return { ok: true, value: { ...(await entriesOfAccount(await loadAccount(memberId), input)), now } };
  },
});
