import * as v from 'valibot';
import type { BenefitRecord, ShopRecord } from '../../domain/benefit/benefit';
import type { RedemptionRecord, Verification } from '../../domain/benefit/redemption';
import { decideVerify, UNDO_MS, verificationBy } from '../../domain/benefit/transitions';
import { recall } from '../../domain/request/remembered';
import { type CodeVerdict, parseCode, parseDigits, verdictOf, voucherKey } from '../../domain/ticket/code';
import type { Accepted, Answer, BenefitContract, RefusalsOf, Refused, Verified } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { doerOf } from '../kit/caller';
import { byId, byIds, find } from '../kit/documents';
import { id } from '../kit/fields';
import { type WriteCall, write } from '../kit/operation';
import { changeRedemption, type Decision } from '../kit/redemptions';
import { ticketSecret } from '../kit/secrets';
import { merchants, notServing } from './merchants';

type Refusal = Refused<RefusalsOf<BenefitContract['verify']>>;

/** Whatever a camera can read, so that a stranger's code is refused as one; no QR code holds more than that. */
const scanned = v.pipe(v.string(), v.maxLength(4_296));

interface Presented {
  record: RedemptionRecord | undefined;
  /** What the code itself is: typed digits are always of now. */
  verdict: CodeVerdict;
}

/** The redemption that a code is of; `undefined` where it is no code of ours. */
async function presented(text: string, now: Instant): Promise<Presented | undefined> {
  const digits = parseDigits(text);
  if (digits !== undefined) {
    const [record] = await find<RedemptionRecord>('redemptions', { digits }, { limit: 1 });
    return { record, verdict: 'valid' };
  }
  const code = parseCode(text);
  if (code?.kind !== 'voucher') return undefined;
  const record = await byId<RedemptionRecord>('redemptions', code.redemption);
  return { record, verdict: verdictOf(voucherKey(ticketSecret(), code.redemption), code.mac, now) };
}

function verified(
  record: RedemptionRecord,
  { at, shopId, shopName }: Verification,
  again: boolean,
): Accepted<Verified> {
  const { _id, title, kind } = record;
  return { ok: true, value: { redemptionId: _id, title, kind, at, shopId, shopName, undoUntil: at + UNDO_MS, again } };
}

/** One of another shop's. The benefit may have been given more shops since it was redeemed: those take it too. */
async function otherShop(record: RedemptionRecord, shop: ShopRecord): Promise<Refusal | undefined> {
  if (record.shopIds.includes(shop._id)) return undefined;
  const benefit = await byId<BenefitRecord>('benefits', record.benefitId);
  const since = benefit?.plan.shopIds ?? [];
  if (since.includes(shop._id)) return undefined;
  const shops = await byIds<ShopRecord>('shops', [...record.shopIds, ...since], { name: true });
  const { title } = record;
  return { ok: false, refusal: 'OTHER_SHOP', detail: { title, shops: shops.map(({ name }) => name) } };
}

/** What is said of a code before its redemption is decided on. */
async function refusedFirst({ record, verdict }: Presented, shop: ShopRecord): Promise<Refusal | undefined> {
  if (verdict === 'unknown' || (record && verdict !== 'valid')) {
    return { ok: false, refusal: 'CODE_REFUSED', detail: { why: verdict } };
  }
  if (!record) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'redemption' } };
  if (!shop.open) return { ok: false, refusal: 'SHOP_CLOSED', detail: {} };
  return otherShop(record, shop);
}

/** One conditional change: of two who scan at once one is decided anew, on what is verified already. */
async function verifyOnce(
  found: RedemptionRecord,
  shop: ShopRecord,
  { caller, request, now }: WriteCall,
): Promise<Answer<BenefitContract['verify']>> {
  let again = false;
  const done = await changeRedemption<Refusal>(found, now, (record): Decision<Refusal> => {
    const decision = decideVerify(record, { shop, by: doerOf(caller), request, now });
    again = decision.kind === 'again';
    if (decision.kind === 'change') return decision;
    if (decision.kind === 'again') return { kind: 'leave' };
    switch (decision.refusal) {
      case 'NOT_VALID':
        return { kind: 'refuse', refused: { ok: false, refusal: 'NOT_VALID', detail: decision.detail } };
      case 'ALREADY_VERIFIED':
        return { kind: 'refuse', refused: { ok: false, refusal: 'ALREADY_VERIFIED', detail: decision.detail } };
      default:
        return decision satisfies never;
    }
  });
  if (done.kind === 'refused') return done.refused;
  const verification = done.record.verified;
  if (!verification) throw new Error(`${found._id} is not verified`);
  return verified(done.record, verification, again);
}

/** A request that was accepted before is known before its code is looked at: the code has grown old since. */
export const verify = write<'benefit.verify'>({
  policy: merchants,
  schema: v.strictObject({ shopId: id, code: scanned }),
  async run({ shopId, code }, call) {
    const { caller, request, now } = call;
    const forbidden = notServing(caller, [shopId], now);
    if (forbidden) return forbidden;
    const [shop, shown] = await Promise.all([byId<ShopRecord>('shops', shopId), presented(code, now)]);
    if (!shop) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'shop' } };
    if (!shown) return { ok: false, refusal: 'CODE_REFUSED', detail: { why: 'unknown' } };
    const { record } = shown;
    const known = record ? recall(record.requests, request) : 'new';
    if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    const before = record && known === 'same' ? verificationBy(record, request.id) : undefined;
    if (record && before) return verified(record, before, false);
    const refused = await refusedFirst(shown, shop);
    if (refused || !record) return refused ?? { ok: false, refusal: 'NOT_FOUND', detail: { what: 'redemption' } };
    return verifyOnce(record, shop, call);
  },
});
