import * as v from 'valibot';
import { planOf } from '../../domain/activity/edit';
import { movedSession } from '../../domain/activity/moved-session';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { editActivityAs, unchangeable } from './edit';
import { instant } from './plan-schema';

/** Another time for one session; everybody who holds something in it is told, with the reason. */
export const moveSession = write<'organizer.moveSession'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({
    activityId: id,
    sessionId: id,
    startsAt: instant,
    endsAt: instant,
    reason: text(1, 200),
    confirmed: v.exactOptional(id),
  }),
  run({ activityId, sessionId, startsAt, endsAt, reason, confirmed }, call) {
    return editActivityAs(
      {
        op: 'moveSession',
        activityId,
        what: 'moved',
        reason,
        ...(confirmed !== undefined && { confirmed }),
        want(activity) {
          const no = unchangeable(activity, call.now);
          if (no) return { answer: no };
          const plan = movedSession(planOf(activity), { sessionId, startsAt, endsAt });
          if (!plan) return { answer: { ok: false, refusal: 'NOT_FOUND', detail: { what: 'session' as const } } };
          return { wanted: { plan, state: activity.state } };
        },
      },
      call,
    );
  },
});
