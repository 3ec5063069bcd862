import { Binary, BSONRegExp, Decimal128, Double, Int32, Long, ObjectId, Timestamp } from 'bson';
import { type Fields, isFields } from './compare';
import { StoreError } from './store';

/** Operators that the emulator refuses: places on a map come later, scripts never run in the cloud's database. */
const REFUSED = new Set([
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
  '$geoNear',
  '$where',
  '$function',
  '$accumulator',
  '$out',
  '$merge',
  '$text',
  '$jsonSchema',
]);

export const refusal = (message: string): StoreError => new StoreError('DATABASE_REQUEST_FAILED', message);

function serverDate(value: Fields, now: number): Date | undefined {
  if (!Object.hasOwn(value, '$tcb_server_date')) return undefined;
  const inner = value.$tcb_server_date;
  const offset = isFields(inner) ? Number(plain(inner.offset ?? 0, now)) : 0;
  return new Date(now + (Number.isFinite(offset) ? offset : 0));
}

function plainObject(value: object, now: number): unknown {
  if (value instanceof Date || value instanceof ObjectId || value instanceof RegExp || value instanceof Binary)
    return value;
  if (value instanceof Int32 || value instanceof Double) return value.valueOf();
  if (value instanceof Timestamp) return Number(value.toString());
  if (value instanceof Long || value instanceof Decimal128) return Number(value.toString());
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options);
  if (!isFields(value)) throw refusal(`a value of class ${value.constructor.name} cannot be stored`);
  return serverDate(value, now) ?? plainFields(value, now);
}

function plainFields(value: Fields, now: number): Fields {
  const out: Fields = {};
  for (const key of Object.keys(value)) {
    if (key === '__proto__' || key.startsWith('__proto__.') || key.includes('.__proto__'))
      throw refusal("The field name '__proto__' is not allowed");
    const item = value[key];
    if (item !== undefined) out[key] = plain(item, now);
  }
  return out;
}

/**
 * A copy of one's own of a value from outside: numbers of every BSON class become numbers, server dates become dates,
 * undefined fields are left out.
 */
export function plain(value: unknown, now: number): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'function' || typeof value === 'symbol') throw refusal(`a ${typeof value} cannot be stored`);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => plain(item, now) ?? null);
  return plainObject(value, now);
}

export function plainDocument(value: unknown, now: number): Fields {
  const copy = plain(value, now);
  if (!isFields(copy)) throw refusal('a document must be an object');
  return copy;
}

/** Refuses operators that the emulator does not have, wherever in a filter or stage they stand. */
export function refuseUnsupported(value: unknown): void {
  if (Array.isArray(value)) for (const item of value) refuseUnsupported(item);
  if (!isFields(value)) return;
  for (const key of Object.keys(value)) {
    if (REFUSED.has(key)) throw new StoreError('SYS_ERR', `the local cloud does not support the operator ${key}`);
    refuseUnsupported(value[key]);
  }
}
