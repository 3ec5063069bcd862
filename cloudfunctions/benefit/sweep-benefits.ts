import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { SWEEP_MOST, underLease } from '../kit/sweep';
import { carry } from './carry';

/** Changes whose call died half-way: until they are ended nobody redeems. */
export const sweepBenefits = underLease('benefit.sweepBenefits', async (now) => {
  const due = await find('benefits', { dueAt: _.lte(now) }, { limit: SWEEP_MOST, projection: { dueAt: true } });
  for (const { _id } of due) await carry(_id);
  return { found: due.length, done: due.length };
});
