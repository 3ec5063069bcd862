import * as v from 'valibot';
import type { BenefitRecord } from '../../domain/benefit/benefit';
import { cardOf, type RedemptionRecord } from '../../domain/benefit/redemption';
import { voucherKey } from '../../domain/ticket/code';
import type { Voucher } from '../../types/contract';
import type { MemberId, RedemptionId } from '../../types/vocabulary';
import { byId } from '../kit/documents';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { codeOf } from '../kit/redeemed';
import { ticketSecret } from '../kit/secrets';
import { placesToUse } from './present';

/** The caller's own; somebody else's is not there for them. */
export async function ownRedemption(
  redemptionId: RedemptionId,
  memberId: MemberId | undefined,
): Promise<RedemptionRecord | undefined> {
  if (memberId === undefined) return undefined;
  const record = await byId<RedemptionRecord>('redemptions', redemptionId);
  return record?.memberId === memberId ? record : undefined;
}

/** What only one that is valid has: with the key its phone draws the codes without a network. */
function shown({ _id, digits, cancelUntil }: RedemptionRecord, now: number): Partial<Voucher> {
  const key = voucherKey(ticketSecret(), _id);
  return { key, digits, ...(cancelUntil !== undefined && now <= cancelUntil && { cancelUntil }) };
}

export const show = read<'benefit.show'>({
  policy: anyone,
  schema: v.strictObject({ redemptionId: id }),
  async run({ redemptionId }, { caller, now }) {
    const record = await ownRedemption(redemptionId, caller.memberId);
    if (!record) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'redemption' } };
    const card = cardOf(record, now);
    const [benefit, code] = await Promise.all([
      byId<BenefitRecord>('benefits', record.benefitId),
      card.kind === 'codes' ? codeOf(redemptionId) : undefined,
    ]);
    const { terms = [], shopIds = [] } = benefit?.plan ?? {};
    // Those of then, and those that take it since.
    const shops = await placesToUse([...record.shopIds, ...shopIds]);
    return {
      ok: true,
      value: {
        ...card,
        ...{ terms, shops, now },
        ...(card.state === 'valid' && shown(record, now)),
        ...(code !== undefined && { code }),
        ...(record.reason !== undefined && { reason: record.reason }),
      },
    };
  },
});
