import type { Choice } from './columns';
import { type Field, fieldOf } from './fields';
import type { Head } from './head';
import type { Fault, Issue, Notices } from './issue';
import { cellOf, columnLetter, isFormula, type SheetRow, shownIn, type Table } from './table';
import { compared, readPhone, tidy } from './tidy';

/** As long as a name may be when somebody joins. */
export const NAME_MOST = 30;
/** Of what was written so much is repeated in an explanation. */
const QUOTED = 40;

export const quoted = (text: string): string => (text.length <= QUOTED ? text : `${text.slice(0, QUOTED)}…`);

export type Read<T> = { value: T } | { fault: Fault };

/** One row under a choice of columns. What the fields mean together is for whoever asks. */
export interface PersonRow {
  number: number;
  /** The text of a field that may stand in a merged block: several rows in one enterprise or on one day. */
  shared(field: Field): Read<string>;
  name(): Read<string>;
  phone(): Read<{ phone: string; tidied: boolean }>;
}

/** Rows that say something, and what was passed over. */
export function peopleOf(table: Table, head: Head, choice: Choice): { people: PersonRow[]; notices: Notices } {
  const shown = shownIn(table);
  const chosen = Object.values(choice);
  const rows = table.rows.filter(({ number }) => number > head.last);
  const passedOver: number[] = [];
  const people: PersonRow[] = [];
  for (const row of rows) {
    const empty = chosen.every((column) => tidy(cellOf(row, column)) === '' && !isFormula(row, column));
    if (empty || isHeadAgain(row, choice)) passedOver.push(row.number);
    else people.push(personRow(row, choice, shown));
  }
  const last = rows.at(-1)?.number ?? head.last;
  const notices = { blank: last - head.last - rows.length, passedOver, repeated: [], tidied: 0, employmentUnknown: [] };
  return { people, notices };
}

/** Heads that a program repeats at the top of each page. */
function isHeadAgain(row: SheetRow, choice: Choice): boolean {
  const fields = Object.entries(choice);
  const same = fields.filter(([field, column]) => fieldOf(cellOf(row, column))?.field === field);
  return same.length > 1 || (same.length === 1 && fields.length === 1);
}

function personRow(row: SheetRow, choice: Choice, shown: ReturnType<typeof shownIn>): PersonRow {
  const own = (field: Field): Read<string> => {
    const column = choice[field];
    if (column === undefined) return { value: '' };
    if (isFormula(row, column)) return { fault: { code: 'FORMULA' } };
    return { value: tidy(cellOf(row, column)) };
  };
  /** A cell of the person's own: what a block shows there belongs to the block's first row. */
  const ownAlone = (field: Field): Read<string> => {
    const read = own(field);
    if ('fault' in read || read.value !== '') return read;
    const column = choice[field];
    const { text, from } = column === undefined ? { text: '', from: row.number } : shown(row, column);
    return { fault: text !== '' && from !== row.number ? { code: 'MERGED', from } : { code: 'MISSING' } };
  };
  return {
    number: row.number,
    shared: (field) => {
      const read = own(field);
      const column = choice[field];
      if ('fault' in read || read.value !== '' || column === undefined) return read;
      return { value: tidy(shown(row, column).text) };
    },
    name: () => {
      const read = ownAlone('name');
      if ('value' in read && read.value.length > NAME_MOST) return { fault: { code: 'TOO_LONG', most: NAME_MOST } };
      return read;
    },
    phone: () => {
      const read = ownAlone('phone');
      return 'fault' in read ? read : phoneIn(cellOf(row, choice.phone ?? -1));
    },
  };
}

function phoneIn(text: string): Read<{ phone: string; tidied: boolean }> {
  const read = readPhone(text);
  switch (read.kind) {
    case 'phone':
      return { value: { phone: read.phone, tidied: read.tidied } };
    case 'none':
      return { fault: { code: 'MISSING' } };
    case 'rounded':
      return { fault: { code: 'PHONE_ROUNDED', text: quoted(text) } };
    case 'bad':
      return { fault: { code: 'PHONE_BAD', text: quoted(text), digits: read.digits } };
    default:
      return read satisfies never;
  }
}

/** Collects what is wrong with rows, each fault with the place where it stands. */
export function issueBook(choice: Choice): { issues: Issue[]; note(row: number, field: Field, fault: Fault): void } {
  const issues: Issue[] = [];
  return {
    issues,
    note: (row, field, fault) => {
      const column = choice[field];
      issues.push({ row, field, ...(column !== undefined && { column: columnLetter(column) }), ...fault });
    },
  };
}

/** Where a phone stood first, and what was said of it there. */
export class Seen {
  readonly #first = new Map<string, { row: number; saying: string }>();

  /** The row that has the key already, and whether it says the same; nothing where the key is new. */
  meet(key: string, row: number, saying: readonly string[]): { first: number; same: boolean } | undefined {
    const words = saying.map(compared).join('\n');
    const former = this.#first.get(key);
    if (former) return { first: former.row, same: former.saying === words };
    this.#first.set(key, { row, saying: words });
    return undefined;
  }
}
