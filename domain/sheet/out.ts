import type { Day, Instant } from '../../types/vocabulary';
import { wallTime } from '../time/shanghai';

/** What goes into a cell of an export. Its kind says how a program shows and sorts it; none of them is ever worked out. */
export type OutCell =
  | { kind: 'text'; text: string }
  | { kind: 'integer'; value: number }
  | { kind: 'date'; day: Day }
  /** To the second, as clocks in Shanghai show it. */
  | { kind: 'instant'; at: Instant }
  /** From 0 to 1. */
  | { kind: 'percent'; share: number }
  | undefined;

export interface OutColumn {
  head: string;
  /** In digits of plain type; a Chinese character takes two. */
  width: number;
}

/** One sheet; its rows may come from anywhere, a page at a time. */
export interface OutSheet {
  name: string;
  columns: readonly OutColumn[];
  rows: Iterable<readonly OutCell[]> | AsyncIterable<readonly OutCell[]>;
}

/** No program takes more in a cell. */
const TEXT_MOST = 32_767;
/** Nor more rows in a sheet, its heads included. */
export const SHEET_ROWS_MOST = 1_048_576;
const NAME_MOST = 31;
/** Of programs' 15 digits all are kept up to here. */
const INTEGER_MOST = 999_999_999_999_999;

/** What XML has no room for: control characters, halves of characters, and two that are none. Line ends become one kind. */
export function plainText(text: string): string {
  const whole = text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '');
  return whole.length <= TEXT_MOST ? whole : whole.slice(0, TEXT_MOST).replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * Whether a program could take the text for something to work out: it begins with a sign that opens a formula, also
 * full-width or behind blanks, or with a character that hides one.
 */
export function looksLikeFormula(text: string): boolean {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text);
}

/** A whole number that a cell holds to the last digit; another one is a bug of ours. */
export function wholeNumber(value: number): number {
  if (!Number.isInteger(value) || Math.abs(value) > INTEGER_MOST) throw new RangeError(`no whole number: ${value}`);
  return value === 0 ? 0 : value;
}

/** Names as programs take them: without `[]:*?/\`, at most 31 characters, each once, never empty. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const clean =
      plainText(name)
        .replace(/[[\]:*?/\\\n\t]/g, ' ')
        .replace(/^[\s']+|[\s']+$/g, '') || '表';
    for (let number = 1; ; number += 1) {
      const ending = number === 1 ? '' : ` ${number}`;
      const short = [...clean]
        .slice(0, NAME_MOST)
        .join('')
        .slice(0, NAME_MOST - ending.length)
        .replace(/[\uD800-\uDBFF]$/, '');
      const whole = `${short}${ending}`;
      if (taken.has(whole.toLowerCase())) continue;
      taken.add(whole.toLowerCase());
      return whole;
    }
  });
}

/** Tells programs that a text file is UTF-8; without it they take it for GBK. */
export const CSV_MARK = '\uFEFF';

/** One line of a text export. A text that looks like a formula, or begins with an apostrophe, stands behind one more. */
export function csvLine(cells: readonly OutCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: OutCell): string {
  if (cell === undefined) return '';
  switch (cell.kind) {
    case 'text': {
      const text = plainText(cell.text);
      const safe = looksLikeFormula(text) || text.startsWith("'") ? `'${text}` : text;
      return /[",\n\t;']|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
    }
    case 'integer':
      return String(wholeNumber(cell.value));
    case 'date':
      return cell.day;
    case 'instant':
      return wallTime(cell.at).replace('T', ' ');
    case 'percent':
      return `${Math.round(cell.share * 1_000) / 10}%`;
    default:
      return cell satisfies never;
  }
}
