import { addToSet, pop, pull, pullAll, push } from './array-change';
import { compare, equal, type Fields, isFields, kindOf } from './compare';
import { Draft } from './draft';
import { matchedPosition } from './positional';
import type { Filter } from './store';
import { write } from './text';
import { refusal } from './values';

/** A change of one path: the operator's argument, and the document it happens to. */
type Apply = (draft: Draft, path: string[], argument: unknown) => void;

const KIND_NAMES = [
  '',
  'undefined',
  'null',
  'number',
  'string',
  'object',
  'array',
  'binData',
  'objectId',
  'bool',
  'date',
  'regex',
];
const nameOfKind = (value: unknown): string => KIND_NAMES[kindOf(value)] ?? 'object';

const shown = (document: Fields): string => `{_id: ${write(document._id)}}`;

function arithmetic(
  operator: string,
  verb: string,
  missing: (by: number) => number,
  apply: (a: number, b: number) => number,
): Apply {
  return (draft, path, by) => {
    if (typeof by !== 'number')
      throw refusal(`Cannot ${verb} with non-numeric argument: {${path.join('.')}: ${write(by)}}`);
    const value = draft.get(path);
    if (value === undefined) draft.set(path, missing(by));
    else if (typeof value === 'number') draft.set(path, apply(value, by));
    else
      throw refusal(
        `Cannot apply ${operator} to a value of non-numeric type. ${shown(draft.before)} has the field '${path.at(-1)}' of non-numeric type ${nameOfKind(value)}`,
      );
  };
}

function extreme(direction: 1 | -1): Apply {
  return (draft, path, argument) => {
    const value = draft.get(path);
    if (value === undefined || compare(argument, value) * direction > 0) draft.set(path, argument);
  };
}

/** `makes`: whether the operator makes the array where it is missing. */
function onArray(
  operator: string,
  makes: boolean,
  apply: (elements: readonly unknown[], argument: unknown) => unknown[],
): Apply {
  return (draft, path, argument) => {
    const value = draft.get(path);
    if (value === undefined && !makes) {
      apply([], argument);
      return;
    }
    if (value !== undefined && !Array.isArray(value))
      throw refusal(
        `The field '${path.join('.')}' must be an array but is of type ${nameOfKind(value)} in document ${shown(draft.before)} (${operator})`,
      );
    const elements: readonly unknown[] = value ?? [];
    const changed = apply(elements, argument);
    if (value === undefined || changed.length !== elements.length || changed.some((item, i) => item !== elements[i]))
      draft.set(path, changed);
  };
}

function bits(draft: Draft, path: string[], argument: unknown): void {
  const value = draft.get(path) ?? 0;
  if (!isFields(argument) || typeof value !== 'number' || !Number.isInteger(value))
    throw refusal(`Cannot apply $bit to the field '${path.join('.')}'`);
  let result = BigInt(value);
  for (const [name, by] of Object.entries(argument)) {
    if (typeof by !== 'number' || !Number.isInteger(by)) throw refusal('The $bit modifier field must be an Integer');
    if (name === 'and') result &= BigInt(by);
    else if (name === 'or') result |= BigInt(by);
    else if (name === 'xor') result ^= BigInt(by);
    else throw refusal(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
  }
  draft.set(path, Number(result));
}

function rename(draft: Draft, path: string[], argument: unknown): void {
  if (typeof argument !== 'string' || argument === '') throw refusal('The $rename target must be a string');
  const target = argument.split('.');
  for (const end of [path, target])
    for (let i = 1; i < end.length; i++)
      if (Array.isArray(draft.get(end.slice(0, i))))
        throw refusal(`The source and target field for $rename must not be an array element: ${end.join('.')}`);
  const value = draft.get(path);
  if (value === undefined) return;
  draft.unset(path);
  draft.set(target, value);
}

const OPERATORS: Record<string, Apply> = {
  $set: (draft, path, value) => {
    if (draft.get(path) === undefined || !equal(draft.get(path), value)) draft.set(path, value);
  },
  $unset: (draft, path) => draft.unset(path),
  $inc: arithmetic(
    '$inc',
    'increment',
    (by) => by,
    (value, by) => value + by,
  ),
  $mul: arithmetic(
    '$mul',
    'multiply',
    () => 0,
    (value, by) => value * by,
  ),
  $min: extreme(-1),
  $max: extreme(1),
  $rename: rename,
  $push: onArray('$push', true, push),
  $addToSet: onArray('$addToSet', true, addToSet),
  $pop: onArray('$pop', false, pop),
  $pull: onArray('$pull', false, pull),
  $pullAll: onArray('$pullAll', false, pullAll),
  $bit: bits,
};

interface Step {
  operator: string;
  path: string;
  argument: unknown;
}

function pathsOf({ operator, path, argument }: Step): string[] {
  return operator === '$rename' ? [path, String(argument)] : [path];
}

/** Two changes of one path, or of a path and one within it, are refused: their order would matter. */
function refuseConflicts(steps: Step[]): void {
  const taken = new Set<string>();
  const parents = new Map<string, string>();
  for (const path of steps.flatMap(pathsOf)) {
    if (path === '' || path.split('.').includes(''))
      throw refusal(`The update path '${path}' contains an empty field name`);
    const parts = path.split('.');
    const above = parts.map((_, i) => parts.slice(0, i + 1).join('.')).find((prefix) => taken.has(prefix));
    const conflict = above ?? (parents.has(path) ? path : undefined);
    if (conflict !== undefined) throw refusal(`Updating the path '${path}' would create a conflict at '${conflict}'`);
    taken.add(path);
    for (let i = 1; i < parts.length; i++) parents.set(parts.slice(0, i).join('.'), path);
  }
}

/** A change, read and checked once, to be applied to any number of documents. */
export interface Change {
  apply(document: Fields, inserting: boolean): Fields;
}

function stepsOf(change: Fields, now: number): Step[] {
  const operators = Object.keys(change);
  const named = operators.every((key) => key.startsWith('$'));
  if (!named && operators.some((key) => key.startsWith('$')))
    throw refusal('Operators and plain fields cannot be mixed in an update');
  const groups: [string, unknown][] = named ? Object.entries(change) : [['$set', change]];
  return groups.flatMap(([operator, fields]) => {
    if (!isFields(fields)) throw refusal(`Modifiers operate on fields but we found type ${nameOfKind(fields)} instead`);
    if (operator === '$currentDate')
      return Object.keys(fields).map((path) => ({ operator: '$set', path, argument: new Date(now) }));
    if (operator !== '$setOnInsert' && !Object.hasOwn(OPERATORS, operator))
      throw refusal(`Unknown modifier: ${operator}`);
    return Object.entries(fields).map(([path, argument]) => ({ operator, path, argument }));
  });
}

/** Places that a path with `$` (the element that the filter found) or `$[]` (every element) stands for. */
function expanded(draft: Draft, path: string[], filter: Filter): string[][] {
  const at = path.findIndex((part) => part === '$' || part === '$[]' || /^\$\[.+\]$/.test(part));
  if (at === -1) return [path];
  const head = path.slice(0, at);
  const elements = draft.get(head);
  if (!Array.isArray(elements))
    throw refusal(`The path '${head.join('.')}' must exist in the document to apply array updates`);
  if (path[at] !== '$' && path[at] !== '$[]') throw refusal(`No array filter found for identifier '${path[at]}'`);
  const places = path[at] === '$' ? [matchedPosition(elements, head.join('.'), filter)] : [...elements.keys()];
  return places.flatMap((place) => expanded(draft, [...head, String(place), ...path.slice(at + 1)], filter));
}

function keepId(before: Fields, after: Fields): void {
  if (!equal(before._id, after._id))
    throw refusal("Performing an update on the path '_id' would modify the immutable field '_id'");
}

/** A change by operators (`merge`), or the document that takes the place of another, which keeps its `_id`. */
export function readChange(change: Fields, merge: boolean, filter: Filter, now: number): Change {
  if (!merge) {
    if (Object.keys(change).some((key) => key.startsWith('$')))
      throw refusal('A replacement document must not contain update operators');
    return {
      apply: (document) => {
        const replacement = { _id: document._id, ...change };
        if (document._id !== undefined) keepId(document, replacement);
        return replacement;
      },
    };
  }
  const steps = stepsOf(change, now);
  refuseConflicts(steps);
  return {
    apply: (document, inserting) => {
      const draft = new Draft(document);
      for (const { operator, path, argument } of steps) {
        if (operator === '$setOnInsert' && !inserting) continue;
        const apply = OPERATORS[operator === '$setOnInsert' ? '$set' : operator];
        for (const place of expanded(draft, path.split('.'), filter)) apply?.(draft, place, argument);
      }
      if (document._id !== undefined) keepId(document, draft.after);
      return draft.after;
    },
  };
}
