import { read, utils, type WorkBook } from '@e965/xlsx';
import type { AuditEntryRecord } from '../../domain/audit/audit';
import type { ExportRecord } from '../../domain/export/export';
import type { Answer, ExportContract, ExportOf } from '../../types/contract';
import type { Called, RunningCloud } from './cloud';
import { accepted } from './organizing';
import { requestIds } from './request-ids';
import { documents, FIRST_ADMIN, runSweep } from './town';

export const requestId = requestIds(31);

/** Calls an operation of the exports. */
export function atExport<O extends keyof ExportContract & string>(
  cloud: RunningCloud,
  op: O,
  input: ExportContract[O]['input'],
  openid = FIRST_ADMIN,
  request = requestId(),
): Promise<Called<Answer<ExportContract[O]>>> {
  return cloud.call('export', op, input, { openid, requestId: request });
}

export const sweepExports = (cloud: RunningCloud): Promise<number> => runSweep(cloud, 'sweepExports', 'export');

export const auditEntries = (cloud: RunningCloud): Promise<AuditEntryRecord[]> =>
  documents<AuditEntryRecord>(cloud, 'auditEntries');

export const exportsOf = (cloud: RunningCloud): Promise<ExportRecord[]> => documents<ExportRecord>(cloud, 'exports');

/** A workbook as a library reads it that shares no code with ours: its sheets with their rows, heads first. */
export class ReadWorkbook {
  constructor(readonly book: WorkBook) {}

  get names(): string[] {
    return this.book.SheetNames;
  }

  rows(name = this.names[0] ?? ''): unknown[][] {
    const sheet = this.book.Sheets[name];
    return sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: '' }) : [];
  }

  /** Rows by their heads. */
  records(name = this.names[0] ?? ''): Record<string, unknown>[] {
    const [heads = [], ...rows] = this.rows(name);
    return rows.map((row) => Object.fromEntries(heads.map((head, at) => [String(head), row[at]])));
  }
}

/** Fetches the file behind a link, as a phone or a browser does. */
export async function fetched(url: string): Promise<ReadWorkbook> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the file was not given: ${response.status}`);
  return new ReadWorkbook(read(Buffer.from(await response.arrayBuffer()), { cellDates: true }));
}

export async function started(cloud: RunningCloud, of: ExportOf, openid = FIRST_ADMIN): Promise<string> {
  return accepted((await atExport(cloud, 'start', { of }, openid)).answer).exportId;
}

/** The file of an export that is ready. */
export async function opened(cloud: RunningCloud, exportId: string, openid = FIRST_ADMIN): Promise<ReadWorkbook> {
  return fetched(accepted((await atExport(cloud, 'link', { exportId }, openid)).answer).url);
}

/** Asked for, written and fetched. */
export async function exported(cloud: RunningCloud, of: ExportOf, openid = FIRST_ADMIN): Promise<ReadWorkbook> {
  const id = await started(cloud, of, openid);
  await sweepExports(cloud);
  return opened(cloud, id, openid);
}
