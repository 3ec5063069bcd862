/** Rows of people that one import takes; what is above them (titles, heads) is not counted. */
export const ROWS_MOST = 5_000;
/** Columns that are looked at; what stands further right is as if it were not there. */
export const COLUMNS_MOST = 64;
/** Rows from the top among which the heads are sought. */
export const HEAD_WITHIN = 10;

/** A row with something in it. Blank rows are left out, so numbers may jump. */
export interface SheetRow {
  /** As the program that made the sheet counts it, from 1. */
  number: number;
  /** What one sees, as text, by column; shorter where nothing follows. A day is `2026-03-01`. */
  cells: readonly string[];
  /** Columns whose text was computed. */
  formulas?: readonly number[];
}

/** A block that shows the text of its first cell. Rows from 1, columns from 0, both ends included. */
export interface Merge {
  fromRow: number;
  toRow: number;
  fromColumn: number;
  toColumn: number;
}

/** A sheet as text, rows ascending. */
export interface Table {
  rows: readonly SheetRow[];
  merges: readonly Merge[];
}

/** `A`, `Z`, `AA`: what stands above the column in every program. */
export function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnLetter(Math.floor(column / 26) - 1)}${letter}`;
}

/** The column of such letters, or of a cell such as `AB12`; -1 where there are none. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const character of letters) {
    const digit = character.charCodeAt(0) - 64;
    if (digit < 1 || digit > 26) break;
    number = number * 26 + digit;
  }
  return number - 1;
}

export const cellOf = (row: SheetRow, column: number): string => row.cells[column] ?? '';

export const isFormula = (row: SheetRow, column: number): boolean => row.formulas?.includes(column) ?? false;

/** What a cell shows, and the row where that is written: its own, or the first of the block that it is part of. */
export type Shown = (row: SheetRow, column: number) => { text: string; from: number };

/** Looks through merged blocks. Of blocks that lie over each other, which no program makes, one counts. */
export function shownIn({ rows, merges }: Table): Shown {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const columns = new Map<number, Merge[]>();
  const inColumn = (column: number): Merge[] => {
    const known = columns.get(column);
    if (known) return known;
    const found = merges
      .filter(({ fromColumn, toColumn }) => fromColumn <= column && column <= toColumn)
      .sort((a, b) => a.fromRow - b.fromRow);
    columns.set(column, found);
    return found;
  };
  return (row, column) => {
    const own = { text: cellOf(row, column), from: row.number };
    if (own.text !== '') return own;
    const merge = lastFrom(inColumn(column), row.number);
    if (!merge || row.number > merge.toRow) return own;
    const first = byNumber.get(merge.fromRow);
    return first ? { text: cellOf(first, merge.fromColumn), from: merge.fromRow } : own;
  };
}

/** The last that begins at the row or above it. */
function lastFrom(sorted: readonly Merge[], row: number): Merge | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.fromRow ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}
