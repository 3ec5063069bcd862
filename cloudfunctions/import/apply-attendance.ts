import * as v from 'valibot';
import type { AppliedImport } from '../../domain/member/roster';
import type { SheetChange } from '../../domain/participation/sheet-part';
import { recall, remember } from '../../domain/request/remembered';
import { type AttendanceBook, type ChangesPage, changesPageId, noSheets } from '../../domain/sheet/attendance-book';
import { importRecord } from '../../domain/sheet/import-record';
import type { Imported } from '../../types/contract';
import { ABANDONED_MS } from '../../types/limits';
import type { ActivityId } from '../../types/vocabulary';
import { doerOf } from '../kit/caller';
import { _ } from '../kit/cloud';
import { byId, changeIf, insertNew, insertOnce } from '../kit/documents';
import { type WriteCall, write } from '../kit/operation';
import { Busy } from '../kit/transaction';
import { type AttendanceDraft, draftAttendance } from './attendance-draft';
import { attendanceStaff, attendanceTarget } from './attendance-target';
import { columns, sheetFile } from './opened';
import { badRowsOf } from './row-check';
import { letGo } from './uploads';
import { atRest, writeOut } from './write-out';

/** Changes on one page: some 150 bytes each, and a request may have 100 KB. */
const CHANGES_A_PAGE = 400;

function pagesOf(run: string, changes: readonly SheetChange[]): ChangesPage[] {
  return Array.from({ length: Math.ceil(changes.length / CHANGES_A_PAGE) }, (_none, page) => ({
    ...{ _id: changesPageId(run, page), v: 1, import: run },
    changes: changes.slice(page * CHANGES_A_PAGE, (page + 1) * CHANGES_A_PAGE),
  }));
}

/**
 * What it changes is written down page by page, then one change of the activity's book decides it; from then on it has happened,
 * and whoever comes next ends what a dead call leaves.
 */
async function decide(draft: AttendanceDraft, book: AttendanceBook, call: WriteCall): Promise<Imported> {
  const { plan, changes, scene } = draft;
  const { now, caller, request } = call;
  const run = call.newId();
  const activityId: ActivityId = scene.activity._id;
  const answer = { added: plan.added.length, unchanged: plan.unchanged.length, removed: plan.removed.length };
  const pages = pagesOf(run, changes);
  const did = { kind: 'attendance', of: activityId, at: now, by: doerOf(caller), enterprises: 0 } as const;
  const kept = { pages: pages.length, facts: scene.facts };
  await insertOnce('imports', importRecord(run, { ...did, ...answer, ...kept }, now + ABANDONED_MS));
  for (const page of pages) await insertNew('importPages', [page]);
  if (book.rev === 0) await insertOnce('attendanceBooks', noSheets(activityId));
  const applied: AppliedImport = { ...request, import: run, answer };
  const decided = await changeIf(
    'attendanceBooks',
    activityId,
    { rev: book.rev, applying: _.exists(false) },
    { rev: book.rev + 1, applying: run, requests: _.set(remember(book.requests, applied)) },
  );
  if (!decided) throw new Busy('another sheet of the activity was imported');
  await writeOut(run, now);
  return answer;
}

/**
 * Rows that match nobody hold up nothing; a row that is bad does, since the person would be taken for missing. Who was
 * entered by an earlier sheet is taken off only with a yes to exactly this.
 */
export const applyAttendance = write<'import.applyAttendance'>({
  policy: attendanceStaff,
  schema: v.strictObject({
    ...{ ...sheetFile, columns, ...attendanceTarget },
    yes: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
  }),
  async run(input, call) {
    const found = (await byId<AttendanceBook>('attendanceBooks', input.activityId)) ?? noSheets(input.activityId);
    const known = recall(found.requests, call.request);
    if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    const book = await atRest(found, call.now);
    const before = book.requests.find(({ id }) => id === call.request.id);
    // The digest is of this operation and its input, so what was answered then is an answer of it.
    if (known === 'same' && before) return { ok: true, value: before.answer as Imported };
    const drafted = await draftAttendance(input, call);
    if ('refused' in drafted) return drafted.refused;
    const { issues, plan } = drafted.draft;
    if (issues.length > 0) return { ok: false, refusal: 'BAD_ROWS', detail: { badRows: badRowsOf(issues) } };
    if (plan.removed.length > 0 && input.yes !== plan.digest) {
      return { ok: false, refusal: 'NEEDS_YES', detail: { removed: plan.removed.length, digest: plan.digest } };
    }
    const answer = await decide(drafted.draft, book, call);
    await letGo(input.fileId, call.now);
    return { ok: true, value: answer };
  },
});
