import * as v from 'valibot';
import type { ActivityRecord } from '../../domain/activity/activity';
import { recall } from '../../domain/request/remembered';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { decideUndo, type UndoDecision } from '../../domain/ticket/check-in';
import type { CheckinContract, RefusalsOf, Refused } from '../../types/contract';
import { doerOf } from '../kit/caller';
import { byId } from '../kit/documents';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { change, type Decision } from '../kit/registrations';
import { enterpriseNameOf, personOf, presentAttendee } from './attendee';
import { forOrganizers, gatekeepers, isOrganizer, notServing } from './gatekeepers';

type Refusal = Refused<RefusalsOf<CheckinContract['undo']>>;

function asChange(decision: UndoDecision): Decision<Refusal> {
  if (decision.kind === 'change') return decision;
  switch (decision.refusal) {
    case 'NOT_ATTENDED':
      return { kind: 'refuse', refused: { ok: false, refusal: 'NOT_ATTENDED', detail: decision.detail } };
    case 'TOO_LATE_FOR_GATE':
      return { kind: 'refuse', refused: forOrganizers };
    default:
      return decision satisfies never;
  }
}

/** The session as it is planned now, or, where it is no more, as it was when they signed up. */
function sessionOf({ sessionId, startKey, endsAt }: RegistrationRecord, activity: ActivityRecord | undefined) {
  const planned = activity?.sessions.find((session) => session.id === sessionId);
  return planned ?? { zones: [], startsAt: Number.parseInt(startKey, 10), endsAt };
}

/** Another record says that the first was a mistake; the place is still theirs, and they may come in again. */
export const undo = write<'checkin.undo'>({
  policy: gatekeepers,
  schema: v.strictObject({ registrationId: id, reason: text(1, 200) }),
  async run({ registrationId, reason }, { caller, request, now }) {
    let session: ReturnType<typeof sessionOf> | undefined;
    const done = await change<Refusal>(registrationId, now, {
      mayTouch: () => true,
      async decide(record) {
        const forbidden = notServing(caller, record.activityId, now);
        if (forbidden) return { kind: 'refuse', refused: forbidden };
        const known = recall(record.requests, request);
        if (known === 'reused')
          return { kind: 'refuse', refused: { ok: false, refusal: 'REQUEST_REUSED', detail: {} } };
        session = sessionOf(record, await byId<ActivityRecord>('activities', record.activityId));
        if (known === 'same') return { kind: 'resume' };
        const anyTime = isOrganizer(caller, now);
        return asChange(decideUndo(record, { session, by: doerOf(caller), reason, anyTime, request, now }));
      },
    });
    if (!done) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'registration' } };
    if (done.kind === 'refused') return done.refused;
    // What this request did, also where they came in anew before it is sent again.
    const outside = { ...done.record, state: 'confirmed' } as const;
    const person = await personOf(outside.memberId);
    return { ok: true, value: presentAttendee(outside, person, await enterpriseNameOf(person), session) };
  },
});
