import { Binary } from 'bson';
import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import { compare, equal, type Fields, isFields, Kind, kindOf } from './compare';
import { valuesAt } from './paths';

export type Matcher = (document: Fields) => boolean;

type Test = (value: unknown) => boolean;

/** A test of values on a path, of arrays as a whole and of each of their elements. */
function onValues(path: string, test: Test): Matcher {
  const parts = path.split('.');
  return (document) =>
    valuesAt(document, parts).values.some((value) => test(value) || (Array.isArray(value) && value.some(test)));
}

/** A test of the value itself: an array is not entered. */
function onWhole(path: string, test: Test): Matcher {
  const parts = path.split('.');
  return (document) => valuesAt(document, parts).values.some(test);
}

const not =
  (matches: Matcher): Matcher =>
  (document) =>
    !matches(document);

function equals(wanted: unknown): Test {
  if (wanted instanceof RegExp) return matchesPattern(wanted);
  if (wanted === null || wanted === undefined) return (value) => value === null || value === undefined;
  return (value) => value !== undefined && equal(value, wanted);
}

function matchesPattern(pattern: RegExp): Test {
  return (value) =>
    typeof value === 'string' ? pattern.test(value) : value instanceof RegExp && String(value) === String(pattern);
}

/** Compares within one kind only; null also with what is missing. */
function ordered(bound: unknown, holds: (order: number) => boolean): Test {
  const kind = kindOf(bound);
  if (typeof bound === 'number' && Number.isNaN(bound))
    return (value) => typeof value === 'number' && Number.isNaN(value) && holds(0);
  return (value) =>
    kindOf(value) === kind && !(typeof value === 'number' && Number.isNaN(value)) && holds(compare(value, bound));
}

function list(operator: string, value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${operator} needs an array`);
  return value;
}

function isOneOf(operator: string, wanted: unknown): Test {
  const tests = list(operator, wanted).map(equals);
  return (value) => tests.some((test) => test(value));
}

const TYPES: Record<string, Test> = {
  double: (v) => typeof v === 'number',
  number: (v) => typeof v === 'number',
  decimal: () => false,
  int: (v) => typeof v === 'number' && Number.isInteger(v) && Math.abs(v) <= 2 ** 31,
  long: (v) => typeof v === 'number' && Number.isInteger(v) && Math.abs(v) > 2 ** 31,
  string: (v) => kindOf(v) === Kind.String,
  object: (v) => kindOf(v) === Kind.Object,
  array: (v) => kindOf(v) === Kind.Array,
  binData: (v) => v instanceof Binary,
  objectId: (v) => kindOf(v) === Kind.ObjectId,
  bool: (v) => kindOf(v) === Kind.Boolean,
  date: (v) => kindOf(v) === Kind.Date,
  null: (v) => v === null,
  regex: (v) => kindOf(v) === Kind.RegExp,
};
const TYPE_CODES: Record<string, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
  19: 'decimal',
};

function isOfType(wanted: unknown): Test {
  const tests = (Array.isArray(wanted) ? wanted : [wanted]).map((type) => {
    const test = TYPES[TYPE_CODES[String(type)] ?? String(type)];
    if (!test) throw new TypeError(`Unknown type name alias: ${String(type)}`);
    return test;
  });
  return (value) => tests.some((test) => test(value));
}

function remainder(wanted: unknown): Test {
  const [divisor, rest] = list('$mod', wanted).map(Number);
  if (!divisor || rest === undefined) throw new TypeError('malformed mod, divisor cannot be 0');
  return (value) => typeof value === 'number' && Math.trunc(value) % Math.trunc(divisor) === Math.trunc(rest);
}

const isOperators = (value: unknown): value is Fields =>
  isFields(value) && Object.keys(value).some((key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key));

/**
 * A test of single elements: operators test the element itself, fields test a document. `options` names the operators
 * that the condition may use.
 */
export function elementTest(condition: unknown, options: Partial<Options>): Test {
  if (!isFields(condition)) throw new TypeError('$elemMatch needs an Object');
  const byItself = isOperators(condition);
  const query = new Query(byItself ? { element: condition } : condition, options);
  return byItself ? (item) => query.test({ element: item }) : (item) => isFields(item) && query.test(item);
}

function hasElement(path: string, condition: unknown, options: Options): Matcher {
  const test = elementTest(condition, options);
  return onWhole(path, (value) => Array.isArray(value) && value.some(test));
}

function hasAll(path: string, wanted: unknown, options: Options): Matcher {
  const matchers = list('$all', wanted).map((item) =>
    isFields(item) && Object.hasOwn(item, '$elemMatch')
      ? hasElement(path, item.$elemMatch, options)
      : onValues(path, equals(item)),
  );
  return (document) => matchers.length > 0 && matchers.every((matches) => matches(document));
}

/** MongoDB's operators on a field, in the place of the engine's: paths through arrays, null and kinds as MongoDB has them. */
export const fieldOperators: Record<`$${string}`, (path: string, wanted: unknown, options: Options) => Matcher> = {
  $eq: (path, wanted) => onValues(path, equals(wanted)),
  $ne: (path, wanted) => not(onValues(path, equals(wanted))),
  $in: (path, wanted) => onValues(path, isOneOf('$in', wanted)),
  $nin: (path, wanted) => not(onValues(path, isOneOf('$nin', wanted))),
  $gt: (path, wanted) =>
    onValues(
      path,
      ordered(wanted, (order) => order > 0),
    ),
  $gte: (path, wanted) =>
    onValues(
      path,
      ordered(wanted, (order) => order >= 0),
    ),
  $lt: (path, wanted) =>
    onValues(
      path,
      ordered(wanted, (order) => order < 0),
    ),
  $lte: (path, wanted) =>
    onValues(
      path,
      ordered(wanted, (order) => order <= 0),
    ),
  $exists: (path, wanted) => {
    const exists = onWhole(path, (value) => value !== undefined);
    return wanted ? exists : not(exists);
  },
  $type: (path, wanted) => onValues(path, isOfType(wanted)),
  $size: (path, wanted) => onWhole(path, (value) => Array.isArray(value) && value.length === wanted),
  $mod: (path, wanted) => onValues(path, remainder(wanted)),
  $regex: (path, wanted) =>
    onValues(path, matchesPattern(wanted instanceof RegExp ? wanted : new RegExp(String(wanted)))),
  $all: hasAll,
  $elemMatch: hasElement,
};
