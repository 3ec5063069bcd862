import { type CellObject, CFB, type Range, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import { ZipFile } from 'yazl';
import { readSheet } from '../../cloudfunctions/kit/sheet/read';
import { columnsFor } from '../../domain/sheet/check';
import { choiceOf, type Recognised } from '../../domain/sheet/columns';
import { enterpriseFinder } from '../../domain/sheet/enterprises';
import type { SheetProblem } from '../../domain/sheet/issue';
import { type RosterTerms, rosterRows } from '../../domain/sheet/roster-rows';
import type { Table } from '../../domain/sheet/table';

export type Value = string | number | Date | undefined | { f: string; v: string };

/** Sheets are made by a library that shares no code with ours. */
export function workbookOf(rows: readonly (readonly Value[])[], merges: readonly string[] = []): WorkBook {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheetOf(rows, merges), '名单');
  return book;
}

export function sheetOf(rows: readonly (readonly Value[])[], merges: readonly string[] = []): WorkSheet {
  const plain = rows.map((row) => row.map((value) => (isFormula(value) ? value.v : value)));
  const sheet = utils.aoa_to_sheet(plain, { cellDates: false, dateNF: 'yyyy-mm-dd' });
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      if (isFormula(value))
        sheet[utils.encode_cell({ r, c })] = { t: 's', f: value.f, v: value.v } satisfies CellObject;
    });
  });
  sheet['!merges'] = merges.map((each): Range => utils.decode_range(each));
  return sheet;
}

const isFormula = (value: Value): value is { f: string; v: string } =>
  typeof value === 'object' && !(value instanceof Date);

export function xlsx(rows: readonly (readonly Value[])[], merges: readonly string[] = []): Buffer {
  return bytesOf(workbookOf(rows, merges));
}

export function bytesOf(book: WorkBook, bookType: 'xlsx' | 'biff8' | 'ods' | 'xlsb' | 'html' = 'xlsx'): Buffer {
  return Buffer.from(write(book, { type: 'buffer', bookType, compression: true }));
}

/** What programs make of a workbook with a password: their old container around something unreadable. */
export function locked(): Buffer {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(100, 7));
  CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5_000, 9));
  return Buffer.from(CFB.write(container, { type: 'buffer' }) as Buffer);
}

export async function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** The least that is a workbook, around the given inside of a sheet. */
export function bareWorkbook(sheet: string | Buffer, more: Record<string, string> = {}): Promise<Buffer> {
  return zipOf({
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="x/styles" Target="styles.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });
}

/** Some tens of kilobytes that unpack to so many megabytes of one cell. */
export function bomb(megabytes: number): Promise<Buffer> {
  const head = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>';
  return bareWorkbook(Buffer.concat([Buffer.from(head), Buffer.alloc(megabytes * 1_000_000, 'A')]));
}

let toGbk: Map<string, number[]> | undefined;

/** Chinese text as older programs save it. */
export function gbk(text: string): Buffer {
  toGbk ??= gbkTable();
  const table = toGbk;
  return Buffer.from([...text].flatMap((character) => table.get(character) ?? [character.charCodeAt(0)]));
}

function gbkTable(): Map<string, number[]> {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const character = decoder.decode(Uint8Array.from([first, second]));
      if ([...character].length === 1 && character !== '\uFFFD') table.set(character, [first, second]);
    }
  }
  return table;
}

export const ENTERPRISES = [
  { id: 'e1', name: '禾芩生物制药有限公司' },
  { id: 'e2', name: '云杉医疗器械（北京）有限公司' },
  { id: 'e3', name: '大兴药谷孵化器有限公司' },
];

export const TERMS: RosterTerms = { find: enterpriseFinder(ENTERPRISES) };

export type RosterOutcome =
  | { kind: 'problem'; problem: SheetProblem }
  | ({ kind: 'read'; recognised: Recognised } & ReturnType<typeof rosterRows>);

/** From bytes to what an import would be told, with the columns as they are recognised. */
export async function rosterFrom(bytes: Buffer, terms: RosterTerms = TERMS): Promise<RosterOutcome> {
  const read = await readSheet(bytes);
  return read.kind === 'problem' ? read : rosterOf(read.table, terms);
}

export function rosterOf(table: Table, terms: RosterTerms = TERMS): RosterOutcome {
  const checked = columnsFor(table, 'roster');
  if (checked.kind === 'problem') return checked;
  const { recognised } = checked;
  return { kind: 'read', recognised, ...rosterRows(table, recognised.head, choiceOf(recognised), terms) };
}

/** A table as if it had been read, rows numbered from 1; blank rows are left out as a reader leaves them out. */
export function tableOf(rows: readonly (readonly string[])[]): Table {
  const numbered = rows.map((cells, at) => ({ number: at + 1, cells }));
  return { rows: numbered.filter(({ cells }) => cells.some((text) => text !== '')), merges: [] };
}
