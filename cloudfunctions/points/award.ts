import type { StoredParticipation } from '../../domain/participation/participation';
import { FUNCTION_SECONDS } from '../../types/limits';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { changeAll, find } from '../kit/documents';
import { post } from '../kit/ledger';
import { SWEEP_MOST, type Swept, underLease } from '../kit/sweep';
import { factsOf, type Work, worksOf } from './deserved';
import { postingsOf } from './deserving';

const AT_ONCE = 8;
/** After so long a run begins nothing more: what it leaves is still due. */
const ENOUGH_MS = (FUNCTION_SECONDS * 1_000) / 2;

/** Posts each member's in one change; gives the records of whom it has not come to. */
async function postAllOf(works: readonly Work[], due: readonly StoredParticipation[], now: Instant) {
  const begun = Date.now();
  const facts = await factsOf(due);
  let at = 0;
  for (; at < works.length && Date.now() - begun < ENOUGH_MS; at += AT_ONCE) {
    const some = works.slice(at, at + AT_ONCE);
    await Promise.all(some.map((work) => post(work.memberId, now, () => postingsOf(work, facts))));
  }
  return new Set(works.slice(at).flatMap(({ records }) => records));
}

/**
 * Points for who took part and for who served at the gate, and what is taken back where a check-in was undone. The
 * mark of a record goes when all that follows from it is posted, so a run may end anywhere.
 */
export const award = underLease('points.award', async (now): Promise<Swept> => {
  const due = await find<StoredParticipation>(
    'participations',
    { awardDue: _.lte(now) },
    { orderBy: ['awardDue', 'asc'], limit: SWEEP_MOST },
  );
  if (due.length === 0) return { found: 0, done: 0 };
  const left = await postAllOf(await worksOf(due), due, now);
  const done = due.map(({ _id }) => _id).filter((id) => !left.has(id));
  if (done.length > 0) await changeAll('participations', { _id: _.in(done) }, { awardDue: _.remove() });
  return { found: due.length, done: done.length };
});
