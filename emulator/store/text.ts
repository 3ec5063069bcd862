import { Binary, ObjectId } from 'bson';
import { type Fields, isFields } from './compare';
import type { StoredDocument } from './store';

/**
 * How a document is written on disk: JSON, with what JSON lacks as an object of one `$` key. An object of the user's whose
 * first key begins with `$` is wrapped in `$doc`, so that nothing stored can be mistaken for a tag.
 */
const texts = new WeakMap<object, string>();

/**
 * Frozen objects of about this size keep their text: of a document of 2,000 parts only the changed one is then written
 * anew. Smaller ones are as fast to write, larger ones are put together from their parts.
 */
const KEEP_FROM = 24;
const KEEP_TO = 4096;

function writeNumber(value: number): string {
  if (Number.isFinite(value) && !Object.is(value, -0)) return String(value);
  return `{"$num":"${Object.is(value, -0) ? '-0' : value}"}`;
}

function writeFields(value: Fields): string {
  const kept = texts.get(value);
  if (kept !== undefined) return kept;
  let text = '{';
  let first = true;
  for (const key of Object.keys(value)) {
    text += `${first ? '' : ','}${JSON.stringify(key)}:${write(value[key])}`;
    first = false;
  }
  text += '}';
  if (text.startsWith('{"$')) text = `{"$doc":${text}}`;
  if (text.length >= KEEP_FROM && text.length <= KEEP_TO && Object.isFrozen(value)) texts.set(value, text);
  return text;
}

/** The text of a value; undefined is written as null. */
export function write(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return writeNumber(value);
    case 'boolean':
      return value ? 'true' : 'false';
    default:
  }
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (value instanceof Date) return `{"$date":${value.getTime()}}`;
  if (value instanceof ObjectId) return `{"$oid":"${value.toHexString()}"}`;
  if (value instanceof RegExp) return `{"$regex":${JSON.stringify([value.source, value.flags])}}`;
  if (value instanceof Binary)
    return `{"$binary":["${Buffer.from(value.value()).toString('base64')}",${value.sub_type}]}`;
  if (isFields(value)) return writeFields(value);
  throw new TypeError(`a ${typeof value} cannot be stored`);
}

function untag(tag: string, inner: unknown): unknown {
  switch (tag) {
    case '$date':
      return new Date(Number(inner));
    case '$oid':
      return new ObjectId(String(inner));
    case '$num':
      return Number(inner);
    case '$regex':
      return Array.isArray(inner) ? new RegExp(String(inner[0]), String(inner[1])) : undefined;
    case '$binary':
      return Array.isArray(inner) ? new Binary(Buffer.from(String(inner[0]), 'base64'), Number(inner[1])) : undefined;
    default:
      throw new Error(`unknown tag ${tag} in the store's file`);
  }
}

/** Puts dates, ids and other tagged values in the place of their tags. */
function revive(value: unknown): unknown {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (typeof value[i] === 'object') value[i] = revive(value[i]);
    return value;
  }
  if (!isFields(value)) return value;
  const keys = Object.keys(value);
  const tag = keys[0];
  if (tag?.startsWith('$')) {
    if (tag !== '$doc') return untag(tag, value[tag]);
    const inner = value[tag];
    return isFields(inner) ? reviveFields(inner, Object.keys(inner)) : inner;
  }
  return reviveFields(value, keys);
}

function reviveFields(fields: Fields, keys: string[]): Fields {
  for (const key of keys) if (typeof fields[key] === 'object') fields[key] = revive(fields[key]);
  return fields;
}

/** A document of one's own from its text; it may be changed freely. */
export function read(text: string): StoredDocument {
  const parsed: unknown = JSON.parse(text);
  const value = text.includes('{"$') ? revive(parsed) : parsed;
  if (!isFields(value)) throw new Error('a row of the store holds no document');
  return value;
}

/** Freezes a value and all within it, stopping at what is frozen already: shared parts are not walked again. */
export function freeze<T>(value: T): T {
  if (Array.isArray(value)) {
    if (!Object.isFrozen(value)) for (const item of Object.freeze(value)) freeze(item);
  } else if (isFields(value) && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const key of Object.keys(value)) freeze(value[key]);
  }
  return value;
}

/** A copy of a frozen document that may be changed; dates, ids and patterns are shared. */
export function thawed<T>(value: T): T;
export function thawed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => thawed(item));
  if (!isFields(value)) return value;
  const out: Fields = {};
  for (const key of Object.keys(value)) out[key] = thawed(value[key]);
  return out;
}
