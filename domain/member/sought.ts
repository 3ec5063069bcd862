import { gramsOf, gramsSought } from '../search/grams';
import type { MemberRecord } from './member';

/** What of a phone everybody may see, and people say of it: 尾号. */
const TAIL = 4;

/** The pieces under which staff find a member: those of the name, and the last digits of the phone. */
export function memberGrams({ name, phone }: Pick<MemberRecord, 'name' | 'phone'>): string[] {
  return [...gramsOf(name), phone.slice(-TAIL)];
}

const isTail = (text: string): boolean => /^\d{4,11}$/.test(text);

/** The pieces a member must have to be the one that is sought; empty where there is nothing to look for. */
export function memberGramsSought(text: string): string[] {
  return isTail(text) ? [text.slice(-TAIL)] : gramsSought(text);
}

/** Whether it is in the name as it was typed, or at the end of the phone: pieces alone may stand apart. */
export function isSought({ name, phone }: Pick<MemberRecord, 'name' | 'phone'>, text: string): boolean {
  return isTail(text) ? phone.endsWith(text) : name.toLowerCase().includes(text.toLowerCase());
}
