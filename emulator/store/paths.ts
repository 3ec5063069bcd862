import { type Fields, isFields } from './compare';
import { EMPTY, encode } from './keys';
import { type IndexSpec, StoreError } from './store';

const own = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);

/** A component that may be a place in an array: digits without a leading zero. */
export const isPosition = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);

/** Values found on a path, and where the first array was met on the way to (or at) one of them. */
export interface Found {
  values: unknown[];
  /** Number of path components up to and with the first array; 0 where there was none. */
  arrayDepth: number;
}

function follow(value: unknown, parts: readonly string[], at: number, found: Found): void {
  if (at === parts.length) {
    if (Array.isArray(value) && found.arrayDepth === 0) found.arrayDepth = at;
    found.values.push(value);
    return;
  }
  const part = parts[at] ?? '';
  if (isFields(value)) {
    follow(own(value, part), parts, at + 1, found);
  } else if (Array.isArray(value)) {
    if (found.arrayDepth === 0) found.arrayDepth = at;
    if (isPosition(part) && Number(part) < value.length) follow(value[Number(part)], parts, at + 1, found);
    for (const item of value) if (isFields(item)) follow(item, parts, at, found);
  } else {
    found.values.push(undefined);
  }
}

/**
 * What MongoDB sees on a dotted path: arrays on the way are entered, element by element and by position; an array at the
 * end stays whole. A missing field gives undefined; an element that is no document gives nothing.
 */
export function valuesAt(document: Fields, parts: readonly string[]): Found {
  const found: Found = { values: [], arrayDepth: 0 };
  if (parts.length === 1) {
    const value = own(document, parts[0] ?? '');
    found.values.push(value);
    if (Array.isArray(value)) found.arrayDepth = 1;
  } else {
    follow(document, parts, 0, found);
  }
  return found;
}

/** What an index stores of the values on a path: elements of arrays, null for what is missing. */
function indexed(values: unknown[]): unknown[] {
  const out: unknown[] = [];
  for (const value of values) {
    if (!Array.isArray(value)) out.push(value ?? null);
    else if (value.length === 0) out.push(EMPTY);
    else out.push(...value);
  }
  return out.length === 0 ? [null] : out;
}

export interface IndexKeys {
  keys: Buffer[];
  /** One flag a field: an array was met on its path. */
  multikey: boolean[];
}

function refuseParallel(spec: IndexSpec, found: Found[]): void {
  const arrays = new Set<string>();
  spec.fields.forEach(({ field }, i) => {
    const depth = found[i]?.arrayDepth ?? 0;
    if (depth > 0) arrays.add(field.split('.').slice(0, depth).join('.'));
  });
  if (arrays.size > 1)
    throw new StoreError('DATABASE_REQUEST_FAILED', `cannot index parallel arrays [${[...arrays].join('] [')}]`);
}

function distinct(keys: Buffer[]): Buffer[] {
  if (keys.length < 2) return keys;
  const seen = new Map(keys.map((key) => [key.toString('latin1'), key]));
  return [...seen.values()];
}

/** The keys under which an index holds a document: every combination of its fields' values, each once. */
export function indexKeys(spec: IndexSpec, document: Fields): IndexKeys {
  const found = spec.fields.map(({ field }) => valuesAt(document, field.split('.')));
  if (spec.fields.length > 1) refuseParallel(spec, found);
  let keys: Buffer[] = [Buffer.alloc(0)];
  spec.fields.forEach(({ order }, i) => {
    const parts = indexed(found[i]?.values ?? []).map((value) => encode(value, order));
    keys = keys.flatMap((key) => parts.map((part) => Buffer.concat([key, part])));
  });
  return { keys: distinct(keys), multikey: found.map(({ arrayDepth }) => arrayDepth > 0) };
}
