import type { Caps, EarningKind, EarningRule, RuleBook } from '../../types/contract';
import type { Brand, Day, Format, Instant, MemberId } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';
import { DAY_MS, dayOf } from '../time/shanghai';

/** Rules as they were published; never changed and never removed. */
export interface RuleBookRecord {
  /** The version, which is the day from which they hold: there is one for a day. */
  _id: string;
  v: 1;
  from: Day;
  rules: EarningRule[];
  caps: Caps;
  by: MemberId;
  at: Instant;
  request: AcceptedRequest;
}

const attended = (format: Format, points: number): EarningRule => ({
  id: `attend-${format}`,
  kind: 'attendance',
  format,
  points,
});

/** What holds until something else was published. */
export const FIRST_BOOK: RuleBook = {
  version: 'first',
  from: '2020-01-01',
  rules: [
    attended('show', 5),
    attended('contest', 8),
    attended('league', 8),
    attended('walk', 5),
    attended('market', 2),
    attended('training', 6),
    attended('care', 2),
    attended('reading', 3),
    { id: 'first-place', kind: 'placing', place: 1, points: 30 },
    { id: 'second-place', kind: 'placing', place: 2, points: 20 },
    { id: 'third-place', kind: 'placing', place: 3, points: 10 },
    { id: 'reading-day', kind: 'reading', points: 1 },
    { id: 'streak-7', kind: 'streak', days: 7, points: 5 },
    { id: 'streak-21', kind: 'streak', days: 21, points: 15 },
    { id: 'streak-100', kind: 'streak', days: 100, points: 50 },
    { id: 'serving', kind: 'volunteering', points: 10 },
  ],
  caps: {
    day: { attendance: 16, reading: 1, volunteering: 20 },
    year: { attendance: 400, placing: 120, reading: 200, streak: 150, volunteering: 200 },
  },
};

export function bookOf({ _id, from, rules, caps }: RuleBookRecord): RuleBook {
  return { version: _id, from, rules, caps };
}

/** The rules of a day: those that were published for the latest day up to it. */
export function rulesOn(books: readonly RuleBook[], day: Day): RuleBook {
  return books
    .filter(({ from }) => from <= day)
    .reduce((latest, book) => (book.from > latest.from ? book : latest), FIRST_BOOK);
}

/** The first day for which rules can be published then: what was done is never judged anew. */
export function earliestFrom(now: Instant): Day {
  return dayOf(now + DAY_MS);
}

/** What somebody did that rules may have points for. */
export type Deed =
  | { kind: 'attendance'; format: Format; brand: Brand }
  | { kind: 'placing'; place: number }
  | { kind: 'streak'; days: number }
  | { kind: Extract<EarningKind, 'reading' | 'volunteering'> };

/** How exactly a rule says what was done; `undefined` where it is about something else. */
function exactness(rule: EarningRule, deed: Deed): number | undefined {
  if (rule.kind === 'attendance' && deed.kind === 'attendance') {
    const { format, brand } = rule;
    if ((format ?? deed.format) !== deed.format || (brand ?? deed.brand) !== deed.brand) return undefined;
    return (format === undefined ? 0 : 2) + (brand === undefined ? 0 : 1);
  }
  if (rule.kind === 'placing' && deed.kind === 'placing') return rule.place === deed.place ? 0 : undefined;
  if (rule.kind === 'streak' && deed.kind === 'streak') return rule.days === deed.days ? 0 : undefined;
  return rule.kind === deed.kind ? 0 : undefined;
}

/** Points by the most exact rule that fits: format and brand, format, brand, neither; 0 where none does. */
export function pointsFor({ rules }: Pick<RuleBook, 'rules'>, deed: Deed): number {
  let best = { exact: -1, points: 0 };
  for (const rule of rules) {
    const exact = exactness(rule, deed);
    if (exact !== undefined && exact > best.exact) best = { exact, points: rule.points };
  }
  return best.points;
}

/** What a rule is about; two that say the same of one book contradict each other. */
function aboutOf(rule: EarningRule): string {
  switch (rule.kind) {
    case 'attendance':
      return `attendance ${rule.format ?? '*'} ${rule.brand ?? '*'}`;
    case 'placing':
      return `placing ${rule.place}`;
    case 'streak':
      return `streak ${rule.days}`;
    case 'reading':
    case 'volunteering':
      return rule.kind;
    default:
      return rule satisfies never;
  }
}

/** Whether no two rules have one id or are about the same thing. */
export function isConsistent(rules: readonly EarningRule[]): boolean {
  const distinct = (of: (rule: EarningRule) => string) => new Set(rules.map(of)).size === rules.length;
  return distinct(({ id }) => id) && distinct(aboutOf);
}
