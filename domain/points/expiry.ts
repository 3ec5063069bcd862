import type { LotView } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import type { AccountRecord } from './account';
import { bookTime, posted, scheduled, sumOf } from './posting';

/**
 * The account as it is at that instant: what has expired by then is out, an entry for each lot, whether or not a sweep
 * was there before. Every decision begins with it.
 */
export function expired(account: AccountRecord, now: Instant): AccountRecord {
  const at = bookTime(account, now);
  const gone = account.lots.filter(({ expiresAt }) => expiresAt <= at);
  if (gone.length === 0) return account;
  let next = account;
  for (const { id, points, expiresAt } of gone) {
    if (points === 0) continue;
    const lots = [{ lot: id, points: -points, expiresAt }];
    const cause = { kind: 'expiry' } as const;
    const draft = {
      id: `expiry.${account._id}.${id}`,
      on: expiresAt,
      against: 'expired',
      cause,
      lots,
      debt: 0,
    } as const;
    next = posted(next, { ...draft, lots, sum: 'expired' }, at);
  }
  return scheduled({ ...next, lots: next.lots.filter(({ expiresAt }) => expiresAt > at) }, at);
}

/** What can be spent at that instant. */
export function balanceAt(account: AccountRecord, now: Instant): number {
  const at = bookTime(account, now);
  return sumOf(account.lots.filter(({ expiresAt }) => expiresAt > at));
}

/** What expires next of what can be spent then. */
export function nextToExpire(account: AccountRecord, now: Instant): LotView | undefined {
  const at = bookTime(account, now);
  const lot = account.lots.find(({ points, expiresAt }) => points > 0 && expiresAt > at);
  return lot && { points: lot.points, expiresAt: lot.expiresAt };
}
