import type { Facets } from '../../domain/report/cells';
import type { Fact } from '../../domain/report/facts';

/**
 * The slow way: all facts at once, every cell by a look through all of them. It asks nothing of the code that counts; a cell
 * is a name and a question.
 */

const union = (year: string) => `${year}.all`;
const own = (year: string, enterprise: string) => `${year}.e.${enterprise}`;

type Asked = (facets: Facets) => boolean;

/** Every cell that any of them could be in, written out. */
function cellsFor(year: string, all: readonly Facets[]): [name: string, asked: Asked][] {
  const inYear: Asked = ({ month }) => month.startsWith(`${year}-`);
  const named = new Map<string, Asked>();
  for (const each of all) {
    const { brand, month, format, employment } = each;
    const mm = month.slice(5);
    named.set('total', inYear);
    named.set(`brand-${brand}`, (f) => inYear(f) && f.brand === brand);
    named.set(`month-${mm}`, (f) => inYear(f) && f.month.slice(5) === mm);
    named.set(`${brand}-${mm}`, (f) => inYear(f) && f.brand === brand && f.month.slice(5) === mm);
    if (format) named.set(`format-${format}`, (f) => inYear(f) && f.format === format);
    if (employment) named.set(`employment-${employment}`, (f) => inYear(f) && f.employment === employment);
  }
  return [...named];
}

/** Different ones of whom more records say that they were there than that they were not, under one and the same facets. */
function distinct(facts: readonly Fact[], who: 'memberId' | 'session', asked: Asked): number {
  const balance = new Map<string, number>();
  for (const fact of facts) {
    if (fact.kind !== 'presence' || !asked(fact.facets)) continue;
    const under = `${fact[who]} ${JSON.stringify(Object.entries(fact.facets).sort())}`;
    balance.set(under, (balance.get(under) ?? 0) + fact.by);
  }
  return new Set([...balance].filter(([, count]) => count > 0).map(([under]) => under.slice(0, under.indexOf(' '))))
    .size;
}

function numbersOf(facts: readonly Fact[], asked: Asked, isEmployment: boolean): Record<string, number> {
  const numbers = { times: 0, persons: 0, sessions: 0, came: 0, missed: 0, benefits: 0 };
  for (const fact of facts) {
    if (fact.kind === 'points' || !asked(fact.facets)) continue;
    if (fact.kind === 'presence') {
      numbers.times += fact.by * fact.seats;
      if (fact.expected && !isEmployment) numbers.came += fact.by;
    }
    if (fact.kind === 'absence') numbers.missed += fact.by;
    if (fact.kind === 'benefit') numbers.benefits += fact.by;
  }
  numbers.persons = distinct(facts, 'memberId', asked);
  numbers.sessions = distinct(facts, 'session', asked);
  return numbers;
}

/** `2026.all cells.total.times` and all the others that are not 0. */
export function modelOf(facts: readonly Fact[]): Record<string, number> {
  const found: Record<string, number> = {};
  const keep = (at: string, numbers: Record<string, number>) => {
    for (const [measure, number] of Object.entries(numbers)) if (number !== 0) found[`${at}.${measure}`] = number;
  };
  const all = facts.flatMap((fact) => (fact.kind === 'points' ? [] : [fact.facets]));
  for (const year of new Set(all.map(({ month }) => month.slice(0, 4)))) {
    const enterprises = [...new Set(all.map(({ enterpriseId }) => enterpriseId))];
    for (const [name, asked] of cellsFor(year, all)) {
      const isEmployment = name.startsWith('employment-');
      keep(`${union(year)} cells.${name}`, numbersOf(facts, asked, isEmployment));
      for (const id of enterprises) {
        const there: Asked = (facets) => asked(facets) && facets.enterpriseId === id;
        keep(`${own(year, id)} cells.${name}`, numbersOf(facts, there, isEmployment));
        if (name === 'total') keep(`${union(year)} enterprises.${id}`, numbersOf(facts, there, false));
      }
    }
  }
  for (const fact of facts) {
    if (fact.kind !== 'points' || fact.points === 0) continue;
    const at = `${union(fact.month.slice(0, 4))} points.${fact.month.slice(5)}.${fact.against}`;
    found[at] = (found[at] ?? 0) + fact.points;
    if (found[at] === 0) delete found[at];
  }
  return found;
}
