import { expired } from '../../domain/points/expiry';
import type { Instant, MemberId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { clearPending, decide, writeOut } from '../kit/ledger';
import { forEachDue, SWEEP_MOST, underLease } from '../kit/sweep';

/** Writes out what a call left pending, and lets expire what has expired; each step can be done again. */
async function bringUpToDate(memberId: MemberId, now: Instant): Promise<void> {
  const decided = await decide<never>(memberId, now, (account, at) => {
    const next = expired(account, at);
    return next === account ? { kind: 'leave' } : { kind: 'take', account: next };
  });
  if (decided.kind === 'refused') throw new Error('expiry is never refused');
  if (decided.kind === 'taken') await writeOut(decided.account, now);
  await clearPending(decided.account);
}

/** Accounts with something to do, those that are due longest first. */
export const sweepAccounts = underLease('points.sweepAccounts', async (now) => {
  const due = await find(
    'accounts',
    { dueAt: _.lte(now) },
    { orderBy: ['dueAt', 'asc'], limit: SWEEP_MOST, projection: { dueAt: true } },
  );
  const done = await forEachDue('points.sweepAccounts', due, ({ _id }) => bringUpToDate(_id, now));
  return { found: due.length, done: done.length };
});
