import type { BenefitPlan, Places } from '../../types/contract';
import type { BenefitId, EnterpriseId, Instant, MemberId, RedemptionId } from '../../types/vocabulary';
import { sharesOf } from '../activity/shares';
import { type Caps, capOf, EACH_ENTERPRISE, enterpriseCounter, leftBy, summed, type Used } from '../signup/counters';
import { homeShard, POOL_PLACES, shardId, shardsFor } from '../signup/pool';
import type { BenefitRecord } from './benefit';

/** Shards one benefit may have: all of them are read at each redeeming. */
export const STOCK_SHARDS_MOST = 25;
export const STOCK_MOST = POOL_PLACES * STOCK_SHARDS_MOST;

/** The counter in which everything goes up; an enterprise has one beside it. */
export const ALL = 'all';

/** What people redeem against, whole, so that a redeeming reads this and no benefit. Made by `termsOf` alone. */
export type StockTerms = Pick<
  BenefitPlan,
  | 'title'
  | 'brand'
  | 'kind'
  | 'price'
  | 'perPerson'
  | 'eligibility'
  | 'listed'
  | 'opensAt'
  | 'closesAt'
  | 'useUntil'
  | 'cancelWithin'
  | 'refundExpired'
  | 'shopIds'
> & {
  /** Rises with every change, and a claim holds only against the one that it was decided on. */
  v: number;
  /** An organizer closed it then. */
  closedAt?: Instant;
  /** Of one shard its share. */
  caps: Caps;
};

/** One that is taken; it names no more than a sweep needs to find out whether it stands for something. */
export interface StockClaim {
  m: MemberId;
  /** Whose part it is counted in. */
  e: EnterpriseId;
  at: Instant;
}

/** A part of what there is, with everything that says whether one more can be taken. */
export interface StockRecord {
  _id: string;
  v: 1;
  of: BenefitId;
  shard: number;
  terms: StockTerms;
  /** `all`, and `e_…` an enterprise. */
  used: Used;
  claims: Record<RedemptionId, StockClaim>;
  /** The change that is under way: nothing is taken meanwhile. */
  held?: string;
  /** When a sweep should look at its claims. */
  dueAt?: Instant;
  /** Claims made until then have been held against their redemptions. */
  sweptTo: Instant;
}

export type StockView = Pick<StockRecord, '_id' | 'of' | 'shard' | 'terms' | 'used' | 'held'>;

export function countersOf(enterpriseId: EnterpriseId): string[] {
  return [ALL, enterpriseCounter(enterpriseId)];
}

export function capsOf({ stock, quota = {} }: Pick<BenefitPlan, 'stock' | 'quota'>): Caps {
  const { each, own = {} } = quota;
  const named = Object.entries(own).map(([enterprise, count]) => [enterpriseCounter(enterprise), count]);
  return { [ALL]: stock, ...(each !== undefined && { [EACH_ENTERPRISE]: each }), ...Object.fromEntries(named) };
}

/** What all shards have in common, and a share of the caps. */
export function termsOf(
  { rev, plan, closedAt }: Pick<BenefitRecord, 'rev' | 'plan' | 'closedAt'>,
  caps: Caps,
): StockTerms {
  const { title, brand, kind, price, perPerson, eligibility, listed, shopIds } = plan;
  const { opensAt, closesAt, useUntil, cancelWithin, refundExpired } = plan;
  return {
    ...{ v: rev, title, brand, kind, price, perPerson, eligibility, listed, shopIds },
    ...{ opensAt, closesAt, useUntil, cancelWithin, refundExpired, caps },
    ...(closedAt !== undefined && { closedAt }),
  };
}

/** To the arithmetic of shares a stock is one session without zones. */
const SESSION = { id: ALL, name: '', startsAt: 0, endsAt: 0, zones: [] };

/** Each shard's part: what it has given out stays, and together they make up the whole. Shards are added, never taken. */
export function stockShares(caps: Caps, used: readonly Used[]): Caps[] {
  const shards = Math.max(used.length, shardsFor(caps[ALL] ?? 0));
  const all = Array.from({ length: shards }, (_, shard) => used[shard] ?? {});
  return sharesOf({ sessions: [SESSION], caps }, all);
}

/** How many are redeemed where that is more than the caps hold; `undefined` where all fits. */
export function beyond(caps: Caps, used: readonly Used[]): number | undefined {
  return Object.entries(summed(used)).find(([counter, count]) => {
    const cap = counter === ALL ? (caps[ALL] ?? 0) : capOf(caps, counter);
    return cap !== undefined && count > cap;
  })?.[1];
}

export function newShard(of: BenefitId, shard: number, terms: StockTerms): StockRecord {
  return { _id: shardId(of, shard), v: 1, of, shard, terms, used: {}, claims: {}, sweptTo: 0 };
}

/** How many shards together hold and have left, of all or of what one enterprise may take. */
export function placesOf(shards: readonly Pick<StockView, 'terms' | 'used'>[], counter = ALL): Places | undefined {
  let [capacity, left] = [0, 0];
  for (const { terms, used } of shards) {
    const cap = counter === ALL ? (terms.caps[ALL] ?? 0) : capOf(terms.caps, counter);
    if (cap === undefined) return undefined;
    capacity += cap;
    left += leftBy(terms.caps, used, counter);
  }
  return { capacity, left };
}

/** The shards that have one for somebody of that enterprise, their own first. */
export function withRoom(shards: readonly StockView[], memberId: MemberId, enterpriseId: EnterpriseId): StockView[] {
  const counters = countersOf(enterpriseId);
  const home = homeShard(memberId, Math.max(shards.length, 1));
  const away = ({ shard }: StockView): number => (shard - home + shards.length) % shards.length;
  return shards
    .filter(({ terms, used }) => counters.every((counter) => leftBy(terms.caps, used, counter) > 0))
    .sort((a, b) => away(a) - away(b));
}
