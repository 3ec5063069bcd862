import * as v from 'valibot';
import { logOf } from '../../domain/activity/log';
import { decideJump } from '../../domain/signup/jump';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { OrganizerContract, RefusalsOf, Refused } from '../../types/contract';
import { doerOf } from '../kit/caller';
import { byId } from '../kit/documents';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { positionOf, wakeQueue } from '../kit/queue';
import { change, type Decision } from '../kit/registrations';
import { answered, beginLog, dropLog, endLog } from './log-book';

type Refusal = Refused<RefusalsOf<OrganizerContract['jump']>>;

/** To the head of the queue, behind those who were put there before. There is no jump that the log does not know of. */
export const jump = write<'organizer.jump'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ registrationId: id, reason: text(1, 200) }),
  async run({ registrationId, reason }, { caller, request, now }) {
    const missing = { ok: false, refusal: 'NOT_FOUND', detail: { what: 'registration' } } as const;
    const found = await byId<RegistrationRecord>('registrations', registrationId);
    if (!found || found.void) return missing;
    const { activityId, memberId: whom, poolId } = found;
    const known = await answered<'organizer.jump'>(activityId, request);
    if (known) return known;
    const entry = logOf({
      ...{ activityId, at: now, by: doerOf(caller), what: 'jumped', whom, reason, request },
    });
    const done = await change<Refusal>(registrationId, now, {
      mayTouch: () => true,
      async decide(record): Promise<Decision<Refusal>> {
        const decision = decideJump(record, request, now);
        if (decision.kind !== 'refuse') {
          await beginLog(entry);
          return decision;
        }
        await dropLog(entry);
        const { state } = record;
        return decision.refusal === 'REQUEST_REUSED'
          ? { kind: 'refuse', refused: { ok: false, refusal: 'REQUEST_REUSED', detail: {} } }
          : { kind: 'refuse', refused: { ok: false, refusal: 'NOT_WAITLISTED', detail: { state } } };
      },
    });
    if (!done) return missing;
    if (done.kind === 'refused') return done.refused;
    await wakeQueue(poolId, now);
    const value = { registrationId, position: (await positionOf(poolId, registrationId)) ?? 1 };
    await endLog(entry, value);
    return { ok: true, value };
  },
});
