import { compare, type Fields, isFields } from './compare';
import { valuesAt } from './paths';

export type Order = Record<string, 1 | -1>;

export function isOrder(value: unknown): value is Order {
  return (
    isFields(value) && Object.keys(value).length > 0 && Object.values(value).every((one) => one === 1 || one === -1)
  );
}

/** The value by which a document sorts: of an array the least (or greatest) element; an empty array comes before null. */
function sortValue(document: Fields, parts: string[], direction: 1 | -1): unknown {
  let best: unknown;
  let any = false;
  for (const value of valuesAt(document, parts).values) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (!any || compare(item, best) * direction < 0) best = item;
      any = true;
    }
    if (Array.isArray(value) && value.length === 0 && (!any || direction === 1)) {
      best = EMPTY_ARRAY;
      any = true;
      if (direction === 1) break;
    }
  }
  return any ? best : null;
}

const EMPTY_ARRAY = Symbol('an empty array');

function compareSortValues(a: unknown, b: unknown): number {
  if (a === EMPTY_ARRAY || b === EMPTY_ARRAY) return a === b ? 0 : a === EMPTY_ARRAY ? -1 : 1;
  return compare(a, b);
}

/** Sorted as MongoDB sorts, by BSON's order; documents that are equal in it keep their order. */
export function sorted<T>(items: readonly T[], order: Order, documentOf: (item: T) => Fields): T[] {
  const fields = Object.entries(order).map(([field, direction]) => ({ parts: field.split('.'), direction }));
  const keyed = items.map((item) => ({
    item,
    keys: fields.map(({ parts, direction }) => sortValue(documentOf(item), parts, direction)),
  }));
  keyed.sort((a, b) => {
    for (let i = 0; i < fields.length; i++) {
      const result = compareSortValues(a.keys[i], b.keys[i]);
      if (result !== 0) return fields[i]?.direction === -1 ? -result : result;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}
