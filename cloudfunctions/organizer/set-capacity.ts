import * as v from 'valibot';
import { planOf } from '../../domain/activity/edit';
import { resized } from '../../domain/activity/resized';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { editActivityAs, unchangeable } from './edit';
import { places } from './plan-schema';

/** More or fewer places of a session, or of a zone of it; added ones go to the queue first. */
export const setCapacity = write<'organizer.setCapacity'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ activityId: id, sessionId: id, zoneId: v.exactOptional(id), capacity: places }),
  run({ activityId, sessionId, zoneId, capacity }, call) {
    return editActivityAs(
      {
        op: 'setCapacity',
        activityId,
        what: 'capacity',
        want(activity) {
          const no = unchangeable(activity, call.now);
          if (no) return { answer: no };
          const plan = resized(planOf(activity), {
            sessionId,
            capacity,
            ...(zoneId !== undefined && { zoneId }),
          });
          if (typeof plan === 'string') return { answer: { ok: false, refusal: 'NOT_FOUND', detail: { what: plan } } };
          return { wanted: { plan, state: activity.state } };
        },
      },
      call,
    );
  },
});
