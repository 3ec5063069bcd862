import { gramsSought } from '../search/grams';
import type { MemberRecord } from './member';

/** What staff look for a member by: the end of the phone, or part of the name. Four digits tell people apart: 尾号. */
export type Sought = { by: 'phone'; tail: string; digits: string } | { by: 'name'; grams: string[]; part: string };

/** What the typed text looks for; `undefined` where it has nothing to look for. */
export function soughtBy(text: string): Sought | undefined {
  if (/^\d{4,11}$/.test(text)) return { by: 'phone', tail: text.slice(-4), digits: text };
  const grams = gramsSought(text);
  return grams.length === 0 ? undefined : { by: 'name', grams, part: text.toLowerCase() };
}

/** Whether that is at the end of the phone, or in the name as it was typed: an index's pieces alone may stand apart. */
export function isSought({ name, phone }: Pick<MemberRecord, 'name' | 'phone'>, sought: Sought): boolean {
  switch (sought.by) {
    case 'phone':
      return phone.endsWith(sought.digits);
    case 'name':
      return name.toLowerCase().includes(sought.part);
    default:
      return sought satisfies never;
  }
}
