import { digestOfText } from '../../domain/id/base32';
import { IMPORT_V, type UploadRecord } from '../../domain/sheet/import-record';
import { isSheetOf, sheetFolder } from '../../domain/sheet/own-sheet';
import { DAY_MS } from '../../domain/time/shanghai';
import type { CommonRefusals, Refused, SheetRefusals } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';
import { _, platformContext } from '../kit/cloud';
import { changeIf, find, insertOnce, removeAll } from '../kit/documents';
import { deleteFiles, linkTo } from '../kit/files';
import type { Call } from '../kit/operation';
import { FILE_MOST } from '../kit/sheet/refused';
import { forEachDue, SWEEP_MOST, underLease } from '../kit/sweep';

export type NoFile = Refused<Pick<SheetRefusals, 'NO_FILE' | 'SHEET_PROBLEM'> & Pick<CommonRefusals, 'BAD_INPUT'>>;

/** Longer than a sheet takes to be put right. */
const KEPT_MS = DAY_MS;

/** Seconds that an address of a file is good for: fetching begins at once. */
const FETCHED_WITHIN = 60;

const uploadId = (fileId: string): string => digestOfText(fileId);

/**
 * Notes a file before anything else is done with it, so that it is deleted whatever happens next: also where its sheet is refused
 * unread. Only one of the caller's own, or anybody could have anybody's deleted.
 */
export async function noteUpload(fileId: string, { caller, now }: Pick<Call, 'caller' | 'now'>): Promise<void> {
  if (strangeFile(fileId, caller)) return;
  const record: UploadRecord = { _id: uploadId(fileId), v: IMPORT_V, fileId, dueAt: now + KEPT_MS };
  await insertOnce('uploads', record);
}

/** It is not needed any more: the next sweep deletes it. */
export async function letGo(fileId: string, now: Instant): Promise<void> {
  await changeIf('uploads', uploadId(fileId), {}, { dueAt: now });
}

/** A file of anybody else's, or of another environment, is no sheet of the caller's. */
export function strangeFile(fileId: string, { key }: Caller): NoFile | undefined {
  const { ENV = '' } = platformContext();
  if (isSheetOf(fileId, sheetFolder(key), ENV)) return undefined;
  const issues = [{ path: 'fileId', message: 'expects a file of the caller’s own' }];
  return { ok: false, refusal: 'BAD_INPUT', detail: { issues } };
}

function tooLarge(bytes: number): NoFile {
  const problem = { code: 'FILE_TOO_LARGE' as const, bytes, most: FILE_MOST };
  return { ok: false, refusal: 'SHEET_PROBLEM', detail: { problem } };
}

/** What the file holds. One that is too large is not fetched: what is said of its size first, and what comes, are both looked at. */
export async function fetchFile(fileId: string): Promise<{ bytes: Buffer } | { refused: NoFile }> {
  const address = await linkTo(fileId, FETCHED_WITHIN);
  const response = address === undefined ? undefined : await fetch(address);
  if (!response?.ok || !response.body) return { refused: { ok: false, refusal: 'NO_FILE', detail: {} } };
  const said = Number(response.headers.get('content-length') ?? 0);
  const pieces: Uint8Array[] = [];
  const body = response.body.getReader();
  let bytes = 0;
  while (said <= FILE_MOST && bytes <= FILE_MOST) {
    const { done, value } = await body.read();
    if (done) break;
    pieces.push(value);
    bytes += value.length;
  }
  await body.cancel();
  return Math.max(said, bytes) > FILE_MOST
    ? { refused: tooLarge(Math.max(said, bytes)) }
    : { bytes: Buffer.concat(pieces) };
}

/** Files that were imported, and those that nobody came back to. */
export const sweepUploads = underLease('import.sweepUploads', async (now) => {
  const due = await find<UploadRecord>(
    'uploads',
    { dueAt: _.lte(now) },
    { orderBy: ['dueAt', 'asc'], limit: SWEEP_MOST },
  );
  const done = await forEachDue('import.sweepUploads', due, async ({ _id, fileId }) => {
    await deleteFiles([fileId]);
    await removeAll('uploads', { _id });
  });
  return { found: due.length, done: done.length };
});
