import type { Instant } from '../../types/vocabulary';
import { _ } from './cloud';
import { changeIf, insertOnce } from './documents';

/** What a run found to do and did; `skipped` where another run holds the lease. */
export interface Swept {
  found: number;
  done: number;
  skipped?: true;
}

/** A timer's work, given the server's clock. */
export type Sweep = (now: Instant) => Promise<Swept>;

/** Documents a run takes at most, so that it ends well within the function's time. */
export const SWEEP_MOST = 200;

/** Longer than a run can last: a run that died keeps others out no longer than this. */
const LEASE_MS = 60_000;

async function lease(name: string, now: Instant): Promise<boolean> {
  const until = now + LEASE_MS;
  if (await changeIf('leases', name, { until: _.lte(now) }, { until })) return true;
  return insertOnce('leases', { _id: name, v: 1, until } as { _id: string });
}

/** The work under a lease of that name: one run at a time, and one that stopped anywhere is followed by another. */
export function underLease(name: string, work: (now: Instant) => Promise<Swept>): Sweep {
  return async (now) => {
    if (!(await lease(name, now))) return { found: 0, done: 0, skipped: true };
    const swept = await work(now);
    await changeIf('leases', name, { until: now + LEASE_MS }, { until: 0 });
    return swept;
  };
}
