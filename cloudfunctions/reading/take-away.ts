import * as v from 'valibot';
import { remove } from '../../domain/reading/check-in';
import type { CheckInWords } from '../../domain/reading/check-in-record';
import { markOf, type ReaderRecord } from '../../domain/reading/reader';
import { takenAway } from '../../domain/reading/wording';
import { recall, remember } from '../../domain/request/remembered';
import type { Instant } from '../../types/vocabulary';
import { doerOf } from '../kit/caller';
import { _ } from '../kit/cloud';
import { changeIf, difference } from '../kit/documents';
import { text } from '../kit/fields';
import { type WriteCall, write } from '../kit/operation';
import { staff } from '../kit/policy';
import { Busy } from '../kit/transaction';
import { loadWords } from './check-ins';
import { checkInId } from './ids';
import { loadChallenge } from './known-challenge';
import { changeReader, contextOf, loadReader, tellNow } from './readers';

const notFound = { ok: false, refusal: 'NOT_FOUND', detail: { what: 'check-in' } } as const;

/** It counts no more, whatever was said of it; each step can be done again, by a retry or a sweep. */
export async function carryTakenAway(record: CheckInWords, reader: ReaderRecord, now: Instant): Promise<void> {
  const challenge = await loadChallenge(record.challengeId);
  if (!challenge) throw new Error(`no challenge ${record.challengeId}`);
  const context = await contextOf(challenge, now);
  const changed = await changeReader<never>(reader, context, (each) => {
    const amended = remove(each, record._id, 'organizer', now);
    return amended.kind === 'change' ? { ...amended, days: [amended.day] } : { kind: 'leave' };
  });
  if (changed.kind === 'changed' || changed.kind === 'left') await tellNow(changed.reader, context);
  await changeIf('checkIns', record._id, { rev: record.rev, settleAt: _.exists(true) }, { settleAt: _.remove() });
}

async function take(record: CheckInWords, reason: string, { caller, now, request }: WriteCall): Promise<CheckInWords> {
  const why = { by: doerOf(caller), at: now, reason };
  const next = takenAway(record, why, remember(record.requests, request));
  const done = await changeIf('checkIns', record._id, { rev: record.rev }, difference(record, next));
  if (!done) throw new Busy('the check-in is being changed');
  return next;
}

/** Said in the words first, so that its author reads why from the moment on which it counts no more. */
export const takeAway = write<'reading.takeAway'>({
  policy: staff('admin', 'organizer'),
  schema: v.strictObject({ checkInId, reason: text(1, 200) }),
  async run({ checkInId: wanted, reason }, call) {
    const found = await loadWords(wanted);
    if (!found) return notFound;
    const known = recall(found.requests, call.request);
    if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    if (known === 'same' && found.settleAt === undefined) return { ok: true, value: { day: found.day } };
    const reader = await loadReader(found.challengeId, found.memberId);
    if (!reader) return notFound;
    const counts = markOf(reader, wanted) !== undefined;
    if (known === 'new' && (found.takenAway || !counts)) return notFound;
    const record = known === 'same' ? found : await take(found, reason, call);
    await carryTakenAway(record, reader, call.now);
    return { ok: true, value: { day: record.day } };
  },
});
