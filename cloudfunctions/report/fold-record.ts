import { type FoldRecord, TALLY_V } from '../../domain/report/fold';
import { byId } from '../kit/documents';

/** The one document that says how far folding has come. */
export const FOLD = 'fold';

/** Before anything was folded nothing is exact. */
export async function foldRecord(): Promise<FoldRecord> {
  return (await byId<FoldRecord>('batches', FOLD)) ?? { _id: FOLD, v: TALLY_V, n: 0, exactUpTo: 0 };
}
