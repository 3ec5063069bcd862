import type { RedemptionCard, RedemptionState } from '../../types/contract';
import type {
  BenefitId,
  Brand,
  EnterpriseId,
  Instant,
  MemberId,
  RedemptionId,
  RequestId,
  ShopId,
} from '../../types/vocabulary';
import type { CountedNote } from '../report/marks';
import type { AcceptedRequest } from '../request/remembered';
import { timeKey } from '../time/shanghai';
import type { StockView } from './stock';

export const REDEMPTION_V = 1;

/** What can happen to a redemption. */
export const REDEMPTION_EVENTS = ['verify', 'undo-verify', 'cancel', 'expire'] as const;
export type RedemptionEvent = (typeof REDEMPTION_EVENTS)[number];

const NEXT: Record<RedemptionState, Partial<Record<RedemptionEvent, RedemptionState>>> = {
  valid: { verify: 'verified', cancel: 'cancelled', expire: 'expired' },
  verified: { 'undo-verify': 'valid' },
  given: {},
  cancelled: {},
  expired: {},
};

/** The state after the event, or `undefined` where the event cannot happen in that state. */
export function after(state: RedemptionState, event: RedemptionEvent): RedemptionState | undefined {
  return NEXT[state][event];
}

/** One verification: where, when, on whose word, and by which request. */
export interface Verification {
  at: Instant;
  shopId: ShopId;
  shopName: string;
  by: MemberId | '';
  request: RequestId;
}

/** One that was a mistake. */
export interface UndoneVerification extends Verification {
  undone: { at: Instant; by: MemberId | ''; reason: string };
}

/** One exchange, with the terms of then: an edit of the benefit makes nothing worse that was redeemed before. */
export interface RedemptionRecord {
  _id: RedemptionId;
  v: typeof REDEMPTION_V;
  /** Rises with every change; a change holds only against the one that was read. */
  rev: number;
  memberId: MemberId;
  benefitId: BenefitId;
  /** The shard of the stock that holds it. */
  stockId: string;
  enterpriseId: EnterpriseId;
  title: string;
  brand: Brand;
  kind: RedemptionCard['kind'];
  price: number;
  /** When it was redeemed. */
  at: Instant;
  useUntil: Instant;
  /** The last instant at which its member may give it back; absent where they may not. */
  cancelUntil?: Instant;
  refundExpired: boolean;
  shopIds: ShopId[];
  /** Instant and id: sorts a member's, and a page can go on from it. */
  key: string;
  state: RedemptionState;
  /** Twelve, unique; its own id where there are none. */
  digits: string;
  verified?: Verification;
  /** By the three below a shop finds what it verified; absent while it is not. */
  shopId?: ShopId;
  verifiedKey?: string;
  verifiedDay?: string;
  /** The last ten that were undone. */
  undone: UndoneVerification[];
  /** Whose doing it was that it was cancelled. */
  endedBy?: 'member' | 'organizer' | 'leaving';
  endedAt?: Instant;
  /** An organizer's words, which its member reads. */
  reason?: string;
  /** Points that came back. */
  refunded?: number;
  /** What follows from its state has still to be seen to. */
  pending?: true;
  dueAt?: Instant;
  /** That it was given, or not after all, is in no tally yet; and what of it is. */
  tallyDue?: Instant;
  tallied?: CountedNote;
  requests: AcceptedRequest[];
}

/** Who redeems, out of which shard, and what it is to be called. */
export interface NewRedemption {
  id: RedemptionId;
  shard: StockView;
  memberId: MemberId;
  enterpriseId: EnterpriseId;
  digits: string;
  request: AcceptedRequest;
  now: Instant;
}

export function newRedemption(made: NewRedemption): RedemptionRecord {
  const { id, shard, memberId, enterpriseId, digits, request, now } = made;
  const { title, brand, kind, price, useUntil, cancelWithin, refundExpired, shopIds } = shard.terms;
  const codes = kind === 'codes';
  return {
    ...{ _id: id, v: REDEMPTION_V, rev: 1, memberId, benefitId: shard.of, stockId: shard._id, enterpriseId },
    ...{ title, brand, kind, price, at: now, useUntil, refundExpired, shopIds },
    ...(cancelWithin > 0 && { cancelUntil: Math.min(now + cancelWithin, useUntil - 1) }),
    key: timeKey(now, id),
    state: codes ? 'given' : 'valid',
    digits: codes ? id : digits,
    undone: [],
    ...(codes ? { tallyDue: now } : { dueAt: useUntil }),
    requests: [request],
  };
}

/** Where it stands now: what has run out is worth nothing, whether or not a sweep was there. */
export function stateAt(
  { state, useUntil }: Pick<RedemptionRecord, 'state' | 'useUntil'>,
  now: Instant,
): RedemptionState {
  return state === 'valid' && now >= useUntil ? 'expired' : state;
}

export function cardOf(record: RedemptionRecord, now: Instant): RedemptionCard {
  const { _id, benefitId, title, brand, kind, price, at, useUntil, verified, refunded } = record;
  return {
    ...{ id: _id, benefitId, title, brand, kind, price, state: stateAt(record, now), redeemedAt: at, useUntil },
    ...(verified && { verified: { at: verified.at, shopName: verified.shopName } }),
    ...(refunded !== undefined && { refunded }),
  };
}

/** As it was when it was redeemed, whatever has become of it: the answer to the request that made it. */
export function cardAtFirst({ verified: _v, refunded: _r, ...record }: RedemptionRecord): RedemptionCard {
  return cardOf({ ...record, state: record.kind === 'codes' ? 'given' : 'valid' }, record.at);
}
