import * as v from 'valibot';
import { type BenefitRecord, viewKeys } from '../../domain/benefit/benefit';
import { timeKey } from '../../domain/time/shanghai';
import { BENEFIT_KINDS } from '../../types/contract';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { readStocks } from '../kit/stocks';
import { presentCard } from './present';

const PAGE = 20;

/** What has not closed and the caller may see; what closes first at the top. */
export const list = read<'benefit.list'>({
  policy: anyone,
  schema: v.strictObject({
    kind: v.exactOptional(v.picklist(BENEFIT_KINDS)),
    cursor: v.exactOptional(cursor),
  }),
  async run({ kind, cursor: from = '' }, { caller, now }) {
    const over = timeKey(now, '~');
    const filter = {
      state: 'published',
      ...(kind !== undefined && { kind }),
      seenBy: _.in(viewKeys(caller)),
      closesKey: _.gt(from > over ? from : over),
    };
    const found = await find<BenefitRecord>('benefits', filter, { orderBy: ['closesKey', 'asc'], limit: PAGE + 1 });
    const page = found.slice(0, PAGE);
    const shards = await readStocks(page.map(({ _id }) => _id));
    const items = page.map((benefit) =>
      presentCard(
        benefit,
        shards.filter(({ of }) => of === benefit._id),
        caller.enterpriseId,
        now,
      ),
    );
    const last = page.at(-1);
    return { ok: true, value: { items, now, ...(found.length > PAGE && last && { next: last.closesKey }) } };
  },
});
