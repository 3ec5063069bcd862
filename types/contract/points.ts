import type { Brand, Day, Format, Instant, MemberId, Month } from '../vocabulary';
import type { Op, Page } from './op';

/** What earns points; each has its caps. `grant` is an organizer's, and has none. */
export const EARNING_KINDS = ['attendance', 'placing', 'reading', 'streak', 'volunteering'] as const;
export type EarningKind = (typeof EARNING_KINDS)[number];

/** Points of one lot that expire together, as of now. */
export interface LotView {
  points: number;
  /** The first instant at which they are gone. */
  expiresAt: Instant;
}

export interface Balance {
  /** What can be spent now: what has expired is left out, whether or not anything has run since. */
  points: number;
  /** What a reversal could not take back; later earnings settle it first. */
  debt: number;
  /** What expires next; absent with an empty account. */
  next?: LotView;
  /** The latest earning, so that the app can greet it once. */
  latest?: { entryId: string; points: number; at: Instant };
}

/** Why an entry is there, with what its words need. */
export type EntryCause =
  | { kind: 'attendance'; title: string; brand: Brand; format: Format; undone?: true }
  | { kind: 'volunteering'; title: string; undone?: true }
  | { kind: 'placing'; title: string; place: number; undone?: true }
  | { kind: 'reading' | 'streak'; title: string; days?: number; undone?: true }
  | { kind: 'grant'; reason: string }
  /** An organizer took an earlier entry back. */
  | { kind: 'reversal'; reason: string }
  | { kind: 'redemption' | 'refund'; title: string }
  | { kind: 'expiry' };

export interface EntryView {
  id: string;
  at: Instant;
  /** To the member's account; below zero from it, 0 where a cap was reached. */
  points: number;
  /** What could be spent right after. */
  balance: number;
  cause: EntryCause;
  /** The rules' version that the points follow from. */
  rules?: string;
  /** Points that the rule names and a cap kept back. */
  capped?: number;
  /** Part of it that settled a debt, or became one. */
  debt?: number;
}

/** One line of the published rules. Of those that fit, the most exact one counts: format and brand, format, brand, neither. */
export type EarningRule =
  | { id: string; kind: 'attendance'; format?: Format; brand?: Brand; points: number }
  | { id: string; kind: 'placing'; place: number; points: number }
  | { id: string; kind: 'reading'; points: number }
  /** Once, when a streak reaches so many days. */
  | { id: string; kind: 'streak'; days: number; points: number }
  /** For one session at whose gate somebody served. */
  | { id: string; kind: 'volunteering'; points: number };

export interface Caps {
  /** In one day of Asia/Shanghai, by when it was earned. */
  day: Partial<Record<EarningKind, number>>;
  year: Partial<Record<EarningKind, number>>;
}

/** The rules that hold from a day on, until those of a later day. */
export interface RuleBook {
  version: string;
  from: Day;
  rules: EarningRule[];
  caps: Caps;
}

/** How a balance came to be; the sums are of the account's whole life, and add up to the balance less the debt. */
export interface Explanation {
  points: number;
  debt: number;
  earned: number;
  granted: number;
  refunded: number;
  spent: number;
  expired: number;
  takenBack: number;
  /** What is left of each lot, soonest to expire first, with what had come into it. */
  lots: (LotView & { came: number; year?: number })[];
}

export type AdjustmentState = 'proposed' | 'approved' | 'rejected';

/** A grant or a reversal by organizers. */
export interface AdjustmentView {
  id: string;
  kind: 'grant' | 'reverse';
  member: { id: MemberId; name: string; phone: string };
  /** Above zero; what a reversal takes back. */
  points: number;
  reason: string;
  state: AdjustmentState;
  by: MemberId;
  byName: string;
  at: Instant;
  decidedBy?: MemberId;
  decidedByName?: string;
  /** The caller proposed it, so somebody else has to decide. */
  mine: boolean;
}

export interface PointsContract {
  balance: Op<Record<never, never>, Balance & { now: Instant }, { NOT_MEMBER: Record<never, never> }>;
  /** Latest first; of one month, or of all. */
  entries: Op<
    { month?: Month; cursor?: string },
    Page<EntryView> & { now: Instant },
    { NOT_MEMBER: Record<never, never> }
  >;
  /** What holds today and what is published to come; for everybody. */
  rules: Op<Record<never, never>, { today: RuleBook; coming: RuleBook[]; now: Instant }>;
  explain: Op<Record<never, never>, Explanation & { now: Instant }, { NOT_MEMBER: Record<never, never> }>;

  /** Admins publish rules that hold from a day to come: the past never changes. */
  publishRules: Op<
    { from: Day; rules: EarningRule[]; caps: Caps },
    RuleBook,
    { TOO_SOON: { earliest: Day }; TAKEN: { from: Day } }
  >;
  /** An organizer looks at somebody's account before adjusting it. */
  account: Op<
    { memberId: MemberId; cursor?: string },
    { balance: Balance; entries: Page<EntryView>; now: Instant },
    { NOT_FOUND: { what: 'member' } }
  >;
  /** Above the limit it waits for a second organizer. */
  grant: Op<{ memberId: MemberId; points: number; reason: string }, AdjustmentView, { NOT_FOUND: { what: 'member' } }>;
  /** Takes back what an entry brought. What somebody spent is given back by cancelling the redemption instead. */
  reverse: Op<
    { memberId: MemberId; entryId: string; reason: string },
    AdjustmentView,
    {
      NOT_FOUND: { what: 'member' | 'entry' };
      NOT_REVERSIBLE: { why: 'spent' | 'expired' | 'nothing' | 'reversal' };
      ALREADY: { state: AdjustmentState };
    }
  >;
  /** `proposed`: those that wait for a decision, oldest first; else latest first. */
  adjustments: Op<{ proposed?: true; cursor?: string }, Page<AdjustmentView>>;
  decideAdjustment: Op<
    { adjustmentId: string; decision: 'approve' | 'reject'; reason?: string },
    AdjustmentView,
    {
      NOT_FOUND: { what: 'adjustment' };
      ALREADY: { state: AdjustmentState };
      /** Nobody approves what they asked for themselves. */
      OWN: Record<never, never>;
      REASON_NEEDED: Record<never, never>;
    }
  >;
}
