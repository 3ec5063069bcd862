import { type FoldRecord, TALLY_V } from '../../domain/report/fold';
import { byId } from './documents';

/** The one document that says how far folding has come. */
export const FOLD = 'fold';

/** Before anything was folded nothing is exact, and what was written before there were marks has none. */
export async function foldRecord(): Promise<FoldRecord> {
  const found = await byId<FoldRecord>('batches', FOLD);
  return found ?? { _id: FOLD, v: TALLY_V, n: 0, exactUpTo: 0, former: { of: 0, after: '' } };
}
