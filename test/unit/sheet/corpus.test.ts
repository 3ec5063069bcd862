import { readSheet } from '../../../cloudfunctions/kit/sheet/read';
import { issueWords, noticeLines, problemWords } from '../../../domain/wording/sheet';
import { BAD_FILES, BAD_ROWS, CSV, HEADS, LONG, ROWS, UNIT } from '../../support/bad-sheets';
import { bomb, bytesOf, gbk, type RosterOutcome, rosterFrom, workbookOf, xlsx } from '../../support/sheets';

const problemOf = (outcome: RosterOutcome): string =>
  outcome.kind === 'problem' ? problemWords(outcome.problem).title : 'none';

function told(outcome: RosterOutcome): { rows: number[]; issues: string[]; notices: string[] } {
  if (outcome.kind === 'problem') throw new Error(outcome.problem.code);
  return {
    rows: outcome.rows.map(({ row }) => row),
    issues: outcome.issues.map(issueWords),
    notices: noticeLines(outcome.notices),
  };
}

const clean = { rows: [2, 3], issues: [], notices: [] };

describe('sheets that are odd and can be read', () => {
  test('a plain one', async () => {
    expect(told(await rosterFrom(xlsx(ROWS)))).toEqual(clean);
  });

  test('a title merged over the heads is passed over', async () => {
    const rows = [['2026 年会员名单'], ...ROWS];
    expect(told(await rosterFrom(xlsx(rows, ['A1:C1'])))).toEqual({ ...clean, rows: [3, 4] });
  });

  test('two rows of heads are read together, also where the upper ones are merged', async () => {
    const rows = [
      ['序号', '姓名', '联系方式', undefined, '单位'],
      [undefined, undefined, '手机', '微信', undefined],
      ['1', '张三', '13800001001', 'wx1', UNIT],
    ];
    const merged = await rosterFrom(xlsx(rows, ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2']));
    expect(told(merged)).toEqual({ rows: [3], issues: [], notices: [] });
    expect(merged.kind === 'read' && merged.recognised.columns.map(({ field }) => field)).toEqual([
      undefined,
      'name',
      'phone',
      undefined,
      'enterprise',
    ]);
  });

  test('two rows of heads of which nothing is merged', async () => {
    const rows = [
      ['姓名', '联系方式', undefined, '单位'],
      [undefined, '手机', '微信'],
      ['张三', '13800001001', 'wx1', UNIT],
    ];
    expect(told(await rosterFrom(xlsx(rows)))).toEqual({ rows: [3], issues: [], notices: [] });
  });

  test('an enterprise merged over its people is theirs', async () => {
    const rows = [HEADS, ['张三', '13800001001', UNIT], ['李四', '13800001002'], ['王五', '13800001003']];
    expect(told(await rosterFrom(xlsx(rows, ['C2:C4'])))).toEqual({ ...clean, rows: [2, 3, 4] });
  });

  test('blank rows are skipped and do not shift the numbers', async () => {
    const rows = [HEADS, [], ['张三', '13800001001', UNIT], [' ', undefined, ''], ['李四', '1380000100', UNIT]];
    expect(told(await rosterFrom(xlsx(rows)))).toEqual({
      rows: [3],
      issues: ['第 5 行 B 列：手机号“1380000100”不对，有 10 位数字，要 11 位'],
      notices: ['跳过 2 个空行'],
    });
  });

  test('full-width digits, blanks and +86 are taken as meant', async () => {
    const rows = [HEADS, ['张三', '１３８００００１００１', UNIT], ['李四', '+86 138-0000-1002', UNIT]];
    expect(told(await rosterFrom(xlsx(rows)))).toEqual({ ...clean, notices: ['2 个手机号去掉了空格、全角或 +86'] });
  });

  test('phones kept as numbers have all their digits', async () => {
    const outcome = await rosterFrom(xlsx([HEADS, ['张三', 13800001001, UNIT]]));
    expect(outcome.kind === 'read' && outcome.rows[0]?.phone).toBe('13800001001');
  });

  test.each([
    ['UTF-8', Buffer.from(CSV), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${CSV}`), 'utf-8'],
    ['GBK', gbk(CSV), 'gb18030'],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${CSV.replaceAll(',', '\t')}`, 'utf16le'), 'utf-16'],
  ])('a text file in %s, and it is said how it was taken', async (_, bytes, encoding) => {
    expect(await readSheet(bytes)).toMatchObject({ encoding });
    expect(told(await rosterFrom(bytes))).toEqual(clean);
  });

  test('a sheet that nobody sees is not taken, nor an empty one', async () => {
    const book = workbookOf([['姓名', '手机']]);
    const visible = workbookOf(ROWS);
    const [hidden, blank, seen] = ['hidden', 'blank', 'seen'];
    book.SheetNames = [hidden, blank, seen];
    book.Sheets = {
      [hidden]: workbookOf([['x']]).Sheets.名单 ?? {},
      [blank]: workbookOf([]).Sheets.名单 ?? {},
      [seen]: visible.Sheets.名单 ?? {},
    };
    book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }, { Hidden: 0 }] };
    expect(await readSheet(bytesOf(book))).toMatchObject({ sheet: 'seen', sheets: ['blank', 'seen'] });
    expect(await readSheet(bytesOf(book), 'hidden')).toMatchObject({ problem: { code: 'NO_SUCH_SHEET' } });
  });
});

describe('rows that are bad, each with its explanation', () => {
  test.each(BAD_ROWS)('%s', async (_, bytes, issues) => {
    expect(told(await rosterFrom(bytes())).issues).toEqual(issues);
  });

  test('a formula in a column that is not needed hurts nobody', async () => {
    const rows = [
      [...HEADS, '合计'],
      ['张三', '13800001001', UNIT, { f: 'SUM(1,1)', v: '2' }],
    ];
    expect(told(await rosterFrom(xlsx(rows)))).toEqual({ ...clean, rows: [2] });
  });
});

describe('files of which nothing can be made, each with its explanation', () => {
  test.each(BAD_FILES)('%s', async (_, bytes, title) => {
    expect(problemOf(await rosterFrom(await bytes()))).toBe(title);
  });

  test('5,000 people are not too many', async () => {
    const outcome = await rosterFrom(xlsx(LONG.slice(0, 5_001)));
    expect(outcome.kind === 'read' && [outcome.rows.length, outcome.issues.length]).toEqual([5_000, 0]);
  });

  test('a bomb whose directory lies about its size is broken, whatever it unpacks to', async () => {
    const bytes = await bomb(30);
    // The size of the sheet stands three times: in its own header, in the directory, and nowhere else.
    const size = Buffer.alloc(4);
    size.writeUInt32LE(30_000_000 + '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>'.length);
    const lie = Buffer.from(bytes);
    for (let at = lie.indexOf(size); at !== -1; at = lie.indexOf(size, at)) lie.writeUInt32LE(1_000, at);
    expect(problemOf(await rosterFrom(lie))).toBe('文件不完整，打不开');
  });
});
