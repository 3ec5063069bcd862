import * as v from 'valibot';
import { planOf } from '../../domain/activity/edit';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { editActivityAs, unchangeable } from './edit';

/** Sign-up closes now; where it has closed already it is said since when. */
export const closeSignUp = write<'organizer.closeSignUp'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ activityId: id }),
  run({ activityId }, call) {
    const { now } = call;
    return editActivityAs(
      {
        op: 'closeSignUp',
        activityId,
        what: 'closed',
        want(activity) {
          const { state, closesAt } = activity;
          if (state === 'draft') return { answer: { ok: false, refusal: 'NOT_CHANGEABLE', detail: { state } } };
          const no = unchangeable(activity, now);
          if (no) return { answer: no };
          if (closesAt <= now) return { answer: { ok: true, value: { activityId, closesAt } } };
          return { wanted: { plan: { ...planOf(activity), closesAt: now }, state } };
        },
      },
      call,
    );
  },
});
