import { expired } from '../../domain/points/expiry';
import { FUNCTION_SECONDS } from '../../types/limits';
import type { Instant, MemberId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { clearPending, decide, writeOut } from '../kit/ledger';
import { SWEEP_MOST, underLease } from '../kit/sweep';

const AT_ONCE = 8;
/** After so long a run begins nothing more: what it leaves is still due. */
const ENOUGH_MS = (FUNCTION_SECONDS * 1_000) / 2;

/** Writes out what a call left pending, and lets expire what has expired; each step can be done again. */
async function bringUpToDate(memberId: MemberId, now: Instant): Promise<void> {
  const decided = await decide<never>(memberId, now, (account, at) => {
    const next = expired(account, at);
    return next === account ? { kind: 'leave' } : { kind: 'take', account: next };
  });
  if (decided.kind === 'refused') throw new Error('expiry is never refused');
  if (decided.kind === 'taken') await writeOut(decided.account);
  await clearPending(decided.account);
}

/** Accounts with something to do, those that are due longest first. */
export const sweepAccounts = underLease('points.sweepAccounts', async (now) => {
  const begun = Date.now();
  const due = await find(
    'accounts',
    { dueAt: _.lte(now) },
    { orderBy: ['dueAt', 'asc'], limit: SWEEP_MOST, projection: { dueAt: true } },
  );
  let done = 0;
  for (let from = 0; from < due.length && Date.now() - begun < ENOUGH_MS; from += AT_ONCE) {
    const some = due.slice(from, from + AT_ONCE);
    await Promise.all(some.map(({ _id }) => bringUpToDate(_id, now)));
    done += some.length;
  }
  return { found: due.length, done };
});
