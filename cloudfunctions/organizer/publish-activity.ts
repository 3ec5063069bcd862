import * as v from 'valibot';
import { planOf } from '../../domain/activity/edit';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { editActivityAs, unchangeable } from './edit';

/** From now on everybody sees it; its pools are there before it is. */
export const publishActivity = write<'organizer.publishActivity'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ activityId: id }),
  run({ activityId }, call) {
    return editActivityAs(
      {
        op: 'publishActivity',
        activityId,
        what: 'published',
        want(activity) {
          const { state } = activity;
          if (state === 'published') return { answer: { ok: true, value: { activityId, state } } };
          const no = unchangeable({ ...activity, state: state === 'draft' ? 'published' : state }, call.now);
          return no ? { answer: no } : { wanted: { plan: planOf(activity), state: 'published' } };
        },
      },
      call,
    );
  },
});
