import * as v from 'valibot';
import { explain as explained } from '../../domain/points/explain';
import { loadAccount } from '../kit/ledger';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';

export const explain = read<'points.explain'>({
  policy: anyone,
  schema: v.strictObject({}),
  async run(_input, { caller: { memberId }, now }) {
    if (memberId === undefined) return { ok: false, refusal: 'NOT_MEMBER', detail: {} };
    return { ok: true, value: { ...explained(await loadAccount(memberId), now), now } };
  },
});
