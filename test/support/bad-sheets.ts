import { bareWorkbook, bomb, bytesOf, locked, type Value, workbookOf, xlsx, zipOf } from './sheets';

export const HEADS = ['姓名', '手机', '单位'];
export const UNIT = '禾芩生物制药有限公司';
export const ROWS = [HEADS, ['张三', '13800001001', UNIT], ['李四', '13800001002', UNIT]];
export const CSV = ROWS.map((row) => row.join(',')).join('\r\n');
/** So many people below the heads, one more than may be. */
export const LONG = [HEADS, ...Array.from({ length: 5_001 }, (_, at) => ['张三', String(13_800_000_000 + at), UNIT])];

/** A file of which nothing can be made, and what is said of it. */
export type BadFile = [what: string, bytes: () => Buffer | Promise<Buffer>, title: string];

export const BAD_FILES: BadFile[] = [
  ['a file that is far too large', () => Buffer.alloc(5_000_001, 'x'), '文件有 5.1 MB，最大 5 MB'],
  ['an empty file', () => Buffer.alloc(0), '文件是空的'],
  ['an old workbook under a new name', () => bytesOf(workbookOf(ROWS), 'biff8'), '这是旧版 Excel 表格（.xls）'],
  ['a binary workbook', () => bytesOf(workbookOf(ROWS), 'xlsb'), '这是二进制的 Excel 表格（.xlsb）'],
  ['another program’s workbook', () => bytesOf(workbookOf(ROWS), 'ods'), '这是 ODS 表格'],
  ['a page that calls itself .xls', () => bytesOf(workbookOf(ROWS), 'html'), '这其实是网页，只是名字像表格'],
  ['an archive', () => zipOf({ 'list.txt': 'x' }), '这是压缩包，不是表格'],
  ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), '这是图片，不是表格'],
  ['a PDF', () => Buffer.from('%PDF-1.7 …'), '这是 PDF，不是表格'],
  ['a workbook with a password', locked, '文件有打开密码'],
  ['half a workbook', () => xlsx(ROWS).subarray(0, 3_000), '文件不完整，打不开'],
  ['a workbook whose XML is torn', () => bareWorkbook('<worksheet><sheetData><row'), '文件不完整，打不开'],
  ['entities that unfold', () => bareWorkbook('<!DOCTYPE x [<!ENTITY a "aa">]><worksheet/>'), '文件不完整，打不开'],
  ['an archive that is a bomb', () => bomb(30), '表格展开后太大，多半是带格式的空行太多'],
  ['UTF-16 without its mark', () => Buffer.from(CSV, 'utf16le'), '认不出文字编码'],
  ['bytes in no encoding', () => Buffer.from([0x80, 0xff, 0xff, 0x30, 0x0a]), '认不出文字编码'],
  ['5,001 people', () => xlsx(LONG), '名单超过 5000 行'],
  ['5,001 people as text', () => Buffer.from(LONG.map((row) => row.join(',')).join('\n')), '名单超过 5000 行'],
  ['200,000 people', () => Buffer.from('1,2\n'.repeat(200_000)), '名单超过 5000 行'],
  ['heads and no rows', () => xlsx([HEADS]), '表里还没有名单'],
  ['an empty sheet', () => xlsx([]), '表里还没有名单'],
  ['rows and no heads', () => xlsx([['张三', '13800001001', UNIT]]), '没找到表头'],
];

/** A sheet that is read and has a row that is not taken, and what is said of that row. */
export type BadSheet = [what: string, bytes: () => Buffer, issues: string[]];

const withFormula: Value = { f: 'CONCAT("138","00001001")', v: '13800001001' };

export const BAD_ROWS: BadSheet[] = [
  [
    'a phone that stands there twice names both rows',
    () => xlsx([HEADS, ['张三', '13800001001', UNIT], ['李四', ' 138 0000 1001', UNIT]]),
    ['第 3 行 B 列：手机号和第 2 行重复，两行写的不一样'],
  ],
  [
    'a formula is not worked out and its old result not believed',
    () => xlsx([HEADS, ['张三', withFormula, UNIT]]),
    ['第 2 行 B 列：手机号是公式，请复制后“选择性粘贴”为数值'],
  ],
  [
    'a phone merged over two people is nobody else’s',
    () => xlsx([HEADS, ['张三', '13800001001', UNIT], ['李四', undefined, UNIT]], ['B2:B3']),
    ['第 3 行 B 列：手机号和第 2 行合并了，请拆开，每人填一格'],
  ],
  [
    'a phone that a program rounded has lost its digits',
    () => Buffer.from(`${HEADS.join(',')}\n张三,1.38E+10,${UNIT}\n`),
    ['第 2 行 B 列：手机号成了“1.38E+10”，后几位丢了，请把这一列设为文本，重新填'],
  ],
  [
    'a phone of ten digits stands below blank rows',
    () => xlsx([HEADS, [], ['张三', '13800001001', UNIT], [' ', undefined, ''], ['李四', '1380000100', UNIT]]),
    ['第 5 行 B 列：手机号“1380000100”不对，有 10 位数字，要 11 位'],
  ],
];
