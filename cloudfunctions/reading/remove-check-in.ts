import * as v from 'valibot';
import { remove } from '../../domain/reading/check-in';
import type { CheckInWords } from '../../domain/reading/check-in-record';
import type { ReaderRecord } from '../../domain/reading/reader';
import { recall } from '../../domain/request/remembered';
import type { Answer, ReadingContract, RefusalsOf, Refused } from '../../types/contract';
import type { CheckInId } from '../../types/vocabulary';
import { find } from '../kit/documents';
import { type WriteCall, write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { erase, loadWords } from './check-ins';
import { checkInId } from './ids';
import { loadChallenge } from './known-challenge';
import { presentStanding } from './present';
import { changeReader, contextOf, type Decision, loadReader, tellNow } from './readers';

type RemoveAnswer = Answer<ReadingContract['removeCheckIn']>;
type Refusal = Refused<RefusalsOf<ReadingContract['removeCheckIn']>>;

const notFound = { ok: false, refusal: 'NOT_FOUND', detail: { what: 'check-in' } } as const;
/** Challenges that one member is in, in all the years. */
const READERS_MOST = 100;

/** The reader who removed it by this very request: its words are gone, and lead to nobody. */
async function removedBefore({ caller: { memberId }, request }: WriteCall): Promise<ReaderRecord | undefined> {
  if (memberId === undefined) return undefined;
  const options = { limit: READERS_MOST, projection: { requests: true, challengeId: true } };
  const readers = await find<ReaderRecord>('readers', { memberId }, options);
  const mine = readers.find(({ requests }) => recall(requests, request) === 'same');
  return mine && loadReader(mine.challengeId, memberId);
}

async function removed(
  reader: ReaderRecord,
  id: CheckInId,
  words: CheckInWords | undefined,
  call: WriteCall,
): Promise<RemoveAnswer> {
  const { now, request } = call;
  if (recall(reader.requests, request) === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
  const challenge = await loadChallenge(reader.challengeId);
  if (!challenge) return notFound;
  const context = await contextOf(challenge, now);
  const decide = (each: ReaderRecord): Decision<Refusal> => {
    const amended = remove(each, id, 'author', now);
    if (amended.kind === 'change') return { kind: 'change', reader: amended.reader, days: [amended.day] };
    if (amended.kind === 'known') return { kind: 'leave' };
    const { refusal, detail } = amended;
    return { kind: 'refuse', refused: { ok: false, refusal, detail } as Refusal };
  };
  const changed = await changeReader(reader, context, decide, request);
  if (changed.kind === 'gone') return notFound;
  if (changed.kind === 'refused') return changed.refused;
  await Promise.all([erase(words ? [words] : []), tellNow(changed.reader, context)]);
  return { ok: true, value: { standing: presentStanding(changed.reader, context.terms, now) } };
}

/** It counts no more, then its words go: a sweep erases what a call that died has left. */
export const removeCheckIn = write<'reading.removeCheckIn'>({
  policy: anyone,
  schema: v.strictObject({ checkInId }),
  async run({ checkInId: wanted }, call) {
    const found = await loadWords(wanted);
    if (found && (found.memberId !== call.caller.memberId || found.takenAway)) return notFound;
    const reader = found ? await loadReader(found.challengeId, found.memberId) : await removedBefore(call);
    return reader ? removed(reader, wanted, found, call) : notFound;
  },
});
