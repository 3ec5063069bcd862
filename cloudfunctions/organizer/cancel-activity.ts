import * as v from 'valibot';
import { planOf } from '../../domain/activity/edit';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { editActivityAs, unchangeable } from './edit';

/** Nobody signs up any more from now on; a sweep then tells everybody concerned, and gives their places back. */
export const cancelActivity = write<'organizer.cancelActivity'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ activityId: id, reason: text(1, 200) }),
  async run({ activityId, reason }, call) {
    const answer = await editActivityAs(
      {
        op: 'cancelActivity',
        activityId,
        what: 'cancelled',
        reason,
        want(activity) {
          const no = unchangeable(activity, call.now);
          if (no) return { answer: no };
          return { wanted: { plan: planOf(activity), state: 'cancelled', cancelReason: reason } };
        },
      },
      call,
    );
    if (answer.ok) return answer;
    switch (answer.refusal) {
      case 'PLAN_UNFIT':
      case 'TOO_SMALL':
      case 'NEEDS_CONFIRMATION':
      case 'OUTDATED':
        // The plan stays as it is: nothing of it can be unfit for those who have signed up to it.
        throw new Error(`cancelling ${activityId} refused: ${answer.refusal}`);
      default:
        return answer;
    }
  },
});
