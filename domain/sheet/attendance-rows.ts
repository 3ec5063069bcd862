import type { Day } from '../../types/vocabulary';
import type { Choice } from './columns';
import type { Head } from './head';
import type { Fault, Issue, Notices } from './issue';
import { issueBook, type PersonRow, peopleOf, quoted, type Read, Seen } from './people';
import type { Table } from './table';
import { compared, readDay } from './tidy';

/** Somebody who took part, as a sheet says. */
export interface AttendanceRow {
  row: number;
  phone: string;
  /** Empty where the sheet has no names. */
  name: string;
  day: Day;
}

/** The activity that the sheet is of, and its days, ascending. */
export interface AttendanceTerms {
  title: string;
  days: readonly Day[];
}

/**
 * The rows of an attendance sheet. A person counts once a day. A sheet without days is of an activity of one day; one
 * with another activity or day in it is probably the wrong sheet, so each such row is told.
 */
export function attendanceRows(
  table: Table,
  head: Head,
  choice: Choice,
  terms: AttendanceTerms,
): { rows: AttendanceRow[]; issues: Issue[]; notices: Notices } {
  const { people, notices } = peopleOf(table, head, choice);
  const { issues, note } = issueBook(choice);
  const seen = new Seen();
  const rows: AttendanceRow[] = [];
  for (const person of people) {
    const { number: row } = person;
    const phone = person.phone();
    const name = choice.name === undefined ? { value: '' } : person.name();
    const day = dayOf(person, choice, terms);
    const activity = activityFault(person, terms);
    if ('fault' in name) note(row, 'name', name.fault);
    if ('fault' in phone) note(row, 'phone', phone.fault);
    if ('fault' in day) note(row, 'day', day.fault);
    if (activity) note(row, 'activity', activity);
    if ('fault' in phone || 'fault' in day) continue;
    const former = seen.meet(`${phone.value.phone} ${day.value}`, row, ['value' in name ? name.value : '']);
    if (former?.same) notices.repeated.push([former.first, row]);
    else if (former) note(row, 'phone', { code: 'PHONE_TWICE', rows: [former.first, row] });
    if (former || 'fault' in name || activity) continue;
    if (phone.value.tidied) notices.tidied += 1;
    rows.push({ row, phone: phone.value.phone, name: name.value, day: day.value });
  }
  return { rows, issues, notices };
}

function dayOf(person: PersonRow, choice: Choice, { days }: AttendanceTerms): Read<Day> {
  const [only] = days;
  const read = choice.day === undefined ? { value: '' } : person.shared('day');
  if ('fault' in read) return read;
  if (read.value === '') {
    return days.length === 1 && only !== undefined ? { value: only } : { fault: { code: 'MISSING' } };
  }
  const day = readDay(read.value);
  if (day === undefined) return { fault: { code: 'DAY_UNCLEAR', text: quoted(read.value) } };
  return days.includes(day) ? { value: day } : { fault: { code: 'DAY_ELSEWHERE', day, days: [...days] } };
}

function activityFault(person: PersonRow, { title }: AttendanceTerms): Fault | undefined {
  const read = person.shared('activity');
  if ('fault' in read) return read.fault;
  if (read.value === '' || compared(read.value) === compared(title)) return undefined;
  return { code: 'ACTIVITY_ELSEWHERE', text: quoted(read.value) };
}
