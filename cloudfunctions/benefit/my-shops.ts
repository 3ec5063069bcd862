import * as v from 'valibot';
import type { ShopRecord } from '../../domain/benefit/benefit';
import { _ } from '../kit/cloud';
import { byIds, find } from '../kit/documents';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { isOrganizer, shopsOf } from './merchants';
import { presentShop } from './present';

/** Shops there are at most, for an organizer, who may verify in each. */
const SHOPS_MOST = 500;

/** Whoever verifies nowhere has an empty list, no refusal. */
export const myShops = read<'benefit.myShops'>({
  policy: anyone,
  schema: v.strictObject({}),
  async run(_input, { caller, now }) {
    const shops = isOrganizer(caller, now)
      ? await find<ShopRecord>('shops', { key: _.gt('') }, { orderBy: ['key', 'asc'], limit: SHOPS_MOST })
      : await byIds<ShopRecord>('shops', shopsOf(caller));
    const items = shops.sort((a, b) => (a.key < b.key ? -1 : 1)).map(presentShop);
    return { ok: true, value: { items, now } };
  },
});
