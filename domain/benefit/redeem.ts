import type { BenefitContract, RefusalsOf, Refused } from '../../types/contract';
import type { EnterpriseId, Instant, MemberId } from '../../types/vocabulary';
import type { AccountRecord } from '../points/account';
import { spend } from '../points/decide';
import { scheduled } from '../points/posting';
import { recall, remember } from '../request/remembered';
import { enterpriseCounter } from '../signup/counters';
import { type Applicant, ineligible } from '../signup/eligibility';
import type { RedemptionRecord } from './redemption';
import { placesOf, type StockTerms, type StockView, withRoom } from './stock';

export type RedeemRefusal = Refused<RefusalsOf<BenefitContract['redeem']>>;

/** Somebody who is a member, and of what enterprise. */
export interface Redeemer {
  memberId: MemberId;
  enterpriseId: EnterpriseId;
}

/** The caller as somebody who may redeem things at all. */
export function redeemerOf({ status, memberId, enterpriseId }: Applicant): Redeemer | undefined {
  return status === 'active' && memberId !== undefined && enterpriseId !== undefined
    ? { memberId, enterpriseId }
    : undefined;
}

/** Who is on no list of those that it is for; `undefined` where they may. */
export function notFor({ eligibility }: Pick<StockTerms, 'eligibility'>, who: Applicant): RedeemRefusal | undefined {
  const no = ineligible(eligibility, who);
  if (no?.why === 'enterprise' || no?.why === 'employment') {
    return { ok: false, refusal: 'NOT_FOR_YOU', detail: { why: no.why } };
  }
  return no ? { ok: false, refusal: 'NOT_MEMBER', detail: {} } : undefined;
}

/** Before it opens nobody has redeemed anything, so this is said without a look at the account: many ask then. */
export function tooEarly({ opensAt }: StockTerms, now: Instant): RedeemRefusal | undefined {
  return now < opensAt ? { ok: false, refusal: 'NOT_BEFORE', detail: { opensAt } } : undefined;
}

/** What the stock says of one more: where it can be taken, soonest first, or why not. */
export function chancesIn(
  shards: readonly StockView[],
  terms: StockTerms,
  { memberId, enterpriseId }: Redeemer,
  now: Instant,
): { chances: StockView[] } | { refused: RedeemRefusal } {
  const { closedAt, closesAt } = terms;
  if (closedAt !== undefined || now >= closesAt) {
    const at = Math.min(closedAt ?? closesAt, closesAt);
    return { refused: { ok: false, refusal: 'WINDOW_CLOSED', detail: { closedAt: at } } };
  }
  const chances = withRoom(shards, memberId, enterpriseId);
  if (chances.length > 0) return { chances };
  const own = placesOf(shards, enterpriseCounter(enterpriseId));
  if (placesOf(shards)?.left === 0 || !own) return { refused: { ok: false, refusal: 'OUT_OF_STOCK', detail: {} } };
  return { refused: { ok: false, refusal: 'QUOTA_USED', detail: { quota: own.capacity } } };
}

/** The entry that a redemption is paid by. */
export function entryOf(redemption: Pick<RedemptionRecord, '_id'>): string {
  return `redemption.${redemption._id}`;
}

export type TakenIn =
  | { kind: 'known'; redemptionId: string }
  | { kind: 'refuse'; refused: RedeemRefusal }
  | { kind: 'change'; account: AccountRecord };

/**
 * The account's word, which is the one that counts: it takes points and redemption in at once, or neither. The limit is
 * kept here and not in the stock, since here it holds over all shards.
 */
export function takenIn(
  account: AccountRecord,
  redemption: RedemptionRecord,
  { perPerson, request, now }: { perPerson: number; request: RedemptionRecord['requests'][number]; now: Instant },
): TakenIn {
  const known = recall(account.requests, request);
  if (known === 'reused') return { kind: 'refuse', refused: { ok: false, refusal: 'REQUEST_REUSED', detail: {} } };
  const made = account.requests.find(({ id }) => id === request.id)?.made;
  if (made !== undefined) return { kind: 'known', redemptionId: made };
  const { _id, benefitId, price, title } = redemption;
  const held = account.held[benefitId] ?? [];
  if (held.length >= perPerson) {
    return { kind: 'refuse', refused: { ok: false, refusal: 'LIMIT_REACHED', detail: { limit: perPerson } } };
  }
  const cause = { kind: 'redemption', title } as const;
  const paid = spend(account, { id: entryOf(redemption), on: now, cause, points: price }, now);
  if (paid.kind === 'short') {
    const { needs, has } = paid;
    return { kind: 'refuse', refused: { ok: false, refusal: 'POINTS_SHORT', detail: { needs, has } } };
  }
  const next = {
    ...paid.account,
    held: { ...account.held, [benefitId]: [...held, _id] },
    pending: [...paid.account.pending, { redemption }],
    requests: remember(account.requests, request).map((each) => ({ made: _id, ...each })),
  };
  return { kind: 'change', account: scheduled(next, now) };
}

/** One that was cancelled counts for the limit no more. */
export function letGo(account: AccountRecord, { _id, benefitId }: RedemptionRecord): AccountRecord {
  const { [benefitId]: held = [], ...others } = account.held;
  const left = held.filter((each) => each !== _id);
  if (left.length === held.length) return account;
  return { ...account, held: left.length > 0 ? { ...others, [benefitId]: left } : others };
}
