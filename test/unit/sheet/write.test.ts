import { CFB, read } from '@e965/xlsx';
import fc from 'fast-check';
import sax from 'sax';
import { readSheet } from '../../../cloudfunctions/kit/sheet/read';
import { delimitedTable } from '../../../cloudfunctions/kit/sheet/text-file';
import { workbookBytes, workbookStream } from '../../../cloudfunctions/kit/sheet/write';
import {
  csvLine,
  looksLikeFormula,
  type OutCell,
  type OutSheet,
  plainText,
  sheetNames,
} from '../../../domain/sheet/out';
import { holdsAsync } from '../../support/seed';

const text = (of: string): OutCell => ({ kind: 'text', text: of });
const sheetOf = (rows: OutSheet['rows'], name = '表', columns = [{ head: '头', width: 12 }]): OutSheet => ({
  name,
  columns,
  rows,
});
const partOf = (bytes: Buffer, part: string): string =>
  Buffer.from(CFB.find(CFB.read(bytes, { type: 'buffer' }), `/${part}`)?.content ?? []).toString();

const DANGEROUS = ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', ' =1', '＝1', "=cmd|' /C calc'!A0"];

test('another reader sees every kind of cell as what it is', async () => {
  const row: OutCell[] = [
    text('13800001001'),
    { kind: 'integer', value: 469_000 },
    { kind: 'date', day: '2026-03-01' },
    { kind: 'instant', at: Date.parse('2026-03-01T10:30:00Z') },
    { kind: 'percent', share: 0.456 },
  ];
  const book = read(await workbookBytes([sheetOf([row], '年 报')]), { cellNF: true });
  const cells = book.Sheets['年 报'] ?? {};
  expect(['A2', 'B2', 'C2', 'D2', 'E2'].map((at) => [cells[at]?.t, cells[at]?.w])).toEqual([
    ['s', '13800001001'],
    ['n', '469,000'],
    ['n', '2026-03-01'],
    ['n', '2026-03-01 18:30'],
    ['n', '45.6%'],
  ]);
});

test('each sheet has its heads frozen and its columns as wide as asked', async () => {
  const columns = [
    { head: '姓名', width: 10 },
    { head: '单位', width: 32 },
  ];
  const bytes = await workbookBytes([sheetOf([], '一', columns), sheetOf([], '二', columns)]);
  const book = read(bytes, { cellStyles: true });
  expect(book.SheetNames).toEqual(['一', '二']);
  for (const [at, name] of book.SheetNames.entries()) {
    expect(book.Sheets[name]?.['!cols']?.map(({ width }) => width)).toEqual([10, 32]);
    const xml = partOf(bytes, `xl/worksheets/sheet${at + 1}.xml`);
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  }
});

test('parts and their order are those that programs ask for', async () => {
  const bytes = await workbookBytes([sheetOf([[text('x')]])]);
  const parts = [
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
  ];
  for (const part of [...parts, 'xl/worksheets/sheet1.xml']) {
    const xml = partOf(bytes, part);
    expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>')).toBe(true);
    expect(() => sax.parser(true).write(xml).close()).not.toThrow();
  }
  const children = (part: string): string[] => {
    const found: string[] = [];
    const parser = sax.parser(true);
    let depth = 0;
    parser.onopentag = ({ name }) => {
      depth += 1;
      if (depth === 2) found.push(name);
    };
    parser.onclosetag = () => {
      depth -= 1;
    };
    parser.write(partOf(bytes, part)).close();
    return found;
  };
  // ECMA-376 gives these as sequences: in another order Excel offers to repair the file.
  expect(children('xl/worksheets/sheet1.xml')).toEqual(['sheetViews', 'sheetFormatPr', 'cols', 'sheetData']);
  expect(children('xl/workbook.xml')).toEqual(['bookViews', 'sheets']);
  expect(children('xl/styles.xml')).toEqual([
    'numFmts',
    'fonts',
    'fills',
    'borders',
    'cellStyleXfs',
    'cellXfs',
    'cellStyles',
  ]);
  expect(partOf(bytes, '[Content_Types].xml')).toContain('PartName="/xl/worksheets/sheet1.xml"');
});

test.each(DANGEROUS)('%j is a text that no program works out, also after somebody clicks into it', async (of) => {
  const bytes = await workbookBytes([sheetOf([[text(of)]])]);
  const cell = read(bytes, { cellFormula: true }).Sheets.表?.A2;
  expect([cell?.t, cell?.f]).toEqual(['s', undefined]);
  expect(looksLikeFormula(of)).toBe(true);
  // The style of index 2 is the one with the mark of a quoted text.
  expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('<c r="A2" s="2" t="inlineStr">');
  expect(partOf(bytes, 'xl/styles.xml').split('<cellXfs')[1]?.split('<xf ')[3]).toContain('quotePrefix="1"');
});

test.each(DANGEROUS)('in a text file %j stands behind an apostrophe', (of) => {
  expect(csvLine([text(of)])).toMatch(/^"?'/);
});

test('a text file quotes what would part cells, and numbers stay numbers', () => {
  expect(csvLine([text('a,"b"'), { kind: 'integer', value: -5 }, undefined, { kind: 'percent', share: 0.5 }])).toBe(
    '"a,""b""",-5,,50%\r\n',
  );
});

test('characters that XML forbids are taken out, halves of characters too', () => {
  expect(plainText('a\u0000b\u0008c\uFFFEd\uD800e\uDC00f😀\r\ng\rh\t')).toBe('abcdef😀\ng\nh\t');
  expect(plainText(`${'x'.repeat(32_766)}😀`)).toBe('x'.repeat(32_766));
});

test('names of sheets are such as programs take', () => {
  expect(sheetNames(['a/b:c', '', '', 'A B C', 'x'.repeat(40), 'x'.repeat(40), "'q'"])).toEqual([
    'a b c',
    '表',
    '表 2',
    'A B C 2',
    'x'.repeat(31),
    `${'x'.repeat(29)} 2`,
    'q',
  ]);
});

test('the same rows give the same bytes, whenever and wherever', async () => {
  const make = () => workbookBytes([sheetOf([[text('甲'), { kind: 'date', day: '2026-03-01' }]])]);
  const first = await make();
  jest.useFakeTimers({
    now: Date.parse('2031-01-01T00:00:00Z'),
    doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'],
  });
  try {
    expect((await make()).equals(first)).toBe(true);
  } finally {
    jest.useRealTimers();
  }
});

test('a number that a cell would not hold to the last digit is a bug, not a wrong number', async () => {
  const rows: OutCell[][] = [[{ kind: 'integer', value: 1e15 }]];
  await expect(workbookBytes([sheetOf(rows)])).rejects.toThrow('no whole number');
});

test('where the rows fail the file fails', async () => {
  async function* rows(): AsyncGenerator<OutCell[]> {
    yield [text('x')];
    throw new Error('the store is away');
  }
  await expect(workbookBytes([sheetOf(rows())])).rejects.toThrow('the store is away');
});

test('rows are asked for no faster than the bytes are taken away', async () => {
  let asked = 0;
  function* rows(): Generator<OutCell[]> {
    for (; asked < 200_000; asked += 1) yield [text(`${asked} ${Math.imul(asked, 2_654_435_761)}`)];
  }
  const stream = workbookStream([sheetOf(rows())]);
  await new Promise((resolve) => stream.once('readable', resolve));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(asked).toBeLessThan(100_000);
  stream.destroy();
});

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...DANGEROUS), fc.string());
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));

/** What comes back of a cell, as text. */
function shownAs(cell: OutCell): string {
  if (cell === undefined) return '';
  if (cell.kind === 'text') return plainText(cell.text).trim();
  if (cell.kind === 'integer') return String(cell.value);
  return cell.kind === 'date' ? cell.day : 'never';
}

const anyCell: fc.Arbitrary<OutCell> = fc.oneof(
  fc.constant(undefined),
  anyText.map(text),
  fc.integer({ min: -1e9, max: 1e9 }).map((value): OutCell => ({ kind: 'integer', value })),
  anyDay.map((day): OutCell => ({ kind: 'date', day })),
);
const anyRows = fc.array(fc.array(anyCell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });

/** Rows without the empty cells at their ends, and without those that have no other. */
const filled = (rows: readonly (readonly string[])[]): string[][] =>
  rows
    .filter((row) => row.some((each) => each !== ''))
    .map((row) => row.slice(0, row.length - [...row].reverse().findIndex((each) => each !== '')));

test('what is exported and imported again has the same cells, none of them a formula', async () => {
  await holdsAsync(
    fc.asyncProperty(anyRows, async (rows) => {
      const back = await readSheet(await workbookBytes([sheetOf(rows)]));
      if (back.kind === 'problem') throw new Error(back.problem.code);
      const [, ...below] = back.table.rows;
      expect(back.table.rows.some(({ formulas }) => formulas !== undefined)).toBe(false);
      expect(filled(below.map(({ cells }) => cells.map((each) => each.trim())))).toEqual(
        filled(rows.map((row) => row.map(shownAs))),
      );
      return true as const;
    }),
    60,
  );
});

test('another reader finds no formula in any export either', async () => {
  await holdsAsync(
    fc.asyncProperty(anyRows, async (rows) => {
      const sheet = read(await workbookBytes([sheetOf(rows)]), { cellFormula: true }).Sheets.表 ?? {};
      expect(Object.values(sheet).filter((cell: unknown) => typeof cell === 'object' && Object(cell).f)).toEqual([]);
      return true as const;
    }),
    40,
  );
});

test('what is exported as a text file and imported again has the same cells, none of them a formula', async () => {
  await holdsAsync(
    fc.asyncProperty(anyRows, async (rows) => {
      const { rows: back } = delimitedTable(`头,头\r\n${rows.map(csvLine).join('')}`);
      expect(back.some(({ formulas }) => formulas !== undefined)).toBe(false);
      expect(filled(back.slice(1).map(({ cells }) => cells.map((each) => each.trim())))).toEqual(
        filled(rows.map((row) => row.map(shownAs))),
      );
      return true as const;
    }),
    60,
  );
});
