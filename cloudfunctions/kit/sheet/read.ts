import type { SheetProblem } from '../../../domain/sheet/issue';
import type { Table } from '../../../domain/sheet/table';
import { Archive } from './archive';
import { broken, FILE_MOST, SheetRefused } from './refused';
import { delimitedTable, type Encoding, textOf } from './text-file';
import { sharedOf, type Workbook, workbookIn } from './workbook';
import { tableIn } from './worksheet';

export type ReadSheet =
  | {
      kind: 'table';
      table: Table;
      /** The sheet that was read, and all that one can see; none in a text file. */
      sheet?: string;
      sheets: string[];
      /** How the characters of a text file were taken. */
      encoding?: Encoding;
    }
  | { kind: 'problem'; problem: SheetProblem };

/**
 * Reads a sheet from a workbook or from delimited text, whatever the file is called: the one asked for, else the first that
 * one can see and that is not empty. What cannot be read is told as what it is. Bytes and what they unpack to are
 * bounded, so that any file costs some tens of megabytes and a few seconds at most.
 */
export async function readSheet(bytes: Uint8Array, asked?: string): Promise<ReadSheet> {
  try {
    return await reading(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), asked);
  } catch (error) {
    if (error instanceof SheetRefused) return { kind: 'problem', problem: error.problem };
    throw error;
  }
}

async function reading(bytes: Buffer, asked: string | undefined): Promise<ReadSheet> {
  if (bytes.length > FILE_MOST)
    throw new SheetRefused({ code: 'FILE_TOO_LARGE', bytes: bytes.length, most: FILE_MOST });
  if (bytes.length === 0) throw new SheetRefused({ code: 'EMPTY_FILE' });
  const begins = (...start: number[]) => bytes.subarray(0, start.length).equals(Buffer.from(start));
  if (begins(0x50, 0x4b)) return fromArchive(bytes, asked);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new SheetRefused(oldProblem(bytes));
  if (begins(0x25, 0x50, 0x44, 0x46)) throw new SheetRefused({ code: 'NOT_A_SHEET', found: 'pdf' });
  if (begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff) || begins(0x47, 0x49, 0x46)) {
    throw new SheetRefused({ code: 'NOT_A_SHEET', found: 'picture' });
  }
  const { text, encoding } = textOf(bytes);
  if (/^\s*<(?:!doctype|html|table|meta|head|\?xml)/i.test(text)) {
    throw new SheetRefused({ code: 'NOT_A_SHEET', found: 'html' });
  }
  if (UNPRINTABLE.test(text)) throw new SheetRefused({ code: 'NOT_A_SHEET', found: 'unknown' });
  return { kind: 'table', table: delimitedTable(text), sheets: [], encoding };
}

const UNPRINTABLE = /(?![\t-\r])\p{Cc}/u;

/** The container of old programs holds a workbook of theirs, or a new one locked with a password. */
function oldProblem(bytes: Buffer): SheetProblem {
  const locked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return locked ? { code: 'PASSWORD' } : { code: 'NOT_A_SHEET', found: 'xls' };
}

async function fromArchive(bytes: Buffer, asked: string | undefined): Promise<ReadSheet> {
  const archive = await Archive.open(bytes);
  const workbook = await workbookIn(archive);
  if (!workbook) throw new SheetRefused({ code: 'NOT_A_SHEET', found: otherArchive(archive) });
  const seen = workbook.sheets.filter(({ hidden }) => !hidden);
  const sheets = seen.map(({ name }) => name);
  const wanted = asked === undefined ? seen : seen.filter(({ name }) => name === asked);
  if (wanted.length === 0 && asked !== undefined) throw new SheetRefused({ code: 'NO_SUCH_SHEET', sheets });
  return { kind: 'table', sheets, ...(await firstFilled(archive, workbook, wanted)) };
}

async function firstFilled(archive: Archive, workbook: Workbook, wanted: Workbook['sheets']) {
  const shared = await sharedOf(archive, workbook);
  for (const { name, part } of wanted) {
    if (!archive.has(part)) throw broken();
    const table = await tableIn(archive, part, shared);
    if (table.rows.length > 0) return { table, sheet: name };
  }
  return { table: { rows: [], merges: [] } };
}

function otherArchive(archive: Archive): 'xlsb' | 'ods' | 'zip' {
  if (archive.has('xl/workbook.bin')) return 'xlsb';
  return archive.has('content.xml') && archive.has('mimetype') ? 'ods' : 'zip';
}
