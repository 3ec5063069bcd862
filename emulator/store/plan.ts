import { type Fields, isFields, Kind, kindOf } from './compare';
import type { IndexTable } from './index-table';
import { type Bound, type ByteRange, betweenRange, EMPTY, encode, pointRange, prefixRange } from './keys';
import type { Order } from './sort';
import type { Filter } from './store';

/** What the conditions on one field say of its keys: exact values, or ranges, any one of which must hold. */
interface FieldBounds {
  /** Sets of values, one of each set must be among the keys. */
  points: unknown[][];
  low: Bound[];
  high: Bound[];
  prefixes: string[];
}

/** Keys to read: ranges that do not overlap, in the order of the index. */
export interface IndexRead {
  index: IndexTable;
  ranges: ByteRange[];
  /** The order asked for is the index's own, or it backwards. */
  ordered: boolean;
  backwards: boolean;
  /** It reads less than all keys. */
  narrows: boolean;
  score: number;
}

/** Ranges an `$in` over several fields may make; beyond, the fields behind are left to the filter. */
const MOST_RANGES = 256;

/** Conditions that all must hold, `$and` flattened. */
export function conjuncts(filter: Filter): [string, unknown][] {
  return Object.entries(filter).flatMap(([field, condition]): [string, unknown][] =>
    field === '$and' && Array.isArray(condition)
      ? condition.flatMap((part: unknown) => (isFields(part) ? conjuncts(part) : []))
      : [[field, condition]],
  );
}

/** An array equals by its elements' keys: its first, or the array itself where it is an element. */
function pointsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return [value.length > 0 ? value[0] : EMPTY, value];
  return [value ?? null];
}

const isExact = (value: unknown): boolean => !(value instanceof RegExp);

/** What must begin every string that an anchored, case-sensitive pattern matches; none where that cannot be told. */
export function patternPrefix(pattern: RegExp): string | undefined {
  if (!/^[sgdy]*$/.test(pattern.flags) || !pattern.source.startsWith('^') || pattern.source.includes('|'))
    return undefined;
  const [literal = ''] = /^[^\\^$.|?*+()[\]{}]*/.exec(pattern.source.slice(1)) ?? [];
  const next = pattern.source[1 + literal.length];
  const certain = next !== undefined && '?*{'.includes(next) ? Array.from(literal).slice(0, -1).join('') : literal;
  return certain === '' ? undefined : certain;
}

/** Only kinds that an index holds as they are compared: within one kind, and never null, an array or a pattern. */
function isRangeable(value: unknown): boolean {
  const kind = kindOf(value);
  return kind !== Kind.Null && kind !== Kind.Array && kind !== Kind.RegExp && !Number.isNaN(value);
}

function addRange(bounds: FieldBounds, operator: string, value: unknown): void {
  if (!isRangeable(value)) return;
  const bound = { value, inclusive: operator.endsWith('e') };
  (operator.startsWith('$g') ? bounds.low : bounds.high).push(bound);
}

function addOperator(bounds: FieldBounds, operator: string, value: unknown, whole: Fields): void {
  switch (operator) {
    case '$eq':
      if (isExact(value)) bounds.points.push(pointsOf(value));
      break;
    case '$in':
      if (Array.isArray(value) && value.every(isExact)) bounds.points.push(value.flatMap(pointsOf));
      break;
    case '$all':
      if (Array.isArray(value))
        for (const item of value)
          if (isExact(item) && !(isFields(item) && Object.hasOwn(item, '$elemMatch')))
            bounds.points.push(pointsOf(item));
      break;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      addRange(bounds, operator, value);
      break;
    case '$regex': {
      const pattern = value instanceof RegExp && whole.$options === undefined ? value : undefined;
      const text = typeof value === 'string' && !whole.$options ? new RegExp(value) : undefined;
      const prefix = pattern ? patternPrefix(pattern) : text && patternPrefix(text);
      if (prefix !== undefined) bounds.prefixes.push(prefix);
      break;
    }
    default:
  }
}

function boundsOf(field: string, conditions: [string, unknown][]): FieldBounds {
  const bounds: FieldBounds = { points: [], low: [], high: [], prefixes: [] };
  for (const [path, condition] of conditions) {
    if (path !== field) continue;
    if (condition instanceof RegExp) addOperator(bounds, '$regex', condition, {});
    else if (isFields(condition) && Object.keys(condition).some((key) => key.startsWith('$')))
      for (const [operator, value] of Object.entries(condition)) addOperator(bounds, operator, value, condition);
    else addOperator(bounds, '$eq', condition, {});
  }
  return bounds;
}

function shortest(sets: unknown[][]): unknown[] | undefined {
  return sets.reduce<unknown[] | undefined>((best, set) => (best && best.length <= set.length ? best : set), undefined);
}

/**
 * The range of one field behind its equalities. Where an array was met on the field's path, two bounds may be met by two
 * elements: only one of them narrows then.
 */
function fieldRange(bounds: FieldBounds, order: 1 | -1, multikey: boolean): ByteRange | undefined {
  const [prefix] = bounds.prefixes;
  if (prefix !== undefined) return prefixRange(prefix, order);
  const [low] = bounds.low;
  const [high] = bounds.high;
  if (!low && !high) return undefined;
  if (low && high && kindOf(low.value) !== kindOf(high.value)) return betweenRange(low, undefined, order);
  if (low && high && multikey) return betweenRange(low, undefined, order);
  return betweenRange(low, high, order);
}

interface Prefix {
  keys: Buffer[];
  /** Fields of the index fixed to one value each. */
  fixed: number;
  used: number;
}

/** The longest run of the index's first fields that are compared for equality. */
function equalityPrefix(index: IndexTable, bounds: FieldBounds[]): Prefix {
  let keys: Buffer[] = [Buffer.alloc(0)];
  let fixed = 0;
  let used = 0;
  for (const { order } of index.spec.fields) {
    const points = shortest(bounds[used]?.points ?? []);
    if (!points || keys.length * points.length > MOST_RANGES) break;
    const encoded = points.map((value) => encode(value, order));
    keys = keys.flatMap((key) => encoded.map((part) => Buffer.concat([key, part])));
    if (fixed === used && points.length === 1) fixed++;
    used++;
  }
  return { keys, fixed, used };
}

function joined(key: Buffer, range: ByteRange | undefined): ByteRange {
  if (!range) return key.length === 0 ? { low: key, high: Buffer.alloc(32, 0xff) } : pointRange(key);
  return { low: Buffer.concat([key, range.low]), high: Buffer.concat([key, range.high]) };
}

function withoutOverlap(ranges: ByteRange[]): ByteRange[] {
  const sorted = [...ranges].sort((a, b) => Buffer.compare(a.low, b.low));
  const out: ByteRange[] = [];
  for (const range of sorted) {
    const last = out.at(-1);
    if (last && Buffer.compare(range.low, last.high) < 0) {
      if (Buffer.compare(range.high, last.high) > 0) last.high = range.high;
    } else out.push({ ...range });
  }
  return out;
}

/** Whether reading the index gives the order asked for: 1 as it is, -1 backwards, 0 not. */
function orderServed(index: IndexTable, { fixed }: Prefix, order: Order | undefined): 1 | -1 | 0 {
  const wanted = Object.entries(order ?? {});
  if (wanted.length === 0) return 0;
  const fields = index.spec.fields;
  const constant = new Set(fields.slice(0, fixed).flatMap(({ field }, i) => (index.multikey[i] ? [] : [field])));
  const rest = wanted.filter(([field]) => !constant.has(field));
  let direction: 1 | -1 | 0 = rest.length === 0 ? 1 : 0;
  for (const [i, [field, asked]] of rest.entries()) {
    const at = fixed + i;
    const have = fields[at];
    if (!have || have.field !== field || index.multikey[at] === true) return 0;
    const turn = have.order === asked ? 1 : -1;
    if (direction !== 0 && direction !== turn) return 0;
    direction = turn;
  }
  return direction;
}

/** How an index would serve the conditions, or undefined where it narrows and orders nothing. */
export function indexRead(
  index: IndexTable,
  conditions: [string, unknown][],
  order: Order | undefined,
): IndexRead | undefined {
  const { fields } = index.spec;
  const bounds = fields.map(({ field }) => boundsOf(field, conditions));
  const prefix = equalityPrefix(index, bounds);
  const next = fields[prefix.used];
  const nextBounds = bounds[prefix.used];
  const range =
    next && nextBounds ? fieldRange(nextBounds, next.order, index.multikey[prefix.used] === true) : undefined;
  const direction = orderServed(index, prefix, order);
  if (prefix.used === 0 && !range && direction === 0) return undefined;
  const full = index.spec.unique === true && prefix.fixed === fields.length;
  return {
    index,
    ranges: withoutOverlap(prefix.keys.map((key) => joined(key, range))),
    ordered: direction !== 0,
    backwards: direction === -1,
    narrows: prefix.used > 0 || range !== undefined,
    score:
      (full ? 1000 : 0) +
      (index.spec.name === '_id_' && prefix.used > 0 ? 500 : 0) +
      prefix.used * 10 +
      prefix.fixed * 2 +
      (range ? 5 : 0) +
      (direction === 0 ? 0 : 3),
  };
}

/** The best of the indexes for conditions that all must hold. */
export function bestRead(
  indexes: IndexTable[],
  conditions: [string, unknown][],
  order: Order | undefined,
): IndexRead | undefined {
  let best: IndexRead | undefined;
  for (const index of indexes) {
    const found = indexRead(index, conditions, order);
    if (found && (!best || found.score > best.score)) best = found;
  }
  return best;
}
