type Fields = Record<string, unknown>;
type Item = Fields & { id: string };

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (form: object): Fields => Object.fromEntries<unknown>(Object.entries(form));
const isItems = (value: unknown): value is Item[] =>
  Array.isArray(value) && value.every((each) => isFields(each) && typeof each.id === 'string');

export const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** An id that neither list has, made of one that both have for different things. */
function another(id: string, taken: readonly Item[]): string {
  for (let number = 2; ; number += 1) {
    const candidate = `${id}${number}`;
    if (!taken.some((item) => item.id === candidate)) return candidate;
  }
}

/** Paths that somebody else changed, and those that both did; filled on the way. */
interface Told {
  theirs: string[];
  both: string[];
}

function mergedValue(told: Told, path: string, base: unknown, mine: unknown, theirs: unknown): unknown {
  if (sameValue(base, theirs) || sameValue(mine, theirs)) return mine;
  if (isFields(mine) && isFields(theirs) && isFields(base)) return mergedFields(told, path, base, mine, theirs);
  if (isItems(base) && isItems(mine) && isItems(theirs)) return mergedItems(told, path, base, mine, theirs);
  if (sameValue(base, mine)) {
    told.theirs.push(path);
    return theirs;
  }
  told.both.push(path);
  return mine;
}

function mergedFields(told: Told, path: string, base: Fields, mine: Fields, theirs: Fields): Fields {
  const merged: Fields = {};
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const value = mergedValue(told, path === '' ? key : `${path}.${key}`, base[key], mine[key], theirs[key]);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

/** Mine in my order, without what they took out, and what they added behind. What I changed stays, taken out or not. */
function mergedItems(told: Told, path: string, base: Item[], mine: Item[], theirs: Item[]): Item[] {
  const inBase = new Map(base.map((item) => [item.id, item]));
  const inTheirs = new Map(theirs.map((item) => [item.id, item]));
  const kept = mine.flatMap((item): Item[] => {
    const before = inBase.get(item.id);
    const now = inTheirs.get(item.id);
    const at = `${path}.${item.id}`;
    if (!now) return stillThere(told, at, item, before) ? [item] : [];
    if (before) return [{ ...mergedFields(told, at, before, item, now), id: item.id }];
    return sameValue(item, now) ? [item] : [now, { ...item, id: another(item.id, [...mine, ...theirs]) }];
  });
  const added = theirs.filter(({ id }) => !inBase.has(id) && !mine.some((item) => item.id === id));
  for (const { id } of added) told.theirs.push(`${path}.${id}`);
  return [...kept, ...added];
}

/** Whether what they have not (any more) stays: what I added or changed does. */
function stillThere(told: Told, path: string, item: Item, before: Item | undefined): boolean {
  if (!before) return true;
  const untouched = sameValue(item, before);
  (untouched ? told.theirs : told.both).push(path);
  return !untouched;
}

/** `theirs` are the fields that somebody else changed, which the form shows now; of `both` mine stands in it. */
export interface Merged<F> extends Told {
  form: F;
}

/**
 * What I typed on top of `base`, carried over to what somebody else has made of it meanwhile. What only they changed is
 * theirs: sending my old copy of it would take their change back without anybody having meant it.
 */
export function mergeForms<F extends object>(base: F, mine: F, theirs: F): Merged<F> {
  const told: Told = { theirs: [], both: [] };
  const form = mergedFields(told, '', fieldsOf(base), fieldsOf(mine), fieldsOf(theirs));
  return { form: { ...mine, ...form }, ...told };
}
