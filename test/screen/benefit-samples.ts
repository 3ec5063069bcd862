import type {
  BenefitCard,
  BenefitDetail,
  RedemptionCard,
  ShopView,
  Verified,
  Voucher,
} from '../../types/contract/benefit';
import type { Balance, EntryView, RuleBook } from '../../types/contract/points';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A voucher for two hours of jumping, open until the day after tomorrow. */
export function benefitCardOf(change: Partial<BenefitCard> = {}): BenefitCard {
  const now = Date.now();
  return {
    id: 'jump',
    title: '蹦床公园两小时',
    tagline: '下班去蹦一蹦',
    brand: 'vital',
    kind: 'voucher',
    price: 60,
    phase: 'open',
    stock: { capacity: 200, left: 34 },
    opensAt: now - DAY,
    closesAt: now + 2 * DAY + HOUR,
    ...change,
  };
}

const SHOPS = [{ id: 'shop1', name: '跃动蹦床公园', address: '药谷中路 8 号' }];

export function benefitOf(change: Partial<BenefitDetail> = {}): BenefitDetail {
  const now = Date.now();
  return {
    ...benefitCardOf(),
    description: ['一人一张，穿防滑袜。'],
    terms: ['节假日通用'],
    perPerson: 1,
    useUntil: now + 30 * DAY,
    cancelWithin: 2 * DAY,
    refundExpired: true,
    listed: false,
    shops: SHOPS,
    mine: [],
    points: 105,
    now,
    ...change,
  };
}

export function redemptionOf(change: Partial<RedemptionCard> = {}): RedemptionCard {
  return {
    id: 'red1',
    benefitId: 'jump',
    title: '蹦床公园两小时',
    brand: 'vital',
    kind: 'voucher',
    price: 60,
    state: 'valid',
    redeemedAt: Date.now() - HOUR,
    useUntil: Date.now() + 30 * DAY,
    ...change,
  };
}

/** The key of `red1`, made up. */
export const VOUCHER_KEY = 'zyxwvutsrqponmlkjihgfedcba';

export function voucherOf(change: Partial<Voucher> = {}): Voucher {
  const valid = (change.state ?? 'valid') === 'valid';
  return {
    ...redemptionOf(),
    terms: ['节假日通用'],
    shops: SHOPS,
    ...(valid ? { key: VOUCHER_KEY, digits: '123456789012', cancelUntil: Date.now() + 2 * DAY } : {}),
    now: Date.now(),
    ...change,
  };
}

export function balanceOf(change: Partial<Balance> = {}): Balance & { now: number } {
  return { points: 105, debt: 0, next: { points: 40, expiresAt: Date.now() + 400 * DAY }, now: Date.now(), ...change };
}

export function entryOf(change: Partial<EntryView> = {}): EntryView {
  return {
    id: 'entry1',
    at: Date.now() - HOUR,
    points: 5,
    balance: 105,
    cause: { kind: 'attendance', title: '草坪小舞台', brand: 'vital', format: 'show' },
    ...change,
  };
}

export const BOOK: RuleBook = {
  version: 'r1',
  from: '2026-01-01',
  rules: [
    { id: 'a', kind: 'attendance', points: 5 },
    { id: 'b', kind: 'attendance', format: 'training', points: 10 },
    { id: 'c', kind: 'placing', place: 1, points: 50 },
    { id: 'd', kind: 'volunteering', points: 8 },
  ],
  caps: { day: { attendance: 20 }, year: { attendance: 600 } },
};

export function shopOf(change: Partial<ShopView> = {}): ShopView {
  return { id: 'shop1', name: '跃动蹦床公园', kind: 'merchant', address: '药谷中路 8 号', open: true, ...change };
}

export function verifiedOf(change: Partial<Verified> = {}): Verified {
  const now = Date.now();
  return {
    redemptionId: 'red1',
    title: '蹦床公园两小时',
    kind: 'voucher',
    at: now,
    shopId: 'shop1',
    shopName: '跃动蹦床公园',
    undoUntil: now + 10 * 60_000,
    again: false,
    ...change,
  };
}
