import * as v from 'valibot';
import { aboutOf } from '../../domain/activity/about';
import type { ActivityRecord } from '../../domain/activity/activity';
import { logOf } from '../../domain/activity/log';
import { recall } from '../../domain/request/remembered';
import type { RegistrationRecord } from '../../domain/signup/registration';
import { decided } from '../../domain/signup/transitions';
import { type Answer, DECISIONS, type Decide, type Decided, type OrganizerContract } from '../../types/contract';
import type { RegistrationId } from '../../types/vocabulary';
import { doerOf } from '../kit/caller';
import { byId, byIds } from '../kit/documents';
import { id, text } from '../kit/fields';
import { type WriteCall, write } from '../kit/operation';
import { staff } from '../kit/policy';
import { takeOut } from '../kit/queue';
import { change, type Decision } from '../kit/registrations';
import { giveBackAll, takePlaces } from './approve';
import { answered, beginLog, dropLog, endLog } from './log-book';
import { putInQueue } from './put-in-queue';

/** Decided on at once; each takes half a dozen calls of the store. */
const MOST = 50;

type Word = Parameters<typeof decided>[2];

/** The registrations that are decided on, by what can still be done about them. */
interface Sorted {
  /** This very command decided on them before it died. */
  done: RegistrationRecord[];
  open: RegistrationRecord[];
  gone: RegistrationId[];
}

async function sorted(input: Decide, activity: ActivityRecord, { request }: WriteCall): Promise<Sorted> {
  const records = await byIds<RegistrationRecord>('registrations', input.registrationIds);
  const known = new Map(records.map((record) => [record._id, record]));
  const into: Sorted = { done: [], open: [], gone: [] };
  for (const each of input.registrationIds) {
    const record = known.get(each);
    if (!record || record.void || record.activityId !== activity._id) into.gone.push(each);
    else if (recall(record.requests, request) === 'same') into.done.push(record);
    else if (record.state === 'applied' && activity.state === 'published') into.open.push(record);
    else into.gone.push(each);
  }
  return into;
}

/** The word on one application; `false` where something else happened to it first. */
async function say(record: RegistrationRecord, word: Word, activity: ActivityRecord, call: WriteCall) {
  const { request, now } = call;
  const done = await change<'gone'>(record._id, now, {
    mayTouch: () => true,
    decide(current): Decision<'gone'> {
      if (recall(current.requests, request) === 'same') return { kind: 'resume' };
      const next = decided(current, now, word, request, aboutOf(current, activity));
      return next ? { kind: 'change', next } : { kind: 'refuse', refused: 'gone' };
    },
  });
  return done?.kind === 'done';
}

/** Out of the queue again, unless another organizer has put them there in the same moment. */
async function takeOutUnless({ _id, poolId }: RegistrationRecord, queuePage: number): Promise<void> {
  const current = await byId<RegistrationRecord>('registrations', _id, { state: true });
  if (current?.state !== 'waitlisted') await takeOut(poolId, queuePage, _id);
}

/** Decides on one; what it had been given for that goes back where it was decided on or cancelled meanwhile. */
async function settleOne(record: RegistrationRecord, input: Decide, activity: ActivityRecord, call: WriteCall) {
  const { now } = call;
  switch (input.decision) {
    case 'approve': {
      const done = await say(record, { kind: 'approve' }, activity, call);
      if (!done) await giveBackAll([record], now);
      return done;
    }
    case 'decline':
      return say(record, { kind: 'decline', reason: input.reason ?? '' }, activity, call);
    case 'waitlist': {
      const queuePage = await putInQueue(record, now);
      const done = await say(record, { kind: 'waitlist', queuePage }, activity, call);
      if (!done) await takeOutUnless(record, queuePage);
      return done;
    }
    default:
      return input.decision satisfies never;
  }
}

type DecideAnswer = Answer<OrganizerContract['decide']>;

async function decideOn(input: Decide, activity: ActivityRecord, call: WriteCall): Promise<DecideAnswer> {
  const { caller, request, now } = call;
  const { done, open, gone } = await sorted(input, activity, call);
  const [only, ...more] = [...done, ...open];
  const entry = logOf({
    ...{ activityId: activity._id, at: now, by: doerOf(caller), what: 'decided', request },
    ...(only && more.length === 0 && { whom: only.memberId }),
    ...(input.reason !== undefined && { reason: input.reason }),
  });
  let full: RegistrationRecord[] = [];
  let next = open;
  if (input.decision === 'approve') {
    const taken = await takePlaces(open, { id: call.newId(), now });
    // Some of them were told already, before an earlier try died: then it can only go on.
    if (input.fit === 'all' && taken.full.length > 0 && done.length === 0) {
      await giveBackAll(taken.placed, now);
      await dropLog(entry);
      return { ok: false, refusal: 'NOT_ALL_FIT', detail: { fit: taken.placed.length, of: open.length } };
    }
    ({ placed: next, full } = taken);
  }
  await beginLog(entry);
  const told = new Set(done.map(({ _id }) => _id));
  for (const record of next) {
    if (await settleOne(record, input, activity, call)) told.add(record._id);
    else gone.push(record._id);
  }
  const value: Decided = {
    done: input.registrationIds.filter((each) => told.has(each)),
    full: full.map(({ _id }) => _id),
    gone: input.registrationIds.filter((each) => gone.includes(each)),
  };
  await endLog(entry, value, value.done.length);
  return { ok: true, value };
}

/**
 * The organizer's word on applications. Places are taken here, at the decision, in the order in which they were named;
 * whoever was chosen gets one or is told why not.
 */
export const decide = write<'organizer.decide'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({
    activityId: id,
    registrationIds: v.pipe(
      v.array(id),
      v.minLength(1),
      v.maxLength(MOST),
      v.check((ids) => new Set(ids).size === ids.length, 'names one twice'),
    ),
    decision: v.picklist(DECISIONS),
    reason: v.exactOptional(text(1, 200)),
    fit: v.picklist(['all', 'as-many-as-fit']),
  }),
  async run(input, call) {
    const { activityId, decision, reason } = input;
    const known = await answered<'organizer.decide'>(activityId, call.request);
    if (known) return known;
    if (decision === 'decline' && reason === undefined) return { ok: false, refusal: 'REASON_NEEDED', detail: {} };
    const activity = await byId<ActivityRecord>('activities', activityId);
    if (!activity) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'activity' } };
    return decideOn(input, activity, call);
  },
});
