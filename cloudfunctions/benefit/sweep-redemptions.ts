import type { RedemptionRecord } from '../../domain/benefit/redemption';
import { expired } from '../../domain/benefit/transitions';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { changeRedemption } from '../kit/redemptions';
import { forEachDue, SWEEP_MOST, underLease } from '../kit/sweep';

/** What ran out without being used, with the points that come back by rule; and what a dead call left half done. */
export const sweepRedemptions = underLease('benefit.sweepRedemptions', async (now) => {
  const due = await find<RedemptionRecord>('redemptions', { dueAt: _.lte(now) }, { limit: SWEEP_MOST });
  const done = await forEachDue('benefit.sweepRedemptions', due, (found) =>
    changeRedemption<never>(found, now, (record) => {
      const next = record.pending ? undefined : expired(record, now);
      return next ? { kind: 'change', next } : { kind: 'leave' };
    }),
  );
  return { found: due.length, done: done.length };
});
