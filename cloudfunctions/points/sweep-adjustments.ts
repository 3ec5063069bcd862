import type { AdjustmentRecord } from '../../domain/points/adjustment';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { SWEEP_MOST, underLease } from '../kit/sweep';
import { carryOut } from './adjusting';

/** Posts what was approved by a call that died. */
export const sweepAdjustments = underLease('points.sweepAdjustments', async (now) => {
  const due = await find<AdjustmentRecord>(
    'adjustments',
    { dueAt: _.lte(now) },
    { orderBy: ['dueAt', 'asc'], limit: SWEEP_MOST },
  );
  for (const adjustment of due) await carryOut(adjustment, now);
  return { found: due.length, done: due.length };
});
