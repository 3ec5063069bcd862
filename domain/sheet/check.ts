import { type Choice, choiceOf, type Recognised, recognise, rowsBelow } from './columns';
import { type Field, PURPOSES, type Purpose } from './fields';
import type { SheetProblem } from './issue';
import { ROWS_MOST, type Table } from './table';

export type Checked = { kind: 'columns'; recognised: Recognised } | { kind: 'problem'; problem: SheetProblem };

const problem = (of: SheetProblem): Checked => ({ kind: 'problem', problem: of });

/** Whether a sheet can serve the purpose at all; if so its columns, to be confirmed. Some may still have to be chosen. */
export function columnsFor(table: Table, purpose: Purpose): Checked {
  if (table.rows.length === 0) return problem({ code: 'NO_ROWS' });
  const recognised = recognise(table, purpose);
  if (!recognised) {
    const rows = table.rows.slice(0, 3).map(({ cells }) => cells.filter((text) => text !== '').join(' '));
    return problem({ code: 'NO_HEAD', rows: rows.map((row) => row.slice(0, 60)) });
  }
  const people = rowsBelow(table, recognised.head).length;
  if (people === 0) return problem({ code: 'NO_ROWS' });
  if (people > ROWS_MOST) return problem({ code: 'TOO_MANY_ROWS', most: ROWS_MOST });
  return { kind: 'columns', recognised };
}

/** Fields without which rows cannot be read under this choice. An enterprise that is assumed needs no column. */
export function lacking(choice: Choice, purpose: Purpose, assumed: readonly Field[] = []): Field[] {
  return PURPOSES[purpose].needs.filter((field) => choice[field] === undefined && !assumed.includes(field));
}

/** What to go on with: what somebody chose, else what was recognised; refused where a field is lacking. */
export function settledChoice(
  { recognised, chosen, assumed }: { recognised: Recognised; chosen?: Choice; assumed?: readonly Field[] },
  purpose: Purpose,
): { kind: 'choice'; choice: Choice } | { kind: 'problem'; problem: SheetProblem } {
  const choice = chosen ?? choiceOf(recognised);
  const fields = lacking(choice, purpose, assumed);
  if (fields.length === 0) return { kind: 'choice', choice };
  const heads = recognised.columns.map(({ head, letter }) => (head === '' ? letter : head));
  return { kind: 'problem', problem: { code: 'MISSING_COLUMNS', fields, heads } };
}
