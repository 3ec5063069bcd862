import {
  type Caps,
  EARNING_KINDS,
  type EarningKind,
  type EarningRule,
  type RuleBook,
} from '../../../types/contract/points';
import type { Brand, Format } from '../../../types/vocabulary';

/** One line of the rules as it is typed. */
export interface RuleForm {
  id: string;
  kind: EarningKind;
  points: string;
  format: Format | '';
  brand: Brand | '';
  /** A place or days, where the kind has them. */
  count: string;
}

export interface BookForm {
  /** The day from which they hold, `2027-01-01`. */
  from: string;
  rules: RuleForm[];
  day: Record<EarningKind, string>;
  year: Record<EarningKind, string>;
}

const perKind = (text: (kind: EarningKind) => string): Record<EarningKind, string> => ({
  attendance: text('attendance'),
  placing: text('placing'),
  reading: text('reading'),
  streak: text('streak'),
  volunteering: text('volunteering'),
});

function lineFrom(rule: EarningRule): RuleForm {
  const plain = {
    id: rule.id,
    kind: rule.kind,
    points: String(rule.points),
    format: '',
    brand: '',
    count: '',
  } as const;
  switch (rule.kind) {
    case 'attendance':
      return { ...plain, format: rule.format ?? '', brand: rule.brand ?? '' };
    case 'placing':
      return { ...plain, count: String(rule.place) };
    case 'streak':
      return { ...plain, count: String(rule.days) };
    default:
      return plain;
  }
}

/** The book that holds, as the beginning of the next one. */
export function bookForm(book: RuleBook, from: string): BookForm {
  const capText = (caps: Caps['day'], kind: EarningKind): string =>
    caps[kind] === undefined ? '' : String(caps[kind]);
  return {
    from,
    rules: book.rules.map(lineFrom),
    day: perKind((kind) => capText(book.caps.day, kind)),
    year: perKind((kind) => capText(book.caps.year, kind)),
  };
}

/** An id that no line has: `n1`, `n2` … */
export function newRule(rules: readonly RuleForm[], kind: EarningKind): RuleForm {
  let number = 1;
  while (rules.some(({ id }) => id === `n${number}`)) number += 1;
  return { id: `n${number}`, kind, points: '', format: '', brand: '', count: '' };
}

const numberOf = (typed: string): number | undefined =>
  /^[1-9]\d{0,4}$/.test(typed.trim()) ? Number(typed.trim()) : undefined;

/** Whether the kind has a place or a number of days. */
export const isCounted = (kind: EarningKind): boolean => kind === 'placing' || kind === 'streak';

/** A rule of a line that is whole. */
function ruleFrom({ id, kind, points: typed, format, brand, count }: RuleForm): EarningRule | undefined {
  const points = numberOf(typed);
  const counted = numberOf(count);
  if (points === undefined || (isCounted(kind) && counted === undefined)) return undefined;
  switch (kind) {
    case 'attendance':
      return { id, kind, points, ...(format === '' ? {} : { format }), ...(brand === '' ? {} : { brand }) };
    case 'placing':
      return { id, kind, points, place: counted ?? 1 };
    case 'streak':
      return { id, kind, points, days: counted ?? 1 };
    case 'reading':
    case 'volunteering':
      return { id, kind, points };
    default:
      return kind satisfies never;
  }
}

/** What is wrong, by the line's id, `from`, or `day.<kind>`. */
export function bookFaults(form: BookForm): Record<string, string> {
  const faults: Record<string, string> = {};
  if (!/^\d{4}-\d{2}-\d{2}$/.test(form.from)) faults.from = '请选从哪天起';
  if (form.rules.length === 0) faults.rules = '至少要有一条';
  const seen = new Set<string>();
  for (const rule of form.rules) {
    const what = `${rule.kind} ${rule.format} ${rule.brand} ${rule.count.trim()}`;
    if (ruleFrom(rule) === undefined) faults[rule.id] = '请填 1 以上的整数';
    else if (seen.has(what)) faults[rule.id] = '和上面的重复了';
    seen.add(what);
  }
  for (const kind of EARNING_KINDS) {
    for (const [part, caps] of [['day', form.day] as const, ['year', form.year] as const]) {
      if (caps[kind].trim() !== '' && numberOf(caps[kind]) === undefined)
        faults[`${part}.${kind}`] = '请填整数，不限就空着';
    }
  }
  return faults;
}

function capsFrom(texts: Record<EarningKind, string>): Caps['day'] {
  const caps: Caps['day'] = {};
  for (const kind of EARNING_KINDS) {
    const most = numberOf(texts[kind]);
    if (most !== undefined) caps[kind] = most;
  }
  return caps;
}

/** The book that a form without faults says. */
export function bookFrom(form: BookForm): { from: string; rules: EarningRule[]; caps: Caps } {
  return {
    from: form.from,
    rules: form.rules.map(ruleFrom).filter((rule) => rule !== undefined),
    caps: { day: capsFrom(form.day), year: capsFrom(form.year) },
  };
}
