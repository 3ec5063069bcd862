import type { Explanation } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import type { AccountRecord } from './account';
import { expired } from './expiry';
import { sumOf } from './posting';

/** How the balance at that instant came to be; what has expired by then is counted as that, whether or not it is posted. */
export function explain(account: AccountRecord, now: Instant): Explanation {
  const { lots, debt, sums } = expired(account, now);
  return {
    points: sumOf(lots),
    debt,
    ...sums,
    lots: lots
      .filter(({ points }) => points > 0)
      .map(({ id, points, came, expiresAt }) => ({
        points,
        came,
        expiresAt,
        ...(/^\d{4}$/.test(id) && { year: Number(id) }),
      })),
  };
}
