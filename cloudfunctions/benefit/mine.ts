import * as v from 'valibot';
import { cardOf, type RedemptionRecord } from '../../domain/benefit/redemption';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';

const PAGE = 20;

/** Latest first; of what can still be shown, or of everything. */
export const mine = read<'benefit.mine'>({
  policy: anyone,
  schema: v.strictObject({ valid: v.exactOptional(v.literal(true)), cursor: v.exactOptional(cursor) }),
  async run({ valid, cursor: from = '~' }, { caller: { memberId }, now }) {
    if (memberId === undefined) return { ok: true, value: { items: [], now } };
    const alone = valid ? { state: 'valid', useUntil: _.gt(now) } : {};
    const filter = { memberId, ...alone, key: _.lt(from) };
    const found = await find<RedemptionRecord>('redemptions', filter, { orderBy: ['key', 'desc'], limit: PAGE + 1 });
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    const items = page.map((record) => cardOf(record, now));
    return { ok: true, value: { items, now, ...(found.length > PAGE && last && { next: last.key }) } };
  },
});
