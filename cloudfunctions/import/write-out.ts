import { LOG_V, type LogRecord } from '../../domain/activity/log';
import { type StoredParticipation, withMarks } from '../../domain/participation/participation';
import { sheetParticipation } from '../../domain/participation/sheet-part';
import { type AttendanceBook, type ChangesPage, changesPageId } from '../../domain/sheet/attendance-book';
import type { ImportRecord, SheetFacts } from '../../domain/sheet/import-record';
import { timeKey } from '../../domain/time/shanghai';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, changeIf, insertMissing, insertNew, insertOnce, isDuplicate, removeAll } from '../kit/documents';

/** Records in one call: some 450 bytes each, and a request may have 100 KB. */
const RECORDS_AT_ONCE = 150;

/** Those that are not there yet. Nearly always that is all of them, so they are not looked for first. */
async function writeRecords(records: readonly StoredParticipation[]): Promise<void> {
  for (let from = 0; from < records.length; from += RECORDS_AT_ONCE) {
    const part = records.slice(from, from + RECORDS_AT_ONCE);
    try {
      await insertNew('participations', part);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await insertMissing('participations', part);
    }
  }
}

function logOf({ _id: run, of, at, by, added, removed }: ImportRecord): LogRecord {
  const _id = `${of}.${run}`;
  return { _id, v: LOG_V, activityId: of, key: timeKey(at, _id), at, by, what: 'imported', count: added + removed };
}

/** Writes what stands on the pages; `false` where somebody else has ended it meanwhile, and removed them. */
async function writePages(
  { _id: run, at, pages = 0 }: ImportRecord,
  facts: SheetFacts,
  now: Instant,
): Promise<boolean> {
  for (let page = 0; page < pages; page += 1) {
    const kept = await byId<ChangesPage>('importPages', changesPageId(run, page));
    if (!kept) {
      const ended = await byId<ImportRecord>('imports', run);
      if (ended?.state === 'done') return false;
      throw new Error(`${run} has lost page ${page}`);
    }
    // An undoing is of the moment at which it was decided, whoever writes it.
    await writeRecords(kept.changes.map((change) => withMarks(sheetParticipation(change, facts, at), now)));
  }
  return true;
}

/**
 * Writes out what an import has decided. Every step can be done again, and whoever comes next does: the call itself, another
 * import of the activity, or the sweep.
 */
export async function writeOut(run: string, now: Instant): Promise<void> {
  const record = await byId<ImportRecord>('imports', run);
  if (!record?.facts) throw new Error(`${run} is no import of an attendance sheet`);
  if (record.state === 'begun' && (await writePages(record, record.facts, now))) {
    await insertOnce('logs', logOf(record));
    await changeIf('imports', run, { state: 'begun' }, { state: 'done', dueAt: _.remove() });
  }
  await changeIf('attendanceBooks', record.of, { applying: run }, { applying: _.remove() });
  await removeAll('importPages', { import: run });
}

/** The activity's book with nothing under way any more. */
export async function atRest(book: AttendanceBook, now: Instant): Promise<AttendanceBook> {
  if (book.applying === undefined) return book;
  await writeOut(book.applying, now);
  const { applying: _done, ...rest } = book;
  return rest;
}
