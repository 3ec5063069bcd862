import * as v from 'valibot';
import { decideCancel } from '../../domain/signup/cancel';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { ActivityContract, Ended, RefusalsOf, Refused } from '../../types/contract';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { change, type Decision } from '../kit/registrations';

type Refusal = Refused<RefusalsOf<ActivityContract['cancel']>>;

/** What its member ended, as the answer says it: the same to the letter whenever it is asked for again. */
export function presentEnded({ _id, activityId, state, cancelledAt }: RegistrationRecord): Ended {
  if (state !== 'cancelled' && state !== 'declined') throw new Error(`${_id} did not end: ${state}`);
  return { id: _id, activityId, state, cancelledAt: cancelledAt ?? 0 };
}

/**
 * Registration first, then the place: so a place is never given away while its registration still stands. Who had no
 * place yet gives none back, and a sweep notes that they are out of the queue.
 */
export const cancel = write<'activity.cancel'>({
  policy: anyone,
  schema: v.strictObject({ registrationId: id }),
  async run({ registrationId }, { caller, now, request }) {
    const done = await change<Refusal>(registrationId, now, {
      mayTouch: ({ memberId }) => memberId === caller.memberId,
      leaveDue: ({ placed, queuePage }) => !placed && queuePage !== undefined,
      decide(record): Decision<Refusal> {
        const decision = decideCancel(record, request, now);
        if (decision.kind !== 'refuse') return decision;
        const { cancelUntil, state } = record;
        switch (decision.refusal) {
          case 'TOO_LATE':
            return { kind: 'refuse', refused: { ok: false, refusal: 'TOO_LATE', detail: { cancelUntil } } };
          case 'NOT_HELD':
            return { kind: 'refuse', refused: { ok: false, refusal: 'NOT_HELD', detail: { state } } };
          case 'REQUEST_REUSED':
            return { kind: 'refuse', refused: { ok: false, refusal: 'REQUEST_REUSED', detail: {} } };
          default:
            return decision.refusal satisfies never;
        }
      },
    });
    if (!done) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'registration' } };
    return done.kind === 'refused' ? done.refused : { ok: true, value: presentEnded(done.record) };
  },
});
