import * as v from 'valibot';
import type { ActivityRecord } from '../../domain/activity/activity';
import { planOf } from '../../domain/activity/edit';
import { summed } from '../../domain/signup/counters';
import type { ManagedActivity } from '../../types/contract';
import type { ActivityId, RegistrationState } from '../../types/vocabulary';
import { _, database } from '../kit/cloud';
import { byId } from '../kit/documents';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { usedOf } from '../kit/places';
import { staff } from '../kit/policy';
import { presentManaged } from './present';

/** How many registrations are in each state; the store counts. */
async function countsOf(activityId: ActivityId): Promise<Partial<Record<RegistrationState, number>>> {
  const { list } = await database
    .collection('registrations')
    .aggregate()
    .match({ activityId, void: _.exists(false) })
    .group({ _id: '$state', count: _.aggregate.sum(1) })
    .limit(100)
    .end();
  const counts = list as { _id: RegistrationState; count: number }[];
  return Object.fromEntries(counts.map(({ _id, count }) => [_id, count]));
}

export const activity = read<'organizer.activity'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ activityId: id }),
  async run({ activityId }, { now }) {
    const [record, counts, pools] = await Promise.all([
      byId<ActivityRecord>('activities', activityId),
      countsOf(activityId),
      usedOf([activityId]),
    ]);
    if (!record) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } };
    const { termsV, cancelReason } = record;
    const value: ManagedActivity = {
      ...presentManaged(record),
      plan: planOf(record),
      termsV,
      counts,
      used: summed(pools.map(({ used }) => used)),
      ...(cancelReason !== undefined && { cancelReason }),
      now,
    };
    return { ok: true, value };
  },
});
