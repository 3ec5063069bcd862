import { type CsvError, parse } from 'csv-parse/sync';
import { looksLikeFormula } from '../../../domain/sheet/out';
import { HEAD_WITHIN, ROWS_MOST, type SheetRow, type Table } from '../../../domain/sheet/table';
import { broken, CELL_MOST, SheetRefused } from './refused';

export type Encoding = 'utf-8' | 'utf-16' | 'gb18030';

/** Lines that a file may have, the blank ones included. */
const LINES_MOST = 50_000;
const DELIMITERS = [',', '\t', ';', '，', '|'];

/**
 * The text of a file: by its mark if it has one, else UTF-8 if it is that throughout, else GB18030, of which GBK is a part.
 * Other encodings cannot be told from those by looking, so which one was taken is said along with what was read.
 */
export function textOf(bytes: Buffer): { text: string; encoding: Encoding } {
  const marked = MARKS.find(({ mark }) => bytes.subarray(0, mark.length).equals(Buffer.from(mark)));
  if (marked) return { text: decoded(bytes, marked.label), encoding: marked.encoding };
  // UTF-16 without its mark: every second byte of plain letters is zero, and no other text has any.
  if (bytes.includes(0)) throw new SheetRefused({ code: 'ENCODING' });
  try {
    return { text: decoded(bytes, 'utf-8'), encoding: 'utf-8' };
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    return { text: decoded(bytes, 'gb18030'), encoding: 'gb18030' };
  }
}

const MARKS: readonly { mark: number[]; label: string; encoding: Encoding }[] = [
  { mark: [0xef, 0xbb, 0xbf], label: 'utf-8', encoding: 'utf-8' },
  { mark: [0xff, 0xfe], label: 'utf-16le', encoding: 'utf-16' },
  { mark: [0xfe, 0xff], label: 'utf-16be', encoding: 'utf-16' },
];

/** A runtime built without GB18030 throws a RangeError, wrong bytes a TypeError: either way it cannot be read here. */
function decoded(bytes: Buffer, label: string): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new SheetRefused({ code: 'ENCODING' });
  }
}

/** A table of delimited text, rows numbered as a spreadsheet program shows them: a quoted line break makes no row. */
export function delimitedTable(text: string): Table {
  const rows: SheetRow[] = [];
  recordsOf(text).forEach((record, at) => {
    const read = record.map(cellIn);
    if (read.every(({ text: shown }) => shown.trim() === '')) return;
    if (rows.length >= ROWS_MOST + HEAD_WITHIN) throw new SheetRefused({ code: 'TOO_MANY_ROWS', most: ROWS_MOST });
    const formulas = read.flatMap(({ formula }, column) => (formula ? [column] : []));
    const row = { number: at + 1, cells: read.map(({ text: shown }) => shown) };
    rows.push(formulas.length > 0 ? { ...row, formulas } : row);
  });
  return { rows, merges: [] };
}

function recordsOf(text: string): string[][] {
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 100_000,
      to: LINES_MOST,
    });
    if (records.length < LINES_MOST) return records;
  } catch (error) {
    if (isCsvError(error)) throw broken();
    throw error;
  }
  throw new SheetRefused({ code: 'TOO_MANY_ROWS', most: ROWS_MOST });
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
}

/** What most often stands between the cells of the first lines; a comma where nothing does. */
function delimiterOf(text: string): string {
  const top = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split('\n', HEAD_WITHIN)
    .join('\n');
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: top.split(delimiter).length - 1 }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}

/** `="138…"` and `'138…` are ways to keep digits as text; another `=` would be worked out by a program. */
function cellIn(cell: string): { text: string; formula: boolean } {
  const kept = /^="([^"]*)"$/.exec(cell)?.[1] ?? withoutApostrophe(cell);
  return { text: kept.slice(0, CELL_MOST), formula: kept === cell && /^=./.test(cell) };
}

/** Only where it says that what follows is text, as our own files have it. */
function withoutApostrophe(cell: string): string {
  if (!cell.startsWith("'")) return cell;
  const rest = cell.slice(1);
  return looksLikeFormula(rest) || /^['\d]/.test(rest) ? rest : cell;
}
