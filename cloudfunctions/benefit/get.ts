import * as v from 'valibot';
import { type BenefitRecord, viewKeys } from '../../domain/benefit/benefit';
import { balanceAt } from '../../domain/points/expiry';
import type { MemberId } from '../../types/vocabulary';
import { byId } from '../kit/documents';
import { id } from '../kit/fields';
import { loadAccount } from '../kit/ledger';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { readStocks } from '../kit/stocks';
import { isListed } from './on-list';
import { placesToUse, presentCard, quotaOf } from './present';

const accountOf = async (memberId: MemberId | undefined) =>
  memberId === undefined ? undefined : loadAccount(memberId);

/** Who may not see it is not told that it is there, unless they have redeemed it once. */
export const get = read<'benefit.get'>({
  policy: anyone,
  schema: v.strictObject({ benefitId: id }),
  async run({ benefitId }, { caller, now }) {
    const { memberId, enterpriseId } = caller;
    const [benefit, shards, account] = await Promise.all([
      byId<BenefitRecord>('benefits', benefitId),
      readStocks([benefitId]),
      accountOf(memberId),
    ]);
    const mine = account?.held[benefitId] ?? [];
    const seen = benefit && viewKeys(caller).some((key) => benefit.seenBy.includes(key));
    if (!benefit || benefit.state === 'draft' || !(seen || mine.length > 0)) {
      return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'benefit' } };
    }
    const { description, terms, perPerson, useUntil, cancelWithin, refundExpired, listed, shopIds } = benefit.plan;
    const [shops, onList] = await Promise.all([
      placesToUse(shopIds),
      listed && memberId !== undefined ? isListed(benefitId, memberId) : false,
    ]);
    const quota = quotaOf(shards, enterpriseId);
    return {
      ok: true,
      value: {
        ...presentCard(benefit, shards, enterpriseId, now),
        ...{ description, terms, perPerson, useUntil, cancelWithin, refundExpired, listed, shops, mine, now },
        ...(listed && { onList }),
        ...(quota && { quota }),
        ...(account && { points: balanceAt(account, now) }),
      },
    };
  },
});
