import { fieldOf } from './fields';
import { COLUMNS_MOST, HEAD_WITHIN, type SheetRow, type Shown, shownIn, type Table } from './table';

/** Where the heads stand, and what they say by column. */
export interface Head {
  first: number;
  last: number;
  texts: readonly string[];
}

/** A candidate; `both` where each of two rows says something that is recognised. */
type Candidate = Head & { both?: boolean };

/**
 * The heads of a sheet: of its first rows the one in which most columns are recognised, or two of them together, as where
 * `联系方式` is merged over `手机` and `微信`. Titles above are passed over. None where no row names a phone or two fields:
 * then the first row of people would be lost as a head.
 */
export function headOf(table: Table): Head | undefined {
  const shown = shownIn(table);
  const top = table.rows.slice(0, HEAD_WITHIN);
  const candidates = top.flatMap((row, at): Candidate[] => {
    const next = top[at + 1];
    const alone = [oneRow(row, shown)];
    return next?.number === row.number + 1 ? [...alone, twoRows(row, next, shown)] : alone;
  });
  let best: { head: Head; score: number } | undefined;
  for (const { both, ...head } of candidates) {
    const score = scoreOf(head, both);
    if (score > (best?.score ?? 0)) best = { head, score };
  }
  return best?.head;
}

/**
 * Fields that are recognised, sure heads above likely ones. Of as many, two rows count more than one where both say something,
 * or the lower one would be taken for a person; else less, or a person would be taken for a head.
 */
function scoreOf({ texts, first, last }: Head, both = false): number {
  const found = new Map<string, number>();
  for (const text of texts) {
    const meant = fieldOf(text);
    if (meant) found.set(meant.field, Math.max(found.get(meant.field) ?? 0, meant.how === 'sure' ? 1 : 0.9));
  }
  if (found.size < 2 && !found.has('phone')) return 0;
  return [...found.values()].reduce((sum, each) => sum + each, 0) + (last - first) * (both ? 0.02 : -0.01);
}

const widthOf = (...rows: SheetRow[]): number[] => {
  const width = Math.min(COLUMNS_MOST, Math.max(...rows.map(({ cells }) => cells.length)));
  return Array.from({ length: width }, (_, column) => column);
};

function oneRow(row: SheetRow, shown: Shown): Head {
  return { first: row.number, last: row.number, texts: widthOf(row).map((column) => shown(row, column).text) };
}

function twoRows(upper: SheetRow, lower: SheetRow, shown: Shown): Candidate {
  const texts = widthOf(upper, lower).map((column) => {
    const above = shown(upper, column).text || leftOf(upper, lower, column);
    const below = shown(lower, column).text;
    if (below === '' || below === above) return above;
    return fieldOf(below) || above === '' ? below : `${above} ${below}`;
  });
  const says = ({ cells }: SheetRow): boolean => cells.some((text) => fieldOf(text) !== undefined);
  return { first: upper.number, last: lower.number, texts, both: says(upper) && says(lower) };
}

/** A head over several columns without being merged: it stands over the first of them. Only where something is below. */
function leftOf(upper: SheetRow, lower: SheetRow, column: number): string {
  if ((lower.cells[column] ?? '') === '') return '';
  return [...upper.cells.slice(0, column)].reverse().find((text) => text !== '') ?? '';
}
