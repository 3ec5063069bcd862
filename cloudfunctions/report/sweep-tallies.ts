import type { Batch, FoldRecord } from '../../domain/report/fold';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { changeIf } from '../kit/documents';
import { FOLD, foldRecord } from '../kit/fold-record';
import { SWEEP_MOST, type Swept, underLease } from '../kit/sweep';
import { applyBatch } from './apply-batch';
import { dueBatch } from './due';
import { upgraded } from './former';

/**
 * Writes the batch down, if none was since: its number is its own. `false` where another run was faster. A batch that is
 * open took the number, so this one cannot be written over it.
 */
const opened = ({ n }: FoldRecord, open: Batch): Promise<boolean> =>
  changeIf('batches', FOLD, { n }, { n: n + 1, open: _.set(open) });

const closed = (n: number, exactUpTo?: Instant) =>
  changeIf('batches', FOLD, { n }, { open: _.remove(), ...(exactUpTo !== undefined && { exactUpTo }) });

/** Nothing waits: so far it is exact. */
const noted = ({ n }: FoldRecord, exactUpTo: Instant): Promise<boolean> =>
  changeIf('batches', FOLD, { n }, { exactUpTo });

/**
 * Counts what waits, once. The number is read before the records are: where another run counts them meanwhile, the
 * batch that was made of them is not taken.
 */
export const sweepTallies = underLease('report.sweepTallies', async (now): Promise<Swept> => {
  const record = await upgraded(await foldRecord(), now);
  if (!record) return { found: SWEEP_MOST, done: SWEEP_MOST };
  if (record.open) {
    const { participations, entries, registrations, redemptions } = record.open;
    const found = participations.length + entries.length + registrations.length + redemptions.length;
    await applyBatch(record.open, record.n);
    await closed(record.n);
    return { found, done: found };
  }
  const { batch, count, exactUpTo } = await dueBatch(now);
  if (count === 0) {
    await noted(record, exactUpTo);
    return { found: 0, done: 0 };
  }
  if (!(await opened(record, batch))) return { found: count, done: 0 };
  await applyBatch(batch, record.n + 1);
  await closed(record.n + 1, exactUpTo);
  return { found: count, done: count };
});
