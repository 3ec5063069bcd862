import * as v from 'valibot';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { strangeImages } from '../kit/own-photos';
import { staff } from '../kit/policy';
import { editActivityAs, unchangeable } from './edit';
import { instant, planSchema } from './plan-schema';

/** Another plan, made from the version that it names; state and what was cancelled stay as they are. */
export const editActivity = write<'organizer.editActivity'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({
    activityId: id,
    termsV: instant,
    plan: planSchema,
    reason: v.exactOptional(text(1, 200)),
    confirmed: v.exactOptional(id),
  }),
  run({ activityId, termsV, plan, reason, confirmed }, call) {
    return editActivityAs(
      {
        op: 'editActivity',
        activityId,
        what: 'edited',
        ...(reason !== undefined && { reason }),
        ...(confirmed !== undefined && { confirmed }),
        want(activity) {
          const no = unchangeable(activity, call.now);
          if (no) return { answer: no };
          if (activity.termsV !== termsV) {
            return { answer: { ok: false, refusal: 'OUTDATED', detail: { termsV: activity.termsV } } };
          }
          const strange = strangeImages(plan);
          if (strange) return { answer: strange };
          return { wanted: { plan, state: activity.state } };
        },
      },
      call,
    );
  },
});
