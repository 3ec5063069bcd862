import * as v from 'valibot';
import type { ShopRecord } from '../../domain/benefit/benefit';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { cursor } from '../kit/fields';
import { read } from '../kit/operation';
import { organizers } from './merchants';
import { presentShop } from './present';

const PAGE = 20;

/** By name. */
export const shops = read<'benefit.shops'>({
  policy: organizers,
  schema: v.strictObject({ cursor: v.exactOptional(cursor) }),
  async run({ cursor: from = '' }) {
    const found = await find<ShopRecord>('shops', { key: _.gt(from) }, { orderBy: ['key', 'asc'], limit: PAGE + 1 });
    const page = found.slice(0, PAGE);
    const last = page.at(-1);
    return {
      ok: true,
      value: { items: page.map(presentShop), ...(found.length > PAGE && last && { next: last.key }) },
    };
  },
});
