import * as v from 'valibot';
import type { ShopRecord } from '../../domain/benefit/benefit';
import { digestOfText } from '../../domain/id/base32';
import { REMEMBERED, recall } from '../../domain/request/remembered';
import type { ShopView } from '../../types/contract';
import { byId, changeIf, difference, insertOnce } from '../kit/documents';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { Busy } from '../kit/transaction';
import { organizers } from './merchants';
import { presentShop } from './present';

const TRIES = 5;

type Saved = Omit<ShopView, 'id'>;

function savedOver(
  shopId: string,
  before: ShopRecord | undefined,
  saved: Saved,
  request: { id: string; digest: string },
) {
  const { phone, ...rest } = saved;
  const rev = (before?.rev ?? 0) + 1;
  const next = { _id: shopId, v: 1 as const, rev, key: `${saved.name}_${shopId}`, ...rest };
  const record: ShopRecord = { ...next, ...(phone !== undefined && { phone }), requests: [] };
  const requests = [...(before?.requests ?? []), { ...request, answer: presentShop(record) }].slice(-REMEMBERED);
  return { ...record, requests };
}

/** A new shop, or all of one that is there; its id is made from the request, so that the same one makes it once. */
export const saveShop = write<'benefit.saveShop'>({
  policy: organizers,
  schema: v.strictObject({
    shopId: v.exactOptional(id),
    name: text(1, 40),
    kind: v.picklist(['merchant', 'station']),
    address: text(0, 120),
    phone: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9][0-9 -]{4,19}$/, 'expects a phone number'))),
    open: v.boolean(),
  }),
  async run({ shopId: given, ...saved }, { caller, request }) {
    const shopId = given ?? `s${digestOfText(`shop ${caller.key} ${request.id}`).slice(0, 23)}`;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const before = await byId<ShopRecord>('shops', shopId);
      if (!before && given !== undefined) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'shop' } };
      const known = recall(before?.requests ?? [], request);
      if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
      const answer = before?.requests.find((each) => each.id === request.id)?.answer;
      if (answer) return { ok: true, value: answer };
      const next = savedOver(shopId, before, saved, request);
      const done = before
        ? await changeIf('shops', shopId, { rev: before.rev }, difference(before, next))
        : await insertOnce('shops', next);
      if (done) return { ok: true, value: presentShop(next) };
    }
    throw new Busy('the shop kept changing');
  },
});
