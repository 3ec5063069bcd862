import type { RedemptionRecord } from '../../domain/benefit/redemption';
import type { BenefitPlan, RedemptionState } from '../../types/contract';
import { DAY, HOUR, NOON } from './plans';

/** A voucher of 100 points that a shop verifies, open at `NOON`; everything else as the test says. */
export function benefitPlan(changes: Partial<BenefitPlan> = {}): BenefitPlan {
  return {
    title: '咖啡券',
    tagline: '午后一杯',
    brand: 'warm',
    kind: 'voucher',
    description: ['任意中杯'],
    terms: ['到店出示'],
    price: 100,
    stock: 50,
    perPerson: 1,
    eligibility: {},
    listed: false,
    opensAt: NOON - DAY,
    closesAt: NOON + 5 * DAY,
    useUntil: NOON + 30 * DAY,
    cancelWithin: DAY,
    refundExpired: true,
    shopIds: ['cafe'],
    ...changes,
  };
}

const USED = { at: NOON, shopId: 'cafe', shopName: '园区咖啡', by: 'mmerchant', request: 'q2' };

/** A redemption that stands in that state with everything seen to, as the store may hold it. */
export function redemptionIn(state: RedemptionState, changes: Partial<RedemptionRecord> = {}): RedemptionRecord {
  const verified = state === 'verified';
  return {
    ...{ _id: 'r1', v: 1, rev: 3, memberId: 'm1', benefitId: 'coffee', stockId: 'coffee', enterpriseId: 'e1' },
    ...{ title: '咖啡券', brand: 'warm', kind: state === 'given' ? 'codes' : 'voucher', price: 100 },
    ...{ at: NOON - HOUR, useUntil: NOON + 30 * DAY, cancelUntil: NOON + 23 * HOUR, refundExpired: true },
    ...{ shopIds: ['cafe'], key: `${NOON - HOUR}_r1`, state, digits: '123456789012', undone: [] },
    ...(verified && {
      ...{ verified: USED, shopId: 'cafe', verifiedKey: `${NOON}_r1`, verifiedDay: '2026-11-20' },
    }),
    ...(state === 'valid' && { dueAt: NOON + 30 * DAY }),
    ...(state === 'cancelled' && { endedBy: 'member', endedAt: NOON, refunded: 100 }),
    ...(state === 'expired' && { endedAt: NOON, refunded: 100 }),
    requests: [{ id: 'q1', digest: 'd1' }],
    ...changes,
  };
}
