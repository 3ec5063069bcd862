import type { EarningKind, EntryCause } from '../../types/contract';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant, MemberId } from '../../types/vocabulary';
import { timeKey } from '../time/shanghai';
import { ACCOUNT_V, type AccountRecord, type EntryRecord, type Lot, type LotMove, type SystemAccount } from './account';
import { moved } from './lots';

/** An account in which nothing has happened; it is not stored before something does. */
export function openAccount(memberId: MemberId): AccountRecord {
  return {
    _id: memberId,
    v: ACCOUNT_V,
    rev: 0,
    entries: 0,
    at: 0,
    lots: [],
    debt: 0,
    sums: { earned: 0, granted: 0, refunded: 0, spent: 0, expired: 0, takenBack: 0 },
    earned: {},
    held: {},
    pending: [],
    requests: [],
  };
}

/** The instant at which the books take something in: never before their latest entry. */
export function bookTime(account: AccountRecord, now: Instant): Instant {
  return Math.max(now, account.at);
}

export function sumOf(lots: readonly Pick<Lot, 'points'>[]): number {
  return lots.reduce((sum, { points }) => sum + points, 0);
}

/** When a sweep has something to do: what is pending, once its call is certainly dead, or a lot that expires. */
export function dueAtOf({ pending, lots }: AccountRecord, at: Instant): Instant | undefined {
  const expiries = lots.filter(({ points }) => points > 0).map(({ expiresAt }) => expiresAt);
  const dates = pending.length > 0 ? [at + ABANDONED_MS, ...expiries] : expiries;
  return dates.length > 0 ? Math.min(...dates) : undefined;
}

/** With the date of its next work. */
export function scheduled({ dueAt: _former, ...account }: AccountRecord, at: Instant): AccountRecord {
  const dueAt = dueAtOf(account, at);
  return { ...account, ...(dueAt !== undefined && { dueAt }) };
}

/** One posting before it is in the books. */
export interface Draft {
  id: string;
  on: Instant;
  against: SystemAccount;
  cause: EntryCause;
  lots: LotMove[];
  /** What becomes debt, above zero, or is settled of it, below. */
  debt: number;
  /** The sum of the whole life that it counts in. */
  sum: keyof AccountRecord['sums'];
  kind?: EarningKind;
  rules?: string;
  capped?: number;
  reverses?: string;
}

const NUMBER_DIGITS = 8;

/** The account with that entry taken in, and pending until it is written out. */
export function posted(account: AccountRecord, draft: Draft, at: Instant): AccountRecord {
  const { id, sum, debt, lots: moves, ...rest } = draft;
  const n = account.entries + 1;
  const lots = moved(account.lots, moves);
  const points = sumOf(moves) - debt;
  const entry: EntryRecord = {
    _id: id,
    v: 1,
    memberId: account._id,
    key: timeKey(at, String(n).padStart(NUMBER_DIGITS, '0')),
    n,
    at,
    points,
    lots: moves,
    debt,
    balance: sumOf(lots),
    ...rest,
  };
  const next = {
    ...account,
    entries: n,
    at,
    lots,
    debt: account.debt + debt,
    sums: { ...account.sums, [sum]: account.sums[sum] + Math.abs(points) },
    pending: [...account.pending, { entry }],
  };
  return scheduled(next, at);
}
