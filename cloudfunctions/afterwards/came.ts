import type { ActivityId } from '../../types/vocabulary';
import { _, database } from '../kit/cloud';

/** Different members who were there: those with more records of it than were undone. One call, counted by the store. */
export async function cameTo(activityId: ActivityId): Promise<number> {
  const $ = _.aggregate;
  const one = $.cond([$.eq(['$kind', 'took-part']), 1, -1]);
  const { list } = await database
    .collection('participations')
    .aggregate()
    .match({ activityId })
    .group({ _id: '$memberId', standing: $.sum(one) })
    .match({ standing: _.gt(0) })
    .group({ _id: null, came: $.sum(1) })
    .end();
  const [counted] = list as { came: number }[];
  return counted?.came ?? 0;
}
