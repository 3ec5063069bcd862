import type { Employment, EnterpriseId } from '../../types/vocabulary';
import type { Choice } from './columns';
import type { Found } from './enterprises';
import type { Head } from './head';
import type { Issue, Notices } from './issue';
import { issueBook, type PersonRow, peopleOf, quoted, type Read, Seen } from './people';
import type { Table } from './table';
import { compared } from './tidy';

export interface RosterRow {
  row: number;
  name: string;
  phone: string;
  enterpriseId: EnterpriseId;
  employment?: Employment;
}

/** Who imports, and for whom. */
export interface RosterTerms {
  find: (name: string) => Found;
  /** The enterprise of rows in a sheet without such a column; an officer's own. */
  assumed?: EnterpriseId;
  /** The only enterprise whose roster may be touched; absent: all. */
  only?: EnterpriseId;
}

const EMPLOYEE = /^(?:在职|正式|合同|劳动合同|固定|全职|编制|企业|普通)?(?:员工|职工|工|制|用工|人员)?$/;
const NEW_FORM = /新就业|新业态|灵活就业|骑手|外卖|快递|网约|司机|货车|配送|家政|平台/;

/** 用工性质 as people write it. None where it is neither: dispatched workers, say, are for the organizer to decide on. */
export function employmentOf(text: string): Employment | undefined {
  const words = compared(text);
  if (NEW_FORM.test(words)) return 'new-form';
  return words !== '' && EMPLOYEE.test(words) ? 'employee' : undefined;
}

/** The rows of a roster, and everything that is wrong with the others: several faults of a row are all told. */
export function rosterRows(
  table: Table,
  head: Head,
  choice: Choice,
  terms: RosterTerms,
): { rows: RosterRow[]; issues: Issue[]; notices: Notices } {
  const { people, notices } = peopleOf(table, head, choice);
  const { issues, note } = issueBook(choice);
  const seen = new Seen();
  const rows: RosterRow[] = [];
  for (const person of people) {
    const { number: row } = person;
    const name = person.name();
    const phone = person.phone();
    const enterprise = enterpriseOf(person, choice, terms);
    if ('fault' in name) note(row, 'name', name.fault);
    if ('fault' in phone) note(row, 'phone', phone.fault);
    if ('fault' in enterprise) note(row, 'enterprise', enterprise.fault);
    if ('fault' in phone) continue;
    const says = ['value' in name ? name.value : '', 'value' in enterprise ? enterprise.value : ''];
    const former = seen.meet(phone.value.phone, row, says);
    if (former?.same) notices.repeated.push([former.first, row]);
    else if (former) note(row, 'phone', { code: 'PHONE_TWICE', rows: [former.first, row] });
    if (former || 'fault' in name || 'fault' in enterprise) continue;
    if (phone.value.tidied) notices.tidied += 1;
    const employment = employmentIn(person, choice, notices);
    rows.push({
      row,
      name: name.value,
      phone: phone.value.phone,
      enterpriseId: enterprise.value,
      ...(employment && { employment }),
    });
  }
  return { rows, issues, notices };
}

function enterpriseOf(person: PersonRow, choice: Choice, { find, assumed, only }: RosterTerms): Read<EnterpriseId> {
  if (choice.enterprise === undefined && assumed !== undefined) return { value: assumed };
  const read = person.shared('enterprise');
  if ('fault' in read) return read;
  if (read.value === '') return { fault: { code: 'MISSING' } };
  const text = quoted(read.value);
  const found = find(read.value);
  // Which enterprises there are besides is no secret, but an officer has no use for them.
  if (found.kind === 'unknown' && only !== undefined) return { fault: { code: 'ENTERPRISE_NOT_YOURS', text } };
  if (found.kind === 'unknown') return { fault: { code: 'ENTERPRISE_UNKNOWN', text, nearest: found.nearest } };
  if (only !== undefined && found.id !== only) return { fault: { code: 'ENTERPRISE_NOT_YOURS', text } };
  return { value: found.id };
}

/** Rosters do not need it, so what is not understood is only mentioned. */
function employmentIn(person: PersonRow, choice: Choice, notices: Notices): Employment | undefined {
  if (choice.employment === undefined) return undefined;
  const read = person.shared('employment');
  const employment = 'value' in read ? employmentOf(read.value) : undefined;
  if (employment === undefined && !('value' in read && read.value === '')) {
    notices.employmentUnknown.push(person.number);
  }
  return employment;
}
