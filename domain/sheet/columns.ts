import type { SheetColumn, SheetColumns } from '../../types/contract/sheet';
import { maskPhone } from '../member/phone';
import { type Field, fieldOf, PURPOSES, type Purpose } from './fields';
import { type Head, headOf } from './head';
import { cellOf, columnLetter, type SheetRow, type Table } from './table';
import { readPhone } from './tidy';

export type Column = SheetColumn;

/** What was made of the heads. */
export interface Recognised {
  head: Head;
  columns: Column[];
  /** Fields that the purpose needs and that no column seems to be. */
  missing: Field[];
}

/** As recognised or as somebody chose. */
export type Choice = SheetColumns;

const SAMPLES = 3;
/** So many values tell what a column is about. */
const LOOKED_AT = 50;
const MOSTLY = 0.8;

/** The columns of a sheet for a purpose; `undefined` where no row looks like heads. */
export function recognise(table: Table, purpose: Purpose): Recognised | undefined {
  const head = headOf(table);
  if (!head) return undefined;
  const wanted: readonly Field[] = [...PURPOSES[purpose].needs, ...PURPOSES[purpose].takes];
  const below = rowsBelow(table, head).slice(0, LOOKED_AT);
  const width = Math.max(head.texts.length, ...below.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => columnAt(at, head, below, wanted)).filter(
    ({ head: text, samples }) => text !== '' || samples.length > 0,
  );
  const settled = settle(columns);
  const found = settled.some(({ field }) => field === 'phone') ? settled : byValues(settled, below);
  const missing = PURPOSES[purpose].needs.filter((field) => !found.some((column) => column.field === field));
  return { head, columns: found, missing };
}

/** What was recognised, as a choice to go on with. */
export function choiceOf({ columns }: Recognised): Choice {
  return Object.fromEntries(columns.flatMap(({ field, at }) => (field ? [[field, at]] : [])));
}

/** The rows of people. */
export function rowsBelow({ rows }: Table, head: Head): SheetRow[] {
  return rows.filter(({ number }) => number > head.last);
}

function columnAt(at: number, head: Head, below: readonly SheetRow[], wanted: readonly Field[]): Column {
  const text = head.texts[at] ?? '';
  const meant = fieldOf(text);
  const samples = below
    .map((row) => cellOf(row, at))
    .filter((value) => value !== '')
    .slice(0, SAMPLES)
    .map(shownSample);
  const column = { at, letter: columnLetter(at), head: text, samples };
  return meant && wanted.includes(meant.field) ? { ...column, ...meant } : column;
}

function shownSample(value: string): string {
  const read = readPhone(value);
  return read.kind === 'phone' ? maskPhone(read.phone) : value.slice(0, 40);
}

/** One column a field: a sure head before a likely one, then the first; what equals it in that is contested. */
function settle(columns: readonly Column[]): Column[] {
  const best = new Map<Field, Column>();
  const rivals = new Set<Field>();
  for (const column of columns) {
    if (!column.field) continue;
    const former = best.get(column.field);
    if (!former || (former.how === 'likely' && column.how === 'sure')) {
      best.set(column.field, column);
      rivals.delete(column.field);
    } else if (former.how === column.how) rivals.add(column.field);
  }
  return columns.map((column) => {
    if (!column.field) return column;
    const { field, how, ...rest } = column;
    if (best.get(field) === column) return rivals.has(field) ? { ...column, contested: true } : column;
    return how === best.get(field)?.how ? { ...rest, contested: true } : rest;
  });
}

/** A column without a telling head that is nearly all mobile numbers is probably the phone. */
function byValues(columns: readonly Column[], below: readonly SheetRow[]): Column[] {
  const at = columns.find((column) => {
    if (column.field) return false;
    const values = below.map((row) => cellOf(row, column.at)).filter((value) => value !== '');
    const phones = values.filter((value) => readPhone(value).kind === 'phone');
    return phones.length > 0 && phones.length >= values.length * MOSTLY && !/联系人|紧急|家属/.test(column.head);
  })?.at;
  return columns.map((column) => (column.at === at ? { ...column, field: 'phone', how: 'likely' } : column));
}
