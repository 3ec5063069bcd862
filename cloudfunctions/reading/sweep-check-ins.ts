import { withMarks } from '../../domain/reading/check-in';
import type { CheckInWords } from '../../domain/reading/check-in-record';
import { markOf, type ReaderRecord } from '../../domain/reading/reader';
import { amountsIn } from '../../domain/reading/wording';
import type { CheckInMark } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { changeIf, find, removeAll } from '../kit/documents';
import { forEachDue, SWEEP_MOST, underLease } from '../kit/sweep';
import { deletePhotos, settle, WORDS } from './check-ins';
import { loadChallenge } from './known-challenge';
import { changeReader, contextOf, type Decision, loadReader } from './readers';
import { carryTakenAway } from './take-away';

/** It never came to count: the call that wrote it died. A retry that takes it over has changed `settleAt`. */
async function clearAway(record: CheckInWords): Promise<void> {
  const { _id, settleAt, takenAway } = record;
  if (takenAway) {
    await changeIf('checkIns', _id, { settleAt }, { settleAt: _.remove() });
    return;
  }
  await deletePhotos(record);
  await removeAll('checkIns', { _id, settleAt, takenAway: _.exists(false) });
}

/** The mark of an edit that died before the day counted by it; it was decided in time. */
function finished(reader: ReaderRecord, record: CheckInWords): Decision<never> {
  const found = markOf(reader, record._id);
  if (!found || isSame(found.mark, record)) return { kind: 'leave' };
  const others = (reader.days[found.day] ?? []).filter(({ id }) => id !== record._id);
  const mark = { ...found.mark, ...saidBy(record, found.mark), edit: record.rev };
  return { kind: 'change', reader: withMarks(reader, found.day, [...others, mark]), days: [found.day] };
}

/** Words that were erased were as long as the reader's document says. */
function saidBy(record: CheckInWords, { characters }: CheckInMark): ReturnType<typeof amountsIn> {
  const amounts = amountsIn(record);
  return record.erased ? { ...amounts, characters } : amounts;
}

function isSame(mark: CheckInMark, record: CheckInWords): boolean {
  const { minutes, pages, characters } = saidBy(record, mark);
  return mark.minutes === minutes && mark.pages === pages && mark.characters === characters;
}

async function settleOne(record: CheckInWords, now: Instant): Promise<void> {
  const reader = await loadReader(record.challengeId, record.memberId);
  const found = reader && markOf(reader, record._id);
  if (!reader || !found) return clearAway(record);
  if (record.takenAway) return carryTakenAway(record, reader, now);
  if (!isSame(found.mark, record)) {
    const challenge = await loadChallenge(record.challengeId);
    if (!challenge) throw new Error(`no challenge ${record.challengeId}`);
    await changeReader<never>(reader, await contextOf(challenge, now), (each) => finished(each, record));
  }
  await settle(record, found);
}

/** What calls left between words and days: it is ended as it was begun, or cleared away where it never counted. */
export const sweepCheckIns = underLease('reading.sweepCheckIns', async (now) => {
  const due = await find<CheckInWords>(
    'checkIns',
    { settleAt: _.lte(now) },
    { orderBy: ['settleAt', 'asc'], limit: SWEEP_MOST, projection: WORDS },
  );
  const done = await forEachDue('reading.sweepCheckIns', due, (record) => settleOne(record, now));
  return { found: due.length, done: done.length };
});
