import * as v from 'valibot';
import { columnsFor } from '../../domain/sheet/check';
import { type Recognised, rowsBelow } from '../../domain/sheet/columns';
import type { Purpose } from '../../domain/sheet/fields';
import { COLUMNS_MOST, type Table } from '../../domain/sheet/table';
import type { ReadSheet, Refused, SheetFile, SheetProblem, SheetRefusals } from '../../types/contract';
import type { Caller } from '../kit/caller';
import { text } from '../kit/fields';
import { readSheet } from '../kit/sheet/read';
import { fetchFile, type NoFile, strangeFile } from './uploads';

export const sheetFile = {
  fileId: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  sheet: v.exactOptional(text(1, 60)),
};

const column = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(COLUMNS_MOST - 1)));

/** Which column is which field. */
export const columns = v.strictObject({
  ...{ name: column, phone: column, enterprise: column },
  ...{ employment: column, activity: column, day: column },
});

export interface OpenSheet {
  table: Table;
  recognised: Recognised;
  from: Pick<ReadSheet, 'sheet' | 'sheets' | 'encoding'>;
}

export function problem(of: SheetProblem): Refused<Pick<SheetRefusals, 'SHEET_PROBLEM'>> {
  return { ok: false, refusal: 'SHEET_PROBLEM', detail: { problem: of } };
}

/** The sheet of a file of the caller's own, with what its columns seem to be. */
export async function openSheet(
  { fileId, sheet }: SheetFile,
  purpose: Purpose,
  caller: Caller,
): Promise<{ open: OpenSheet } | { refused: NoFile }> {
  const strange = strangeFile(fileId, caller);
  if (strange) return { refused: strange };
  const fetched = await fetchFile(fileId);
  if ('refused' in fetched) return fetched;
  const read = await readSheet(fetched.bytes, sheet);
  if (read.kind === 'problem') return { refused: problem(read.problem) };
  const { kind: _kind, table, ...from } = read;
  const checked = columnsFor(table, purpose);
  if (checked.kind === 'problem') return { refused: problem(checked.problem) };
  return { open: { table, recognised: checked.recognised, from } };
}

export function presentSheet({ table, recognised, from }: OpenSheet): ReadSheet {
  const { columns: found, missing, head } = recognised;
  return { ...from, columns: found, missing, rows: rowsBelow(table, head).length };
}
