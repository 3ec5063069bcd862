import * as v from 'valibot';
import { loadAccount } from '../kit/ledger';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { presentBalance } from './present';

/** Two calls, the caller's own read and the account, however long the books are. */
export const balance = read<'points.balance'>({
  policy: anyone,
  schema: v.strictObject({}),
  async run(_input, { caller: { memberId }, now }) {
    if (memberId === undefined) return { ok: false, refusal: 'NOT_MEMBER', detail: {} };
    return { ok: true, value: { ...presentBalance(await loadAccount(memberId), now), now } };
  },
});
