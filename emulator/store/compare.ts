import { Binary, ObjectId } from 'bson';

/** Kinds of values in the order in which BSON compares them. `Missing` sorts and indexes as null does. */
export const Kind = {
  Empty: 1,
  Null: 2,
  Number: 3,
  String: 4,
  Object: 5,
  Array: 6,
  Binary: 7,
  ObjectId: 8,
  Boolean: 9,
  Date: 10,
  RegExp: 11,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

export type Fields = Record<string, unknown>;

/** A document or sub-document: a plain object, not a date, id or other value with a class of its own. */
export function isFields(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

export function kindOf(value: unknown): Kind {
  switch (typeof value) {
    case 'number':
      return Kind.Number;
    case 'string':
      return Kind.String;
    case 'boolean':
      return Kind.Boolean;
    case 'undefined':
      return Kind.Null;
    default:
  }
  if (value === null) return Kind.Null;
  if (Array.isArray(value)) return Kind.Array;
  if (value instanceof Date) return Kind.Date;
  if (value instanceof ObjectId) return Kind.ObjectId;
  if (value instanceof RegExp) return Kind.RegExp;
  if (value instanceof Binary) return Kind.Binary;
  return Kind.Object;
}

/** A surrogate stands for a code point above all of the basic plane: moved there, units compare as UTF-8 bytes do. */
const unitRank = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);

/** By the bytes of UTF-8, as MongoDB compares without a collation. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return unitRank(x) < unitRank(y) ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
}

function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a < b ? -1 : 1;
}

function compareFields(a: Fields, b: Fields): number {
  const left = Object.keys(a);
  const right = Object.keys(b);
  for (let i = 0; i < left.length && i < right.length; i++) {
    const x = left[i] ?? '';
    const y = right[i] ?? '';
    const order = kindOf(a[x]) - kindOf(b[y]) || compareStrings(x, y) || compare(a[x], b[y]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareArrays(a: readonly unknown[], b: readonly unknown[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/**
 * BSON's order over all values: by kind, then within it. Numbers are one kind; objects compare field by field in their
 * own order (kind, then name, then value), arrays element by element. A missing value equals null.
 */
export function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  const kind = kindOf(a);
  const other = kindOf(b);
  if (kind !== other) return kind - other;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  if (a instanceof Date && b instanceof Date) return compareNumbers(a.getTime(), b.getTime());
  if (a instanceof ObjectId && b instanceof ObjectId) return compareStrings(a.toHexString(), b.toHexString());
  if (a instanceof RegExp && b instanceof RegExp)
    return compareStrings(a.source, b.source) || compareStrings(a.flags, b.flags);
  if (a instanceof Binary && b instanceof Binary)
    return a.length() - b.length() || a.sub_type - b.sub_type || Buffer.compare(a.value(), b.value());
  if (isFields(a) && isFields(b)) return compareFields(a, b);
  return 0;
}

export function equal(a: unknown, b: unknown): boolean {
  return a === b || compare(a, b) === 0;
}
