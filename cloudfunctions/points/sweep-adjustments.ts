import type { AdjustmentRecord } from '../../domain/points/adjustment';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { forEachDue, SWEEP_MOST, underLease } from '../kit/sweep';
import { carryOut } from './adjusting';

/** Posts what was approved by a call that died. */
export const sweepAdjustments = underLease('points.sweepAdjustments', async (now) => {
  const due = await find<AdjustmentRecord>(
    'adjustments',
    { dueAt: _.lte(now) },
    { orderBy: ['dueAt', 'asc'], limit: SWEEP_MOST },
  );
  const done = await forEachDue('points.sweepAdjustments', due, (adjustment) => carryOut(adjustment, now));
  return { found: due.length, done: done.length };
});
