import { compare, equal, isFields } from './compare';
import { elementMatcher } from './filter';
import { isOrder, sorted } from './sort';
import { refusal } from './values';

const MODIFIERS = new Set(['$each', '$position', '$slice', '$sort']);

interface Pushed {
  each: unknown[];
  position: number | undefined;
  slice: number | undefined;
  sort: unknown;
}

function whole(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw refusal(`The value for ${name} must be an integer value`);
  return value;
}

function pushed(argument: unknown): Pushed {
  if (!isFields(argument) || !Object.hasOwn(argument, '$each'))
    return { each: [argument], position: undefined, slice: undefined, sort: undefined };
  const unknown = Object.keys(argument).find((key) => !MODIFIERS.has(key));
  if (unknown !== undefined) throw refusal(`Unrecognized clause in $push: ${unknown}`);
  const { $each, $position, $slice, $sort } = argument;
  if (!Array.isArray($each)) throw refusal('The argument to $each in $push must be an array');
  if ($sort !== undefined && $sort !== 1 && $sort !== -1 && !isOrder($sort))
    throw refusal('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields');
  return { each: $each, position: whole('$position', $position), slice: whole('$slice', $slice), sort: $sort };
}

function sortedElements(elements: unknown[], sort: unknown): unknown[] {
  if (sort === 1 || sort === -1) return [...elements].sort((a, b) => compare(a, b) * sort);
  if (isOrder(sort)) return sorted(elements, sort, (element) => (isFields(element) ? element : {}));
  return elements;
}

/** `$push`: elements go in at the position (the end where none is given), then the array is sorted, then cut. */
export function push(elements: readonly unknown[], argument: unknown): unknown[] {
  const { each, position, slice, sort } = pushed(argument);
  const at = position ?? elements.length;
  const start = at < 0 ? Math.max(0, elements.length + at) : Math.min(at, elements.length);
  const joined = sortedElements([...elements.slice(0, start), ...each, ...elements.slice(start)], sort);
  if (slice === undefined) return joined;
  return slice < 0 ? joined.slice(slice) : joined.slice(0, slice);
}

/** `$addToSet`: values that the array does not hold yet, in the order given. */
export function addToSet(elements: readonly unknown[], argument: unknown): unknown[] {
  const each = isFields(argument) && Object.hasOwn(argument, '$each') ? argument.$each : [argument];
  if (!Array.isArray(each)) throw refusal('The argument to $each in $addToSet must be an array');
  const out = [...elements];
  for (const value of each) if (!out.some((held) => equal(held, value))) out.push(value);
  return out;
}

/** `$pop`: 1 takes the last element, -1 the first. */
export function pop(elements: readonly unknown[], argument: unknown): unknown[] {
  if (argument !== 1 && argument !== -1) throw refusal(`$pop expects 1 or -1, found: ${String(argument)}`);
  return argument === 1 ? elements.slice(0, -1) : elements.slice(1);
}

/** `$pull`: elements equal to a value, that satisfy operators, or documents that satisfy a filter. */
export function pull(elements: readonly unknown[], argument: unknown): unknown[] {
  if (isFields(argument)) {
    const test = elementMatcher(argument);
    return elements.filter((element) => !test(element));
  }
  if (argument instanceof RegExp) {
    return elements.filter((element) => !(typeof element === 'string' && argument.test(element)));
  }
  return elements.filter((element) => !equal(element, argument));
}

export function pullAll(elements: readonly unknown[], argument: unknown): unknown[] {
  if (!Array.isArray(argument)) throw refusal('$pullAll requires an array argument');
  return elements.filter((element) => !argument.some((value) => equal(element, value)));
}
