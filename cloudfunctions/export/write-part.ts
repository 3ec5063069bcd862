import { gunzipSync, gzipSync } from 'node:zlib';
import type { ActivityRecord } from '../../domain/activity/activity';
import type { After, ExportRecord, Part } from '../../domain/export/export';
import type { Instant } from '../../types/vocabulary';
import { byId } from '../kit/documents';
import { fileBytes, putFile, vacate } from '../kit/files';
import { rowsMarkup } from '../kit/sheet/write';
import { type Names, namesFor } from './names';
import { nextPage } from './pages';

/** Rows of a part: some 4 MB as they stand in the sheet, a tenth of it squeezed. */
const PART_ROWS = 5_000;
/** A part is closed after so long, so that what a dead run has to do again is little. */
const PART_MS = 8_000;
/** Heads are number 1. */
const FIRST_ROW = 2;

/** Nobody else writes there: it is put there anew by whoever comes after a dead run. */
export const partPath = ({ _id, parts }: Pick<ExportRecord, '_id' | 'parts'>): string =>
  `exports/${_id}/part-${parts.length + 1}`;
export const filePath = ({ _id }: Pick<ExportRecord, '_id'>): string => `exports/${_id}/export.xlsx`;

export interface Written {
  part?: Part;
  after?: After;
}

async function namesOf({ of }: ExportRecord): Promise<Names | undefined> {
  if (!('activityId' in of)) return namesFor(undefined);
  const activity = await byId<Pick<ActivityRecord, '_id' | 'sessions'>>('activities', of.activityId, {
    sessions: true,
  });
  return activity && namesFor(activity);
}

/** Writes the next rows into a file of their own; `gone` where that which they are of is not there any more. */
export async function writePart(record: ExportRecord, now: Instant): Promise<Written | 'gone'> {
  const names = await namesOf(record);
  if (!names) return 'gone';
  const begun = Date.now();
  const pieces: Buffer[] = [];
  let rows = 0;
  let after = record.after;
  do {
    const page = await nextPage({ ...record, ...(after && { after }) }, names, now);
    // Squeezed page by page: members of one archive follow each other.
    if (page.rows.length > 0)
      pieces.push(gzipSync(rowsMarkup(page.rows, FIRST_ROW + record.rows + rows), { level: 1 }));
    rows += page.rows.length;
    after = page.after;
  } while (after && rows < PART_ROWS && Date.now() - begun < PART_MS);
  const further = after && { after };
  if (rows === 0) {
    // Somebody who died may have found some here that are undone since.
    await vacate(partPath(record));
    return { ...further };
  }
  return { part: { file: await putFile(partPath(record), Buffer.concat(pieces)), rows }, ...further };
}

/** All rows in their order, one part in memory at a time. */
export async function* writtenRows({ parts }: Pick<ExportRecord, 'parts'>): AsyncGenerator<Buffer> {
  for (const { file } of parts) yield gunzipSync(await fileBytes(file));
}
