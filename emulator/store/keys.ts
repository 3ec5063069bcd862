import { Binary, ObjectId } from 'bson';
import { type Fields, isFields, Kind, kindOf } from './compare';

/**
 * Values as bytes whose order is BSON's order. No encoding is the beginning of another, so that values can follow each
 * other in one key and a descending field is the same bytes inverted.
 */
const TAG = 0x10;
const END = 0x00;

function tag(kind: number): number {
  return kind * TAG;
}

/** The kind of a value as a byte of a key; the part of an index that holds one kind lies between it and the next. */
export function kindByte(value: unknown): number {
  return tag(kindOf(value));
}

function putNumber(out: number[], value: number): void {
  const buffer = Buffer.allocUnsafe(8);
  if (Number.isNaN(value)) buffer.fill(0);
  else {
    buffer.writeDoubleBE(value === 0 ? 0 : value);
    if ((buffer[0] ?? 0) & 0x80) for (let i = 0; i < 8; i++) buffer[i] = ~(buffer[i] ?? 0) & 0xff;
    else buffer[0] = (buffer[0] ?? 0) | 0x80;
  }
  for (const byte of buffer) out.push(byte);
}

function putString(out: number[], value: string, closed = true): void {
  for (const byte of Buffer.from(value, 'utf8')) {
    out.push(byte);
    if (byte === 0) out.push(0xff);
  }
  if (closed) out.push(END, 0x01);
}

function putFields(out: number[], value: Fields): void {
  for (const key of Object.keys(value)) {
    out.push(kindByte(value[key]));
    putString(out, key);
    put(out, value[key]);
  }
  out.push(END);
}

function putBinary(out: number[], value: Binary): void {
  const length = Buffer.allocUnsafe(4);
  length.writeUInt32BE(value.length());
  out.push(...length, value.sub_type);
  for (const byte of value.value()) out.push(byte);
}

function put(out: number[], value: unknown): void {
  out.push(kindByte(value));
  if (typeof value === 'number') putNumber(out, value);
  else if (typeof value === 'string') putString(out, value);
  else if (typeof value === 'boolean') out.push(value ? 1 : 0);
  else if (value instanceof Date) putNumber(out, value.getTime());
  else if (value instanceof ObjectId) for (const byte of Buffer.from(value.toHexString(), 'hex')) out.push(byte);
  else if (value instanceof RegExp) {
    putString(out, value.source);
    putString(out, value.flags);
  } else if (value instanceof Binary) putBinary(out, value);
  else if (Array.isArray(value)) {
    for (const item of value) put(out, item);
    out.push(END);
  } else if (isFields(value)) putFields(out, value);
}

const invert = (bytes: number[]): number[] => bytes.map((byte) => ~byte & 0xff);

/** One value of a key. `EMPTY` is how an empty array is indexed: below null, as MongoDB's undefined. */
export const EMPTY: unique symbol = Symbol('empty array');

export function encode(value: unknown, order: 1 | -1 = 1): Buffer {
  const out: number[] = [];
  if (value === EMPTY) out.push(tag(Kind.Empty));
  else put(out, value);
  return Buffer.from(order === 1 ? out : invert(out));
}

/** Bytes from `low` on and below `high`. */
export interface ByteRange {
  low: Buffer;
  high: Buffer;
}

/** The first bytes after everything that begins with these. */
export function after(prefix: Buffer): Buffer {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end--;
  if (end === 0) return Buffer.alloc(32, 0xff);
  const next = Buffer.from(prefix.subarray(0, end));
  next[end - 1] = (next[end - 1] ?? 0) + 1;
  return next;
}

/** All keys that begin with exactly this value. */
export function pointRange(encoded: Buffer): ByteRange {
  return { low: encoded, high: after(encoded) };
}

export interface Bound {
  value: unknown;
  inclusive: boolean;
}

/** Values of one kind between two bounds, either of which may be open: the kind's own limits then apply. */
export function betweenRange(low: Bound | undefined, high: Bound | undefined, order: 1 | -1): ByteRange {
  const sample = low?.value ?? high?.value;
  const kind = Buffer.from([kindByte(sample)]);
  const from = low ? (low.inclusive ? encode(low.value) : after(encode(low.value))) : kind;
  const to = high ? (high.inclusive ? after(encode(high.value)) : encode(high.value)) : after(kind);
  return order === 1 ? { low: from, high: to } : mirrored(from, to);
}

/** Strings that begin so. */
export function prefixRange(prefix: string, order: 1 | -1): ByteRange {
  const out: number[] = [tag(Kind.String)];
  putString(out, prefix, false);
  const start = Buffer.from(out);
  return order === 1 ? { low: start, high: after(start) } : mirrored(start, after(start));
}

/**
 * The range `[from, to)` of a descending field. Bounds are encodings or the first bytes after one, and no encoding begins
 * another; so `x >= from` holds for inverted bytes that are not after the inverted bound, and likewise above.
 */
function mirrored(from: Buffer, to: Buffer): ByteRange {
  const low = Buffer.from(invert([...to]));
  const high = Buffer.from(invert([...from]));
  return { low: after(low), high: after(high) };
}
