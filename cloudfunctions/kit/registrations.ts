import { messagesOf } from '../../domain/message/message';
import { participationsOf, withMarks } from '../../domain/participation/participation';
import { undoneLogsOf } from '../../domain/participation/undone-log';
import { isEnded, nextDue, type RegistrationRecord } from '../../domain/signup/registration';
import { cancelledByMember } from '../../domain/signup/transitions';
import type { Instant } from '../../types/vocabulary';
import { countArrival, uncountArrival } from './arrivals';
import { byId, changeIf, difference, insertOnce } from './documents';
import { releasePlace, releaseWish } from './places';
import { entryOf, putAtHead, takeOut } from './queue';
import { Busy } from './transaction';

/**
 * Makes `next` of a registration, if it still is as it was read; gives it as it is stored now, or `undefined` where
 * something else happened to it first, and nothing was written.
 */
export async function advance(
  before: RegistrationRecord,
  next: RegistrationRecord,
): Promise<RegistrationRecord | undefined> {
  const stored = { ...next, rev: before.rev + 1 };
  const done = await changeIf('registrations', before._id, { rev: before.rev }, difference(before, stored));
  return done ? stored : undefined;
}

/** What of a registration is done, and only has to be noted in it. */
function settledForm(record: RegistrationRecord): RegistrationRecord {
  const { pending: _pending, dueAt: _due, queuePage, jumpedFrom: _moved, undone: _undone, ...rest } = record;
  const dueAt = nextDue(record);
  return {
    ...rest,
    news: [],
    ...(record.state === 'waitlisted' && queuePage !== undefined && { queuePage }),
    ...(dueAt !== undefined && { dueAt }),
  };
}

/**
 * Does all that follows from a registration's state: out of the queue, the place given back, the record of who took
 * part, the log, the messages. Each step can be done again, so it does not matter where a call died: whoever comes next, a
 * retry or a sweep, does them from the start.
 */
export async function follow(record: RegistrationRecord, now: Instant): Promise<void> {
  const { state, queuePage, jumpedFrom, poolId, _id } = record;
  if (queuePage !== undefined && state !== 'waitlisted') await takeOut(poolId, queuePage, _id);
  if (jumpedFrom !== undefined) {
    // At the head before out of where they stood: so they are in the queue whatever dies.
    if (state === 'waitlisted') await putAtHead(poolId, entryOf(record, record.signedUpAt));
    await takeOut(poolId, jumpedFrom, _id);
  }
  if (isEnded(record)) {
    // Who had no place has no claim either; then only the wish is remembered.
    if (record.placed) await releasePlace(record, now);
    else await releaseWish(record, now);
  }
  for (const each of participationsOf(record)) await insertOnce('participations', withMarks(each, now));
  for (const entry of undoneLogsOf(record)) await insertOnce('logs', entry);
  if (state === 'attended') await countArrival(record);
  else if (record.undone) await uncountArrival(record);
  for (const message of messagesOf(record)) await insertOnce('messages', message);
}

/** The same, and notes that it is done. A change made meanwhile is left alone: it is followed by its own. */
export async function settle(record: RegistrationRecord, now: Instant): Promise<RegistrationRecord> {
  await follow(record, now);
  return (await advance(record, settledForm(record))) ?? record;
}

/**
 * Ends a registration whose member has left, deadline or not: what they answered goes with it, and others get the place.
 */
export async function giveBack(found: RegistrationRecord, now: Instant): Promise<void> {
  // With the place goes the claim, by which an undone check-in is taken out of the arrivals.
  const registration = found.pending ? await settle(found, now) : found;
  const next = cancelledByMember(registration, now, { leaving: true });
  const ended = next && (await advance(registration, next));
  if (ended) await settle(ended, now);
}

/** Times a change is decided anew because the registration changed meanwhile. */
const TRIES = 4;

/** What a decision about one registration comes to: a change, what it was before, or a refusal of the operation. */
export type Decision<R> =
  | { kind: 'change'; next: RegistrationRecord }
  | { kind: 'resume' }
  | { kind: 'refuse'; refused: R };

/**
 * One change of one registration, from reading it to all that follows. What an earlier change still implies is done
 * first, so that no record or message of it is skipped. `undefined` where there is no such registration for `mayTouch`.
 */
export async function change<R>(
  registrationId: string,
  now: Instant,
  how: {
    mayTouch(record: RegistrationRecord): boolean;
    decide(record: RegistrationRecord): Promise<Decision<R>> | Decision<R>;
    /** Leaves it to a sweep to note that all is done: a call less, where nobody waits for that. */
    leaveDue?: (record: RegistrationRecord) => boolean;
  },
): Promise<{ kind: 'done'; record: RegistrationRecord } | { kind: 'refused'; refused: R } | undefined> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const found = await byId<RegistrationRecord>('registrations', registrationId);
    if (!found || found.void || !how.mayTouch(found)) return undefined;
    const decision = await how.decide(found);
    if (decision.kind === 'refuse') return { kind: 'refused', refused: decision.refused };
    if (decision.kind === 'resume') return { kind: 'done', record: found.pending ? await settle(found, now) : found };
    if (found.pending) {
      await settle(found, now);
      continue;
    }
    const changed = await advance(found, decision.next);
    if (!changed) continue;
    if (how.leaveDue?.(changed)) await follow(changed, now);
    else return { kind: 'done', record: await settle(changed, now) };
    return { kind: 'done', record: changed };
  }
  throw new Busy('the registration kept changing');
}
