import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { forEachDue, SWEEP_MOST, underLease } from '../kit/sweep';
import { carry } from './carry';

/** Changes whose call died half-way: until they are ended nobody redeems. */
export const sweepBenefits = underLease('benefit.sweepBenefits', async (now) => {
  const due = await find('benefits', { dueAt: _.lte(now) }, { limit: SWEEP_MOST, projection: { dueAt: true } });
  const done = await forEachDue('benefit.sweepBenefits', due, ({ _id }) => carry(_id));
  return { found: due.length, done: done.length };
});
