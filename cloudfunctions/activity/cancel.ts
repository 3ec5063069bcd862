import * as v from 'valibot';
import { decideCancel } from '../../domain/signup/registration';
import { _ } from '../kit/cloud';
import { changeIf } from '../kit/documents';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { ABANDONED_MS, releasePlace } from '../kit/places';
import { anyone } from '../kit/policy';
import { Busy } from '../kit/transaction';
import { ownRegistration } from './registration';

/** Times the decision is made anew because the registration changed meanwhile. */
const TRIES = 3;

/**
 * Registration first, then the place: so a place is never given away while its registration still stands. Until the
 * place is back the registration is due, and a sweep sees to it if this call dies half-way.
 */
export const cancel = write<'activity.cancel'>({
  policy: anyone,
  schema: v.strictObject({ registrationId: id }),
  async run({ registrationId }, { caller, now, request }) {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const record = await ownRegistration(registrationId, caller.memberId);
      if (!record) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'registration' } };
      const decision = decideCancel(record, request, now);
      if (decision.kind === 'refuse') {
        if (decision.refusal === 'TOO_LATE') {
          return { ok: false, refusal: 'TOO_LATE', detail: { cancelUntil: record.cancelUntil } };
        }
        if (decision.refusal === 'NOT_HELD') return { ok: false, refusal: 'NOT_HELD', detail: { state: record.state } };
        return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
      }
      if (decision.kind === 'cancel') {
        const dueAt = now + ABANDONED_MS;
        const changed = await changeIf(
          'registrations',
          record._id,
          { state: record.state },
          { ...decision.change, dueAt },
        );
        if (!changed) continue;
      }
      await releasePlace(record, now);
      await changeIf('registrations', record._id, { state: 'cancelled' }, { dueAt: _.remove() });
      const cancelledAt = decision.kind === 'cancel' ? now : (record.cancelledAt ?? now);
      return { ok: true, value: { id: record._id, activityId: record.activityId, state: 'cancelled', cancelledAt } };
    }
    throw new Busy('the registration kept changing');
  },
});
