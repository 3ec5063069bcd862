import type { BenefitId, Brand, EnterpriseId, Instant, MemberId, RedemptionId, ShopId } from '../vocabulary';
import type { Eligibility, Places, Quota } from './activity';
import type { Issue, Op, Page } from './op';

/**
 * `codes`: codes of somebody else's, each given once; `voucher`: one that a shop of ours verifies; `goods`: fetched at a
 * station, which verifies the pick-up.
 */
export const BENEFIT_KINDS = ['codes', 'voucher', 'goods'] as const;
export type BenefitKind = (typeof BENEFIT_KINDS)[number];

/** What an organizer decides of a benefit; everything else follows from it. */
export interface BenefitPlan {
  title: string;
  tagline: string;
  brand: Brand;
  kind: BenefitKind;
  /** Plain paragraphs. */
  description: string[];
  terms: string[];
  /** Points; 0 for what membership gives. */
  price: number;
  /** How many there are; of `codes` it is the number of codes that were imported, and cannot be set. */
  stock: number;
  /** How many one person may redeem, 1 to 20. */
  perPerson: number;
  /** What one enterprise may take: `each`, or its `own`. */
  quota?: Quota;
  /** Who may see and redeem it. */
  eligibility: Eligibility;
  /** Only who is on its list may redeem it; then the price is 0. */
  listed: boolean;
  opensAt: Instant;
  closesAt: Instant;
  /** The first instant at which what was redeemed is worth nothing; at or after `closesAt`. */
  useUntil: Instant;
  /** A member may give it back until then, milliseconds after redeeming; 0: never. */
  cancelWithin: number;
  /** What was paid for and not used comes back when it expires. */
  refundExpired: boolean;
  /** The shops or stations that verify it, one to twenty; none for `codes`. */
  shopIds: ShopId[];
}

export type BenefitState = 'draft' | 'published' | 'closed';

/** `out`: nothing is left, for the caller's enterprise or at all. */
export type BenefitPhase = 'soon' | 'open' | 'out' | 'closed';

export interface BenefitCard {
  id: BenefitId;
  title: string;
  tagline: string;
  brand: Brand;
  kind: BenefitKind;
  price: number;
  phase: BenefitPhase;
  stock: Places;
  opensAt: Instant;
  closesAt: Instant;
}

export interface BenefitDetail extends BenefitCard {
  description: string[];
  terms: string[];
  perPerson: number;
  useUntil: Instant;
  cancelWithin: number;
  refundExpired: boolean;
  listed: boolean;
  /** The caller is on its list; absent where there is none. */
  onList?: boolean;
  /** What the caller's enterprise may take, where that is limited. */
  quota?: Places;
  shops: { id: ShopId; name: string; address: string }[];
  /** The caller's redemptions that were not cancelled. */
  mine: RedemptionId[];
  /** What the caller can spend; absent for visitors. */
  points?: number;
  now: Instant;
}

/** `valid` can be shown; `given` is a code of somebody else's, whose use we do not hear of. */
export const REDEMPTION_STATES = ['valid', 'given', 'verified', 'cancelled', 'expired'] as const;
export type RedemptionState = (typeof REDEMPTION_STATES)[number];

export interface RedemptionCard {
  id: RedemptionId;
  benefitId: BenefitId;
  title: string;
  brand: Brand;
  kind: BenefitKind;
  price: number;
  state: RedemptionState;
  redeemedAt: Instant;
  useUntil: Instant;
  verified?: { at: Instant; shopName: string };
  /** Points that came back, after it was cancelled or expired. */
  refunded?: number;
}

/** What a member shows: the phone draws the rotating code from the key, without a network. */
export interface Voucher extends RedemptionCard {
  terms: string[];
  shops: { id: ShopId; name: string; address: string }[];
  /** While `valid`. */
  key?: string;
  /** Twelve digits to type where nothing can scan; while `valid`. */
  digits?: string;
  /** The code of somebody else's; of `codes` alone. */
  code?: string;
  /** The last instant at which the member may give it back; absent where they may not, or not any more. */
  cancelUntil?: Instant;
  /** Why an organizer took it back. */
  reason?: string;
  now: Instant;
}

/** What whoever verifies sees: nothing that says who the person is. */
export interface Verified {
  redemptionId: RedemptionId;
  title: string;
  kind: BenefitKind;
  at: Instant;
  shopId: ShopId;
  shopName: string;
  /** The last instant at which it can be undone. */
  undoUntil: Instant;
  /** It was verified before this request, by this shop and within the undo time: nothing was counted again. */
  again: boolean;
}

export interface ShopView {
  id: ShopId;
  name: string;
  kind: 'merchant' | 'station';
  address: string;
  phone?: string;
  /** Closed ones verify nothing any more. */
  open: boolean;
}

/** One day at one shop, one benefit. */
export interface TallyLine {
  benefitId: BenefitId;
  title: string;
  verified: number;
}

export interface ManagedBenefit {
  id: BenefitId;
  plan: BenefitPlan;
  state: BenefitState;
  /** Stock less what is redeemed. */
  left: number;
  redeemed: number;
  /** How many are on the list, where it has one. */
  listedCount?: number;
}

/** One redemption as organizers see it; of who has left the union there is no phone. */
export interface RedeemedBy {
  redemptionId: RedemptionId;
  name: string;
  /** Masked. */
  phone: string;
  /** The one that they belonged to when they redeemed. */
  enterpriseName: string;
  price: number;
  state: RedemptionState;
  redeemedAt: Instant;
  verified?: { at: Instant; shopName: string };
}

interface NoBenefit {
  NOT_FOUND: { what: 'benefit' };
}

export interface BenefitContract {
  /** What the caller may see, what closes first at the top; of one kind, or of all. */
  list: Op<{ kind?: BenefitKind; cursor?: string }, Page<BenefitCard> & { now: Instant }>;
  get: Op<{ benefitId: BenefitId }, BenefitDetail, NoBenefit>;
  /** As it was when it was redeemed; what there is to show comes with `show`. */
  redeem: Op<
    { benefitId: BenefitId },
    RedemptionCard,
    NoBenefit & {
      NOT_MEMBER: Record<never, never>;
      NOT_FOR_YOU: { why: 'enterprise' | 'employment' | 'list' };
      NOT_BEFORE: { opensAt: Instant };
      WINDOW_CLOSED: { closedAt: Instant };
      OUT_OF_STOCK: Record<never, never>;
      QUOTA_USED: { quota: number };
      LIMIT_REACHED: { limit: number };
      POINTS_SHORT: { needs: number; has: number };
    }
  >;
  /** By the member, while the benefit's rule allows it: the points come back, and somebody else may have it. */
  cancel: Op<
    { redemptionId: RedemptionId },
    RedemptionCard,
    { NOT_FOUND: { what: 'redemption' }; PAST_UNTIL: { until: Instant }; NOT_VALID: { state: RedemptionState } }
  >;
  /** Latest first; `valid` alone: what can still be shown. */
  mine: Op<{ valid?: true; cursor?: string }, Page<RedemptionCard> & { now: Instant }>;
  show: Op<{ redemptionId: RedemptionId }, Voucher, { NOT_FOUND: { what: 'redemption' } }>;

  /** The shops for which the caller verifies. */
  myShops: Op<Record<never, never>, { items: ShopView[]; now: Instant }>;
  /** A scanned code, or the twelve digits. */
  verify: Op<
    { shopId: ShopId; code: string },
    Verified,
    {
      NOT_FOUND: { what: 'redemption' | 'shop' };
      CODE_REFUSED: { why: 'old' | 'new' | 'unknown' };
      /** One of another shop's: `shops` are those that take it. */
      OTHER_SHOP: { title: string; shops: string[] };
      /** `here`: by this shop. */
      ALREADY_VERIFIED: { at: Instant; here: boolean };
      NOT_VALID: { state: RedemptionState };
      SHOP_CLOSED: Record<never, never>;
    }
  >;
  /** Within ten minutes, by the shop that verified it. */
  undoVerify: Op<
    { redemptionId: RedemptionId; reason: string },
    { redemptionId: RedemptionId; state: RedemptionState },
    { NOT_FOUND: { what: 'redemption' }; NOT_VERIFIED: { state: RedemptionState }; PAST_UNTIL: { until: Instant } }
  >;
  /** What a shop verified in a month, by day, latest first; only days on which it did. */
  tallies: Op<
    { shopId: ShopId; month: string },
    { days: { day: string; lines: TallyLine[] }[]; now: Instant },
    { NOT_FOUND: { what: 'shop' } }
  >;
  /** Single ones of a day, latest first: to compare with the shop's own slips. */
  verifications: Op<
    { shopId: ShopId; day: string; cursor?: string },
    Page<{ redemptionId: RedemptionId; title: string; at: Instant; tail: string }>,
    { NOT_FOUND: { what: 'shop' } }
  >;

  /** What organizers do. */
  managed: Op<{ state?: BenefitState; cursor?: string }, Page<ManagedBenefit>>;
  manage: Op<{ benefitId: BenefitId }, ManagedBenefit, NoBenefit>;
  create: Op<{ plan: BenefitPlan }, ManagedBenefit, { PLAN_UNFIT: { issues: Issue[] } }>;
  /** After publishing the kind stays, and nothing that was redeemed gets worse: see the refusals. */
  edit: Op<
    { benefitId: BenefitId; plan: BenefitPlan },
    ManagedBenefit,
    NoBenefit & {
      PLAN_UNFIT: { issues: Issue[] };
      /** More is redeemed than the new stock or quota holds. */
      REDEEMED_ALREADY: { redeemed: number };
    }
  >;
  publish: Op<{ benefitId: BenefitId }, ManagedBenefit, NoBenefit & { ALREADY: { state: BenefitState } }>;
  /** Nobody redeems it any more; what is redeemed stays good. */
  close: Op<{ benefitId: BenefitId; reason: string }, ManagedBenefit, NoBenefit & { ALREADY: { state: BenefitState } }>;
  /** Up to 500 codes; those known already are said and left out. */
  importCodes: Op<
    { benefitId: BenefitId; codes: string[] },
    { added: number; known: number; stock: number },
    NoBenefit & { NOT_CODES: { kind: BenefitKind } }
  >;
  /** Puts members on the list or takes them off; who has redeemed already stays. */
  setListed: Op<
    { benefitId: BenefitId; add: MemberId[]; remove: MemberId[] },
    { listedCount: number },
    NoBenefit & { NOT_LISTED: Record<never, never>; UNKNOWN: { members: MemberId[] } }
  >;
  /** Who is on the list, with what they fetched: the receipt of a station's goods. */
  listed: Op<
    { benefitId: BenefitId; cursor?: string },
    Page<{
      memberId: MemberId;
      name: string;
      phone: string;
      enterpriseId: EnterpriseId;
      enterpriseName: string;
      fetchedAt?: Instant;
    }>,
    NoBenefit
  >;
  /** Who redeemed it, latest first; of one state or of all. */
  redemptions: Op<{ benefitId: BenefitId; state?: RedemptionState; cursor?: string }, Page<RedeemedBy>, NoBenefit>;
  /** Takes one back, with a reason that its member reads; the points come back. */
  revoke: Op<
    { redemptionId: RedemptionId; reason: string },
    { redemptionId: RedemptionId; state: RedemptionState },
    { NOT_FOUND: { what: 'redemption' }; NOT_VALID: { state: RedemptionState } }
  >;
  shops: Op<{ cursor?: string }, Page<ShopView>>;
  saveShop: Op<
    { shopId?: ShopId; name: string; kind: ShopView['kind']; address: string; phone?: string; open: boolean },
    ShopView,
    { NOT_FOUND: { what: 'shop' } }
  >;
}
