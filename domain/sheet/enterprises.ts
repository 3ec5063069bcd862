import type { EnterpriseId } from '../../types/vocabulary';
import { gramsOf } from '../search/grams';
import { compared } from './tidy';

export interface NamedEnterprise {
  id: EnterpriseId;
  name: string;
}

export type Found = { kind: 'found'; id: EnterpriseId } | { kind: 'unknown'; nearest: string[] };

const NEAREST = 3;
/** Of two names' pieces so many must be the same, or they have nothing to do with each other. */
const ALIKE = 0.35;
/** Nearly every name has these, so they tell nothing apart. */
const LEGAL_FORM = /(股份)?有限(责任)?公司$|集团$|公司$/;

/**
 * Finds enterprises by the names in a sheet. Only blanks and the width of brackets may differ: who is put on the
 * wrong roster would be approved into a union that is not theirs. For others up to three names that look alike, best
 * first.
 */
export function enterpriseFinder(enterprises: readonly NamedEnterprise[]): (text: string) => Found {
  const exact = new Map(enterprises.map(({ id, name }) => [compared(name), id]));
  const pieces = enterprises.map(({ name }) => ({ name, grams: piecesOf(name) }));
  const known = new Map<string, Found>();
  return (text) => {
    const key = compared(text);
    const former = known.get(key);
    if (former) return former;
    const id = exact.get(key);
    const found: Found =
      id === undefined ? { kind: 'unknown', nearest: nearestOf(text, pieces) } : { kind: 'found', id };
    known.set(key, found);
    return found;
  };
}

function piecesOf(name: string): Set<string> {
  return new Set(gramsOf(compared(name).replace(LEGAL_FORM, '')));
}

function nearestOf(text: string, names: readonly { name: string; grams: ReadonlySet<string> }[]): string[] {
  const sought = piecesOf(text);
  return names
    .map(({ name, grams }) => {
      const shared = [...sought].filter((gram) => grams.has(gram)).length;
      return { name, alike: (2 * shared) / Math.max(1, sought.size + grams.size) };
    })
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike || (a.name < b.name ? -1 : 1))
    .slice(0, NEAREST)
    .map(({ name }) => name);
}
