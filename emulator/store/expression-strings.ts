import { ObjectId } from 'bson';
import { argumentsOf, type Expression, isNil } from './expression-values';

/** What MongoDB makes of a value where a string is wanted; a missing one is the empty string. */
function text(operator: string, value: unknown): string {
  if (isNil(value)) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  throw new TypeError(`${operator} requires a string, found ${typeof value}`);
}

function whole(operator: string, name: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw new TypeError(`${operator}: the ${name} must be an integer`);
  return value;
}

/** Place of a string in another, counted in units (bytes or code points) that `split` makes. */
function indexOf(operator: string, split: (value: string) => readonly (number | string)[]): Expression {
  return (document, argument, options) => {
    const [where, what, from = 0, to] = argumentsOf(document, argument, options);
    if (isNil(where)) return null;
    if (typeof where !== 'string') throw new TypeError(`${operator} requires a string as the first argument`);
    if (typeof what !== 'string') throw new TypeError(`${operator} requires a string as the second argument`);
    const start = whole(operator, 'starting index', from);
    const units = split(where);
    const end = to === undefined ? units.length : Math.min(whole(operator, 'ending index', to), units.length);
    if (start < 0 || (typeof to === 'number' && to < 0))
      throw new TypeError(`${operator} requires a nonnegative index`);
    const wanted = split(what);
    for (let at = start; at + wanted.length <= end; at++)
      if (wanted.every((unit, i) => units[at + i] === unit)) return at;
    return -1;
  };
}

const bytesOf = (value: string): readonly number[] => [...Buffer.from(value, 'utf8')];
const pointsOf = (value: string): readonly string[] => Array.from(value);

/** Whether a byte continues a character: none may be cut there. */
const continues = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** By bytes of UTF-8. A negative length means to the end, a start behind the end gives nothing. */
function substrBytes(operator: string): Expression {
  return (document, argument, options) => {
    const [value, from, count] = argumentsOf(document, argument, options);
    const bytes = Buffer.from(text(operator, value), 'utf8');
    const start = Math.trunc(Number(from));
    const length = Math.trunc(Number(count));
    if (Number.isNaN(start) || Number.isNaN(length))
      throw new TypeError(`${operator}: start and length must be numbers`);
    if (start < 0) throw new TypeError(`${operator}: starting index must be non-negative (got: ${start})`);
    if (start >= bytes.length) return '';
    const end = length < 0 ? bytes.length : Math.min(bytes.length, start + length);
    if (continues(bytes[start]) || continues(bytes[end]))
      throw new TypeError(
        `${operator}: Invalid range, starting or ending index is in the middle of a UTF-8 character.`,
      );
    return bytes.subarray(start, end).toString('utf8');
  };
}

const substrCP: Expression = (document, argument, options) => {
  const [value, from, count] = argumentsOf(document, argument, options);
  const start = whole('$substrCP', 'starting index', from);
  const length = whole('$substrCP', 'length', count);
  if (start < 0 || length < 0) throw new TypeError('$substrCP: starting index and length must be non-negative');
  return Array.from(text('$substrCP', value))
    .slice(start, start + length)
    .join('');
};

function converted(operator: string, change: (value: string) => string): Expression {
  return (document, argument, options) => change(text(operator, argumentsOf(document, argument, options)[0]));
}

const lengthOf = (operator: string, count: (value: string) => number): Expression => {
  return (document, argument, options) => {
    const [value] = argumentsOf(document, argument, options);
    if (typeof value !== 'string')
      throw new TypeError(`${operator} requires a string argument, found: ${value === null ? 'null' : typeof value}`);
    return count(value);
  };
};

/** Upper and lower case of ASCII letters only, as MongoDB has them. */
const upper = (value: string): string => value.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
const lower = (value: string): string => value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

const toText: Expression = (document, argument, options) => {
  const [value] = argumentsOf(document, argument, options);
  if (isNil(value)) return null;
  if (value instanceof ObjectId) return value.toHexString();
  if (typeof value === 'boolean') return String(value);
  return text('$toString', value);
};

const strcasecmp: Expression = (document, argument, options) => {
  const [a, b] = argumentsOf(document, argument, options).map((value) => upper(text('$strcasecmp', value)));
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1;
};

/** String operators that the engine lacks or counts otherwise than MongoDB. */
export const strings: Record<`$${string}`, Expression> = {
  $indexOfBytes: indexOf('$indexOfBytes', bytesOf),
  $indexOfCP: indexOf('$indexOfCP', pointsOf),
  $substr: substrBytes('$substr'),
  $substrBytes: substrBytes('$substrBytes'),
  $substrCP: substrCP,
  $strLenBytes: lengthOf('$strLenBytes', (value) => Buffer.byteLength(value, 'utf8')),
  $strLenCP: lengthOf('$strLenCP', (value) => Array.from(value).length),
  $toUpper: converted('$toUpper', upper),
  $toLower: converted('$toLower', lower),
  $toString: toText,
  $strcasecmp: strcasecmp,
};
