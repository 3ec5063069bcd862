import type { StoredParticipation } from '../../domain/participation/participation';
import { _ } from '../kit/cloud';
import { changeAll, find } from '../kit/documents';
import { post } from '../kit/ledger';
import { forEachDue, SWEEP_MOST, type Swept, underLease } from '../kit/sweep';
import { factsOf, worksOf } from './deserved';
import { postingsOf } from './deserving';

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
  const [works, facts] = await Promise.all([worksOf(due), factsOf(due)]);
  const posted = new Set(
    await forEachDue('points.award', works, (work) => post(work.memberId, now, () => postingsOf(work, facts))),
  );
  const left = new Set(works.filter((work) => !posted.has(work)).flatMap(({ records }) => records));
  const done = due.map(({ _id }) => _id).filter((id) => !left.has(id));
  if (done.length > 0) await changeAll('participations', { _id: _.in(done) }, { awardDue: _.remove() });
  return { found: due.length, done: done.length };
});
