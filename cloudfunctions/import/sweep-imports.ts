import { noRosters, ROSTERS, type RosterBook, rosterPageIds } from '../../domain/member/roster';
import { type AttendanceBook, noSheets } from '../../domain/sheet/attendance-book';
import type { ImportRecord } from '../../domain/sheet/import-record';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, changeIf, find, insertOnce, removeAll } from '../kit/documents';
import { forEachDue, SWEEP_MOST, underLease } from '../kit/sweep';
import { Busy } from '../kit/transaction';
import { loadBook } from './roster-book';
import { writeOut } from './write-out';

/** Page ids removed in one call. */
const PAGES_AT_ONCE = 200;

const isInForce = ({ of, requests }: RosterBook, run: string): boolean =>
  requests.some((each) => each.import === run) || Object.values(of).some((at) => at.import === run);

/** Raises the revision first, so that a call that is still under way, however slow, can bring nothing into force. */
async function forgetRoster(run: string, { rev }: RosterBook): Promise<void> {
  if (rev === 0) await insertOnce('rosterBook', noRosters());
  if (!(await changeIf('rosterBook', ROSTERS, { rev }, { rev: rev + 1 })))
    throw new Busy('another import came into force');
  await removeAll('rosters', { import: run });
  await removeAll('imports', { _id: run });
}

/** Ends one that is in force: the pages it took the place of go, since nobody can be on the way to them any more. */
async function endRoster({ _id: run, former = [] }: ImportRecord): Promise<void> {
  const pages = former.flatMap(({ id, at }) => rosterPageIds(id, at));
  for (let from = 0; from < pages.length; from += PAGES_AT_ONCE)
    await removeAll('rosters', { _id: _.in(pages.slice(from, from + PAGES_AT_ONCE)) });
  await changeIf('imports', run, {}, { state: 'done', former: _.remove(), dueAt: _.remove() });
}

async function sweepRoster(record: ImportRecord): Promise<void> {
  const book = record.state === 'done' ? undefined : await loadBook();
  if (!book || isInForce(book, record._id)) await endRoster(record);
  else await forgetRoster(record._id, book);
}

async function sweepAttendance({ _id: run, of }: ImportRecord, now: Instant): Promise<void> {
  const book = (await byId<AttendanceBook>('attendanceBooks', of)) ?? noSheets(of);
  if (book.applying === run || book.requests.some((each) => each.import === run)) return writeOut(run, now);
  if (book.rev === 0) await insertOnce('attendanceBooks', noSheets(of));
  if (!(await changeIf('attendanceBooks', of, { rev: book.rev }, { rev: book.rev + 1 })))
    throw new Busy('another sheet of the activity was imported');
  await removeAll('importPages', { import: run });
  await removeAll('imports', { _id: run });
}

/** What calls left half-way: decided, so it is ended, or not, so nothing of it stays. */
export const sweepImports = underLease('import.sweepImports', async (now) => {
  const due = await find<ImportRecord>(
    'imports',
    { dueAt: _.lte(now) },
    { orderBy: ['dueAt', 'asc'], limit: SWEEP_MOST },
  );
  const done = await forEachDue('import.sweepImports', due, (record) =>
    record.kind === 'roster' ? sweepRoster(record) : sweepAttendance(record, now),
  );
  return { found: due.length, done: done.length };
});
