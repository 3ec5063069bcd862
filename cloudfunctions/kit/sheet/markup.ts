import { looksLikeFormula, type OutCell, type OutColumn, plainText, wholeNumber } from '../../../domain/sheet/out';
import { columnLetter } from '../../../domain/sheet/table';
import { dayNumber } from '../../../domain/time/days';

/** The parts of a workbook that every program asks for, by ECMA-376; neither author nor date stands in them. */
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const numbered = (count: number, of: (number: number) => string): string =>
  Array.from({ length: count }, (_, at) => of(at + 1)).join('');

export function contentTypes(sheets: number): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${numbered(sheets, (n) => part(`worksheets/sheet${n}`, 'worksheet'))}</Types>`;
}

const link = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${LINKS}/${type}" Target="${target}"/>`;

const links = (inner: string): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;

export const ROOT_LINKS = links(link(1, 'officeDocument', 'xl/workbook.xml'));

export function workbookLinks(sheets: number): string {
  return links(
    numbered(sheets, (n) => link(n, 'worksheet', `worksheets/sheet${n}.xml`)) +
      link(sheets + 1, 'styles', 'styles.xml'),
  );
}

export function workbookXml(names: readonly string[]): string {
  const sheets = names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** Styles by their place in the list. A quoted text stays a text also when somebody clicks into it and presses enter. */
const STYLE = { text: 1, quoted: 2, integer: 3, date: 4, instant: 5, percent: 6, head: 7 } as const;

const xf = (format: number, rest = '', font = 0): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0"${format > 0 ? ' applyNumberFormat="1"' : ''}${rest}/>`;

const font = (bold: string): string =>
  `<font>${bold}<sz val="11"/><name val="等线"/><family val="2"/><charset val="134"/></font>`;

export const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="166" formatCode="0.0%"/></numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8">${xf(0)}${xf(49)}${xf(49, ' quotePrefix="1"')}${xf(3)}${xf(164)}${xf(165)}${xf(166)}${xf(49, ' applyFont="1"', 1)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Up to its rows: the first row stays in sight, columns have their widths. */
export function sheetStart(columns: readonly OutColumn[], first: boolean): string {
  const cols = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>`;
}

export const sheetEnd = (): string => '</sheetData></worksheet>';

const letters: string[] = [];

function place(column: number, row: number): string {
  letters[column] ??= columnLetter(column);
  return `r="${letters[column]}${row}"`;
}

export function cellXml(cell: OutCell, column: number, row: number, head: boolean): string {
  if (cell === undefined) return '';
  const at = place(column, row);
  switch (cell.kind) {
    case 'text':
      return textXml(cell.text, at, head);
    case 'integer':
      return `<c ${at} s="${STYLE.integer}"><v>${wholeNumber(cell.value)}</v></c>`;
    case 'date':
      return `<c ${at} s="${STYLE.date}"><v>${finite(dayNumber(cell.day) + EPOCH)}</v></c>`;
    case 'instant':
      return `<c ${at} s="${STYLE.instant}"><v>${finite(Math.floor(cell.at / 1_000) / 86_400 + EPOCH + SHANGHAI)}</v></c>`;
    case 'percent':
      return `<c ${at} s="${STYLE.percent}"><v>${finite(cell.share)}</v></c>`;
    default:
      return cell satisfies never;
  }
}

/** The serial number of 1970-01-01, and eight hours as a part of a day. */
const EPOCH = 25_569;
const SHANGHAI = 8 / 24;

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`no number for a cell: ${value}`);
  return value;
}

/** A text is written in place and typed as such: there is no element here that a program would work out. */
function textXml(text: string, at: string, head: boolean): string {
  const plain = plainText(text);
  if (plain === '') return '';
  const style = head ? STYLE.head : looksLikeFormula(plain) ? STYLE.quoted : STYLE.text;
  const kept = /^\s|\s$|[\n\t]|\s\s/.test(plain) ? ' xml:space="preserve"' : '';
  return `<c ${at} s="${style}" t="inlineStr"><is><t${kept}>${escaped(plain)}</t></is></c>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Also `_x000D_`, which programs would take for the character of that number. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
