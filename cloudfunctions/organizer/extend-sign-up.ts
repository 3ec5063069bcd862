import * as v from 'valibot';
import { planOf } from '../../domain/activity/edit';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { editActivityAs, unchangeable } from './edit';
import { instant } from './plan-schema';

/**
 * Sign-up closes later than it was said, also where it has closed already: never earlier, which is another operation
 * and takes something from people.
 */
export const extendSignUp = write<'organizer.extendSignUp'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ activityId: id, closesAt: instant }),
  run({ activityId, closesAt }, call) {
    const { now } = call;
    return editActivityAs(
      {
        op: 'extendSignUp',
        activityId,
        what: 'extended',
        want(activity) {
          const { state } = activity;
          if (state === 'draft') return { answer: { ok: false, refusal: 'NOT_CHANGEABLE', detail: { state } } };
          const no = unchangeable(activity, now);
          if (no) return { answer: no };
          if (closesAt <= activity.closesAt || closesAt <= now) {
            const issues = [{ path: 'closesAt', message: 'is not later than it is' }];
            return { answer: { ok: false, refusal: 'PLAN_UNFIT', detail: { issues } } };
          }
          return { wanted: { plan: { ...planOf(activity), closesAt }, state } };
        },
      },
      call,
    );
  },
});
