import * as v from 'valibot';
import { type LogRecord, logOf } from '../../domain/activity/log';
import { recall, remember } from '../../domain/request/remembered';
import { HEAD_PAGE } from '../../domain/signup/queue';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { OrganizerContract, RefusalsOf, Refused } from '../../types/contract';
import { ABANDONED_MS } from '../../types/limits';
import { byId } from '../kit/documents';
import { id, text } from '../kit/fields';
import { type WriteCall, write } from '../kit/operation';
import { staff } from '../kit/policy';
import { positionOf, putAtHead, takeOut, wakeQueue } from '../kit/queue';
import { change, type Decision } from '../kit/registrations';
import { answered, beginLog, dropLog, endLog } from './log-book';
import { entryOf } from './put-in-queue';

type Refusal = Refused<RefusalsOf<OrganizerContract['jump']>>;

const notWaiting = ({ state }: RegistrationRecord): Decision<Refusal> => ({
  kind: 'refuse',
  refused: { ok: false, refusal: 'NOT_WAITLISTED', detail: { state } },
});

/**
 * In the queue before anything says so, then out of where they stood: so they are in it whatever dies, and who stands
 * there twice is passed over the second time.
 */
async function moveToHead(record: RegistrationRecord, { request, now }: WriteCall): Promise<Decision<Refusal>> {
  if (recall(record.requests, request) === 'same') return { kind: 'resume' };
  const { state, queuePage, poolId, _id } = record;
  if (state !== 'waitlisted') {
    await takeOut(poolId, HEAD_PAGE, _id);
    return notWaiting(record);
  }
  await putAtHead(poolId, entryOf(record, record.signedUpAt));
  if (queuePage !== undefined && queuePage !== HEAD_PAGE) await takeOut(poolId, queuePage, _id);
  const next: RegistrationRecord = {
    ...record,
    queuePage: HEAD_PAGE,
    requests: remember(record.requests, request),
    pending: true,
    dueAt: now + ABANDONED_MS,
  };
  return { kind: 'change', next };
}

async function jumped(record: RegistrationRecord, entry: LogRecord, call: WriteCall) {
  // Before the jump: there is none that the log does not know of.
  await beginLog(entry);
  const done = await change<Refusal>(record._id, call.now, {
    mayTouch: () => true,
    decide: (current) => moveToHead(current, call),
  });
  if (done?.kind === 'done') {
    await wakeQueue(record.poolId, call.now);
    const position = (await positionOf(record.poolId, record._id)) ?? 1;
    const value = { registrationId: record._id, position };
    await endLog(entry, value);
    return { ok: true, value } as const;
  }
  await dropLog(entry);
  return done?.refused ?? ({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'registration' } } as const);
}

/** To the head of the queue, behind those who were put there before. */
export const jump = write<'organizer.jump'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ registrationId: id, reason: text(1, 200) }),
  async run({ registrationId, reason }, call) {
    const { caller, request, now } = call;
    const record = await byId<RegistrationRecord>('registrations', registrationId);
    if (!record || record.void) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'registration' } };
    const { activityId, memberId: whom, state } = record;
    const known = await answered<'organizer.jump'>(activityId, request);
    if (known) return known;
    const entry = logOf({
      ...{ activityId, at: now, by: caller.memberId ?? '', what: 'jumped', whom, reason, request },
    });
    if (state !== 'waitlisted' && recall(record.requests, request) !== 'same') {
      await dropLog(entry);
      return { ok: false, refusal: 'NOT_WAITLISTED', detail: { state } };
    }
    return jumped(record, entry, call);
  },
});
