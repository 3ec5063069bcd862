import type { UnmatchedRow } from '../../types/contract/sheet';
import type { Field } from '../sheet/fields';
import type { Fault, Issue, Notices, SheetProblem } from '../sheet/issue';

export const FIELD_WORDS: Record<Field, string> = {
  name: '姓名',
  phone: '手机号',
  enterprise: '单位',
  employment: '用工性质',
  activity: '活动',
  day: '日期',
};

type Words = { title: string; next: string };

const FOUND_WORDS: Record<Extract<SheetProblem, { code: 'NOT_A_SHEET' }>['found'], string> = {
  xls: '这是旧版 Excel 表格（.xls）',
  xlsb: '这是二进制的 Excel 表格（.xlsb）',
  ods: '这是 ODS 表格',
  zip: '这是压缩包，不是表格',
  html: '这其实是网页，只是名字像表格',
  pdf: '这是 PDF，不是表格',
  picture: '这是图片，不是表格',
  unknown: '这个文件不是表格',
};

const AS_XLSX = '用 Excel 或 WPS 打开，另存为 .xlsx 再传一次';
const COPY_OUT = '把名单复制到一张新表里，存好再传一次';

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 100_000) / 10} MB`;

const named = (fields: readonly Field[]): string => fields.map((field) => `“${FIELD_WORDS[field]}”`).join('、');

/** Why nothing can be made of a sheet, and what to do next. */
export function problemWords(problem: SheetProblem): Words {
  switch (problem.code) {
    case 'FILE_TOO_LARGE':
      return {
        title: `文件有 ${megabytes(problem.bytes)}，最大 ${megabytes(problem.most)}`,
        next: '去掉图片和用不到的表，只留名单，再传一次',
      };
    case 'EMPTY_FILE':
      return { title: '文件是空的', next: '看看是不是选错了文件' };
    case 'NOT_A_SHEET':
      return { title: FOUND_WORDS[problem.found], next: notSheetNext(problem.found) };
    case 'PASSWORD':
      return { title: '文件有打开密码', next: '打开后去掉密码，存好再传一次' };
    case 'BROKEN':
      return { title: '文件不完整，打不开', next: AS_XLSX };
    case 'UNPACKS_TOO_LARGE':
      return { title: '表格展开后太大，多半是带格式的空行太多', next: COPY_OUT };
    case 'ENCODING':
      return { title: '认不出文字编码', next: '另存为 .xlsx，或存成 UTF-8 的 CSV，再传一次' };
    case 'TOO_MANY_ROWS':
      return { title: `名单超过 ${problem.most} 行`, next: `分成几份，每份最多 ${problem.most} 行` };
    case 'NO_ROWS':
      return { title: '表里还没有名单', next: '看看名单是不是在别的工作表里' };
    case 'NO_SUCH_SHEET':
      return { title: '没有这张工作表', next: `有这些：${problem.sheets.join('、')}` };
    case 'NO_HEAD':
      return {
        title: '没找到表头',
        next: `在名单上面加一行，写上“姓名”“手机号”“单位”。现在开头是：${problem.rows.join(' / ')}`,
      };
    case 'MISSING_COLUMNS':
      return {
        title: `没找到${named(problem.fields)}这一列`,
        next: `从这些列里选，或者在表里补上：${problem.heads.join('、')}`,
      };
    default:
      return problem satisfies never;
  }
}

function notSheetNext(found: Extract<SheetProblem, { code: 'NOT_A_SHEET' }>['found']): string {
  switch (found) {
    case 'xls':
    case 'xlsb':
    case 'ods':
    case 'html':
      return AS_XLSX;
    case 'zip':
      return '解压以后传里面的表格';
    case 'pdf':
    case 'picture':
    case 'unknown':
      return '要的是 .xlsx 或 .csv';
    default:
      return found satisfies never;
  }
}

/** `第 7 行 B 列`; without a letter where the sheet has no such column. */
export function placeWords({ row, column }: Pick<Issue, 'row' | 'column'>): string {
  return column === undefined ? `第 ${row} 行` : `第 ${row} 行 ${column} 列`;
}

/** What is wrong with a row: `第 7 行 B 列：手机号和第 3 行重复，两行写的不一样`. */
export function issueWords(issue: Issue): string {
  return `${placeWords(issue)}：${faultWords(issue, FIELD_WORDS[issue.field])}`;
}

function faultWords(fault: Fault, field: string): string {
  switch (fault.code) {
    case 'MISSING':
      return `没有填${field}`;
    case 'FORMULA':
      return `${field}是公式，请复制后“选择性粘贴”为数值`;
    case 'MERGED':
      return `${field}和第 ${fault.from} 行合并了，请拆开，每人填一格`;
    case 'TOO_LONG':
      return `${field}超过 ${fault.most} 个字`;
    case 'PHONE_BAD':
      return `手机号“${fault.text}”不对，${digitWords(fault.digits)}`;
    case 'PHONE_ROUNDED':
      return `手机号成了“${fault.text}”，后几位丢了，请把这一列设为文本，重新填`;
    case 'PHONE_TWICE':
      return `手机号和第 ${fault.rows[0]} 行重复，两行写的不一样`;
    case 'ENTERPRISE_UNKNOWN':
      return `没有“${fault.text}”这个单位${fault.nearest.length > 0 ? `，是不是${fault.nearest.join('、')}` : ''}`;
    case 'ENTERPRISE_NOT_YOURS':
      return `“${fault.text}”不归你管，只能导入自己单位的人`;
    case 'DAY_UNCLEAR':
      return `看不懂日期“${fault.text}”，请写成 2026-03-01 这样`;
    case 'DAY_ELSEWHERE':
      return `${fault.day} 没有这场活动，活动在 ${fault.days.join('、')}`;
    case 'ACTIVITY_ELSEWHERE':
      return `写的是另一个活动“${fault.text}”`;
    default:
      return fault satisfies never;
  }
}

const digitWords = (digits: number): string => (digits === 11 ? '要 1 开头的手机号' : `有 ${digits} 位数字，要 11 位`);

/** What was done without asking, a line each; nothing is said where nothing was done. */
export function noticeLines(notices: Notices): string[] {
  const { blank, passedOver, repeated, tidied, employmentUnknown } = notices;
  return [
    blank > 0 ? `跳过 ${blank} 个空行` : '',
    passedOver.length > 0 ? `第 ${rowsWords(passedOver)} 行没有名单内容，跳过了` : '',
    repeated.length > 0 ? `${repeated.length} 行重复，只算一次：${repeated.map(pairWords).slice(0, 3).join('，')}` : '',
    tidied > 0 ? `${tidied} 个手机号去掉了空格、全角或 +86` : '',
    employmentUnknown.length > 0 ? `第 ${rowsWords(employmentUnknown)} 行的用工性质没认出来，其他照常导入` : '',
  ].filter((line) => line !== '');
}

/** Why nobody is counted for a row. */
export function unmatchedWords(row: UnmatchedRow): string {
  const where = `第 ${row.row} 行`;
  switch (row.why) {
    case 'not-a-member':
      return `${where}：不是会员，不计入`;
    case 'not-active':
      return `${where}：入会还没通过，不计入`;
    case 'another-name':
      return `${where}：手机号是别的会员的，名字对不上`;
    case 'signed-up':
      return `${where}：在小程序里报过名，到签到名单里补签`;
    case 'twice':
      return `${where}：和第 ${row.first} 行是同一个人，只算一次`;
    default:
      return row satisfies never;
  }
}

const pairWords = ([first, again]: [number, number]): string => `第 ${again} 行同第 ${first} 行`;

const rowsWords = (rows: readonly number[]): string =>
  `${rows.slice(0, 5).join('、')}${rows.length > 5 ? ` 等 ${rows.length}` : ''}`;
