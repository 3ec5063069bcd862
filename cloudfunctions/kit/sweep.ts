import { FUNCTION_SECONDS } from '../../types/limits';
import type { Instant } from '../../types/vocabulary';
import { _ } from './cloud';
import { changeIf, insertOnce } from './documents';
import { log, scrubbed } from './log';

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

/** So many are worked on together: most of the time goes into waiting for the store. */
const AT_ONCE = 8;
/** After so long a run begins nothing more: what it leaves is still due. */
const ENOUGH_MS = (FUNCTION_SECONDS * 1_000) / 2;

/**
 * Does the work for what is due, in its order, as far as there is time. One that fails is logged and stays due, and keeps
 * nobody else from what is theirs. Gives those that are done.
 */
export async function forEachDue<T>(
  sweep: string,
  due: readonly T[],
  work: (each: T) => Promise<unknown>,
): Promise<T[]> {
  const begun = Date.now();
  const done: T[] = [];
  const one = async (each: T): Promise<void> => {
    try {
      await work(each);
      done.push(each);
    } catch (error) {
      log({ id: '', op: sweep, ms: Date.now() - begun, outcome: 'LEFT_DUE', error: scrubbed(error) });
    }
  };
  for (let at = 0; at < due.length && Date.now() - begun < ENOUGH_MS; at += AT_ONCE)
    await Promise.all(due.slice(at, at + AT_ONCE).map(one));
  return done;
}

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
