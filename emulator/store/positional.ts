import { type Fields, isFields } from './compare';
import { matcher } from './filter';
import { conjuncts } from './plan';
import type { Filter } from './store';
import { refusal } from './values';

/** The part of a filter that speaks of one array, said of a single element as the field `element`. */
function elementFilter(array: string, filter: Filter): Fields[] {
  return conjuncts(filter).flatMap(([field, condition]) => {
    if (field === array) return [{ element: condition }];
    if (field.startsWith(`${array}.`)) return [{ [`element.${field.slice(array.length + 1)}`]: condition }];
    if (field === '$or' && Array.isArray(condition)) {
      const branches = condition.flatMap((branch: unknown) => (isFields(branch) ? elementFilter(array, branch) : []));
      return branches.length > 0 ? [{ $or: branches }] : [];
    }
    return [];
  });
}

/** The place of the first element by which the filter found the document: what `$` in a path stands for. */
export function matchedPosition(elements: readonly unknown[], array: string, filter: Filter): number {
  const conditions = elementFilter(array, filter);
  if (conditions.length > 0) {
    const matches = matcher({ $and: conditions });
    const place = elements.findIndex((element) => matches({ element: [element] }));
    if (place !== -1) return place;
  }
  throw refusal('The positional operator did not find the match needed from the query.');
}
