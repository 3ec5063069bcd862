import * as v from 'valibot';
import type { RedemptionRecord } from '../../domain/benefit/redemption';
import { DAY_MS, startOfDay, timeKey } from '../../domain/time/shanghai';
import { _ } from '../kit/cloud';
import { byId, find } from '../kit/documents';
import { cursor, day, id } from '../kit/fields';
import { read } from '../kit/operation';
import { merchants, notServing } from './merchants';

const PAGE = 20;

const SHOWN = { title: true, verified: true, verifiedKey: true, digits: true };

/** Nothing that says whose they were: the end of the digits tells one slip from another. */
export const verifications = read<'benefit.verifications'>({
  policy: merchants,
  schema: v.strictObject({ shopId: id, day, cursor: v.exactOptional(cursor) }),
  async run({ shopId, day: on, cursor: from }, { caller, now }) {
    const forbidden = notServing(caller, [shopId], now);
    if (forbidden) return forbidden;
    const [start, end] = [timeKey(startOfDay(on)), timeKey(startOfDay(on) + DAY_MS)];
    const before = from !== undefined && from < end ? from : end;
    const [shop, found] = await Promise.all([
      byId('shops', shopId, { name: true }),
      find<RedemptionRecord>(
        'redemptions',
        { shopId, verifiedKey: _.gte(start).and(_.lt(before)) },
        { orderBy: ['verifiedKey', 'desc'], limit: PAGE + 1, projection: SHOWN },
      ),
    ]);
    if (!shop) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'shop' } };
    const page = found.slice(0, PAGE);
    const next = found.length > PAGE ? page.at(-1)?.verifiedKey : undefined;
    const items = page.map(({ _id, title, verified, digits }) => ({
      redemptionId: _id,
      title,
      at: verified?.at ?? 0,
      tail: digits.slice(-4),
    }));
    return { ok: true, value: { items, ...(next !== undefined && { next }) } };
  },
});
