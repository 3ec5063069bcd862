import type { EarningKind, EntryCause } from '../../types/contract';
import type { BenefitId, Day, Instant, MemberId, RedemptionId } from '../../types/vocabulary';
import type { RedemptionRecord } from '../benefit/redemption';
import type { AcceptedRequest } from '../request/remembered';

export const ACCOUNT_V = 1;

/** The system's side of an entry: where points come from and go to. Sums over entries, never documents. */
export const SYSTEM_ACCOUNTS = ['issued', 'redeemed', 'expired', 'adjusted'] as const;
export type SystemAccount = (typeof SYSTEM_ACCOUNTS)[number];

/** Points that expire together: those of a year, or what came back after its own lot was gone. */
export interface Lot {
  /** The year, `2026`; or `back-` and the instant at which it expires. */
  id: string;
  /** 0 where all was spent: it stays until it expires, and is gone then without an entry. */
  points: number;
  /** All that ever came into it, for whoever asks how the balance came to be. */
  came: number;
  /** The first instant at which its points are gone. */
  expiresAt: Instant;
}

/** What one entry did to one lot; `points` below zero took from it. */
export interface LotMove {
  lot: string;
  points: number;
  expiresAt: Instant;
}

/**
 * One posting: points between a member and one of the system's accounts. Never changed and never removed; its cause is
 * its identity, so the same cause posts once, ever.
 */
export interface EntryRecord {
  /** The cause: `took-part.<participation>`, `redemption.<id>`, `expiry.<member>.<lot>`, `back.<entry>` … */
  _id: string;
  v: 1;
  memberId: MemberId;
  /** Instant of posting, and number: sorts a member's entries, and a page can go on from it. */
  key: string;
  /** Counts a member's entries from 1: a gap is a lost one. */
  n: number;
  /** When it was posted. */
  at: Instant;
  /** When its cause happened; caps and the lot go by that. */
  on: Instant;
  against: SystemAccount;
  /** To the member; the sum of what the lots and the debt took. */
  points: number;
  lots: LotMove[];
  /** Above zero: so much became debt; below: so much of one was settled. */
  debt: number;
  /** Points that could be spent right after. */
  balance: number;
  cause: EntryCause;
  /** What earned it, and the version of the rules; absent for everything else. */
  kind?: EarningKind;
  rules?: string;
  capped?: number;
  /** The entry that this one takes back. */
  reverses?: string;
}

/** As it is written out; the mark is no part of the entry, and goes when it is in a tally. */
export interface StoredEntry extends EntryRecord {
  tallyDue?: Instant;
}

/** What the account has taken in and what has still to be written out, in order. */
export interface Pending {
  entry?: EntryRecord;
  /** Whole, as its document will be; see docs/decisions/0012-benefits.md. */
  redemption?: RedemptionRecord;
}

/** What one member has: the one document that every posting goes through, by its revision. */
export interface AccountRecord {
  _id: MemberId;
  v: typeof ACCOUNT_V;
  rev: number;
  /** Entries so far, with those that are pending. */
  entries: number;
  /** Of the latest entry. Clocks of instances differ, and time in the books never goes back. */
  at: Instant;
  /** Soonest to expire first. */
  lots: Lot[];
  debt: number;
  /** Sums over the whole life, all zero or above: balance − debt = the first three − the last three. */
  sums: { earned: number; granted: number; refunded: number; spent: number; expired: number; takenBack: number };
  /** What was earned by kind in a day (the last 62) and in a year, for the caps. */
  earned: Record<Day | string, Partial<Record<EarningKind, number>>>;
  /** Redemptions that count for the limit per person: all that were not cancelled. */
  held: Record<BenefitId, RedemptionId[]>;
  pending: Pending[];
  /** The member's accepted redemptions, with what each made. */
  requests: (AcceptedRequest & { made: RedemptionId })[];
  /** The latest earning, for the greeting. */
  latest?: { entryId: string; points: number; at: Instant };
  /** When the sweep has something to do: write out what is pending, or expire a lot. */
  dueAt?: Instant;
}
