import type { Day } from '../../types/vocabulary';
import { MOBILE } from '../member/phone';

/** Marks that take no room on a screen and come along when text is copied from a chat or a page. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;

/** Text as one reads it: full-width letters and digits as plain ones, nothing unseen, one blank between words. */
export function tidy(text: string): string {
  return text.normalize('NFKC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

/** For comparing: `张 三` and `张三`, `（` and `(` are the same. */
export function compared(text: string): string {
  return tidy(text)
    .replace(/[\s·•.・]/g, '')
    .toLowerCase();
}

const SCIENTIFIC = /^(\d)(?:\.(\d+))?e\+?(\d+)$/i;

export type ReadPhone =
  | { kind: 'phone'; phone: string; tidied: boolean }
  | { kind: 'none' }
  /** `1.38E+10`: a program has thrown the last digits away. */
  | { kind: 'rounded' }
  | { kind: 'bad'; digits: number };

/**
 * A mainland mobile number however it was typed: full-width, with blanks or hyphens, behind +86 or an apostrophe.
 * `1.3800001234E+10` still has all its digits; `1.38E+10` has lost them for good.
 */
export function readPhone(text: string): ReadPhone {
  const plain = tidy(text).replace(/\s/g, '');
  if (plain === '') return { kind: 'none' };
  const short = SCIENTIFIC.exec(plain);
  if (short) return expanded(short);
  const digits = plain.replace(/\.0+$/, '').replace(/[-‐-―−().'’‘`·,、]/g, '');
  const phone = digits.replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  if (MOBILE.test(phone)) return { kind: 'phone', phone, tidied: phone !== text };
  return { kind: 'bad', digits: (plain.match(/\d/g) ?? []).length };
}

function expanded([, first = '', rest = '', power = '']: RegExpExecArray): ReadPhone {
  const phone = `${first}${rest}`;
  if (Number(power) !== 10 || !MOBILE.test(phone)) return { kind: 'rounded' };
  return { kind: 'phone', phone, tidied: true };
}

const DAYS = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]/,
  /^(\d{4})(\d{2})(\d{2})(?!\d)/,
];

/** The day at the start of a text such as `2026/3/1 18:30` or `2026年3月1日`; none without a year: it is not guessed. */
export function readDay(text: string): Day | undefined {
  const plain = tidy(text);
  for (const pattern of DAYS) {
    const [, year = '', month = '', day = ''] = pattern.exec(plain) ?? [];
    if (year === '') continue;
    const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const at = Date.parse(`${read}T00:00:00Z`);
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(read) ? read : undefined;
  }
  return undefined;
}
