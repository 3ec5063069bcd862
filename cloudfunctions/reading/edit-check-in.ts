import * as v from 'valibot';
import { badgesOf, type ReaderContext } from '../../domain/reading/change';
import { edit } from '../../domain/reading/check-in';
import type { CheckInWords } from '../../domain/reading/check-in-record';
import { markOf, type ReaderRecord } from '../../domain/reading/reader';
import { amountsIn, placed, reworded } from '../../domain/reading/wording';
import { recall } from '../../domain/request/remembered';
import type { Answer, CheckInAmounts, ReadingContract, RefusalsOf, Refused } from '../../types/contract';
import type { CheckInId } from '../../types/vocabulary';
import { changeIf, difference } from '../kit/documents';
import { type WriteCall, write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { Busy } from '../kit/transaction';
import { loadWords, settle } from './check-ins';
import { amounts } from './fields';
import { checkInId } from './ids';
import { loadChallenge } from './known-challenge';
import { presentCheckIn, presentStanding } from './present';
import { changeReader, contextOf, type Decision, loadReader, tellNow } from './readers';

type EditAnswer = Answer<ReadingContract['editCheckIn']>;
type Refusal = Refused<RefusalsOf<ReadingContract['editCheckIn']>>;

const notFound = { ok: false, refusal: 'NOT_FOUND', detail: { what: 'check-in' } } as const;
const TRIES = 6;

/** Other words, if the check-in still is as it was read; asked anew where others changed it first. */
async function rewrite(
  found: CheckInWords,
  reader: ReaderRecord,
  said: CheckInAmounts,
  { now }: WriteCall,
): Promise<CheckInWords | undefined> {
  let record: CheckInWords | undefined = found;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (!record || record.takenAway) return undefined;
    const counted = markOf(reader, record._id);
    if (!counted) return undefined;
    const next = reworded(placed(record, counted.day, counted.mark), said, reader, now);
    if (await changeIf('checkIns', record._id, { rev: record.rev }, difference(record, next))) return next;
    record = await loadWords(found._id);
  }
  throw new Busy('the check-in kept changing');
}

/** The mark after the edit of that number; one that is known already, or a later one, stays. */
function decide(reader: ReaderRecord, record: CheckInWords, { now }: ReaderContext): Decision<Refusal> {
  const counted = markOf(reader, record._id);
  if (counted && (counted.mark.edit ?? 0) >= record.rev) return { kind: 'leave' };
  const amended = edit(reader, record._id, { ...amountsIn(record), edit: record.rev }, now);
  if (amended.kind === 'change') return { kind: 'change', reader: amended.reader, days: [amended.day] };
  if (amended.kind === 'known') return { kind: 'leave' };
  const { refusal, detail } = amended;
  return { kind: 'refuse', refused: { ok: false, refusal, detail } as Refusal };
}

function answered(record: CheckInWords, reader: ReaderRecord, context: ReaderContext, call: WriteCall): EditAnswer {
  const { now, request } = call;
  const standing = presentStanding(reader, context.terms, now);
  return { ok: true, value: { checkIn: presentCheckIn(record, now), standing, badges: badgesOf(reader, request) } };
}

async function edited(
  found: CheckInWords,
  reader: ReaderRecord,
  { said, context, call }: { said: CheckInAmounts; context: ReaderContext; call: WriteCall },
): Promise<EditAnswer> {
  if (recall(reader.requests, call.request) === 'same') {
    await tellNow(reader, context);
    return answered(found, reader, context, call);
  }
  const foreseen = decide(reader, { ...found, rev: found.rev + 1 }, context);
  if (foreseen.kind === 'refuse') return foreseen.refused;
  if (said.shared && reader.name === undefined) return { ok: false, refusal: 'NO_NAME', detail: {} };
  const record = await rewrite(found, reader, said, call);
  if (!record) return notFound;
  const changed = await changeReader(reader, context, (each) => decide(each, record, context), call.request);
  if (changed.kind === 'gone') return notFound;
  if (changed.kind === 'refused') return changed.refused;
  const counted = markOf(changed.reader, record._id);
  if (!counted) return notFound;
  await Promise.all([settle(record, counted), tellNow(changed.reader, context)]);
  return answered(record, changed.reader, context, call);
}

/** The words are written first, so that what was typed is never lost; then the day counts by them. */
export const editCheckIn = write<'reading.editCheckIn'>({
  policy: anyone,
  schema: v.strictObject({ checkInId, ...amounts }),
  async run({ checkInId: wanted, ...said }: { checkInId: CheckInId } & CheckInAmounts, call) {
    const { caller, now, request } = call;
    const found = await loadWords(wanted);
    if (!found || found.memberId !== caller.memberId || found.takenAway) return notFound;
    const [challenge, reader] = await Promise.all([
      loadChallenge(found.challengeId),
      loadReader(found.challengeId, found.memberId),
    ]);
    if (!challenge || !reader) return notFound;
    if (recall(reader.requests, request) === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    return edited(found, reader, { said, context: await contextOf(challenge, now), call });
  },
});
