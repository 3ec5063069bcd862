import type { AccountRecord, EntryRecord } from '../../domain/points/account';
import { balanceAt, nextToExpire } from '../../domain/points/expiry';
import type { Balance, EntryView } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';

export function presentBalance(account: AccountRecord, now: Instant): Balance {
  const { debt, latest } = account;
  const next = nextToExpire(account, now);
  return { points: balanceAt(account, now), debt, ...(next && { next }), ...(latest && { latest }) };
}

export function presentEntry({ _id, at, points, balance, cause, rules, capped, debt }: EntryRecord): EntryView {
  return {
    id: _id,
    at,
    points,
    balance,
    cause,
    ...(rules !== undefined && { rules }),
    ...(capped !== undefined && { capped }),
    ...(debt !== 0 && { debt: Math.abs(debt) }),
  };
}
