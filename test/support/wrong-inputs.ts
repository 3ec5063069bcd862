import { oneOf, type Random } from './seed';

/** The parts of a valibot schema that say what a value looks like; each is optional, as kinds of schema differ. */
interface Shape {
  type?: string;
  entries?: Record<string, unknown>;
  wrapped?: unknown;
  pipe?: readonly unknown[];
  options?: readonly unknown[];
  literal?: unknown;
}

/** An input with one thing wrong, and where. */
export interface Wrong {
  path: string;
  what: string;
  input: unknown;
}

const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null;

/** The schema itself beneath what says that it may be missing, or that more is checked. */
function bare(schema: unknown): Shape {
  if (!isShape(schema)) return {};
  if (isShape(schema.wrapped)) return bare(schema.wrapped);
  const named = schema.pipe?.find((part) => isShape(part) && (part.entries !== undefined || part.type === 'record'));
  return isShape(named) && named !== schema && schema.entries === undefined ? bare(named) : schema;
}

const isOptional = (schema: unknown): boolean => isShape(schema) && schema.type === 'exact_optional';

const LONG = 'x'.repeat(5_000);

/** Values of every kind that JSON has, and the odd ones that break careless code. */
const ODD: [what: string, value: unknown][] = [
  ['null', null],
  ['true', true],
  ['a number', 7],
  ['a negative number', -1],
  ['a broken number', 0.5],
  ['a number past all integers', 1e300],
  ['an empty text', ''],
  ['a blank text', '   '],
  ['a very long text', LONG],
  ['a control character', 'a\u0000b'],
  ['half a character', '\ud800'],
  ['a text that turns its direction', '\u202egnp.exe'],
  ['an operator of the store', { $gt: '' }],
  ['a server date', { $tcb_server_date: { offset: 0 } }],
  ['an empty list', []],
  ['a list', ['x']],
  ['a list of lists', [[[]]]],
  ['an empty object', {}],
  ['a nested object', { a: { b: { c: [] } } }],
  ['a field path', 'a.b.$'],
  ['an object with a prototype', JSON.parse('{"__proto__":{"ok":true}}')],
];

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function without(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
}

/**
 * Every input that is `good` with one field replaced by each odd value, left out where it is needed, or with a field
 * more: at every depth that the schema names. What the schema allows after all is among them; the caller tells.
 */
export function wrongInputs(schema: unknown, good: unknown, path = ''): Wrong[] {
  const here = ODD.map(([what, input]): Wrong => ({ path, what, input }));
  const { entries, options } = bare(schema);
  const named = entries ?? options?.map(bare).find((option) => option.entries && 'id' in option.entries)?.entries;
  if (!named || !isFields(good)) return here;
  const inner = Object.entries(named).flatMap(([name, field]): Wrong[] => {
    const at = path === '' ? name : `${path}.${name}`;
    const below = wrongInputs(field, good[name], at).map((wrong) => ({
      ...wrong,
      input: { ...good, [name]: wrong.input },
    }));
    return isOptional(field) ? below : [...below, { path: at, what: 'missing', input: without(good, name) }];
  });
  const more = ['extra', 'constructor', 'toString', '$where', 'a.b'].map(
    (name): Wrong => ({ path, what: `a field ${name} more`, input: { ...good, [name]: 1 } }),
  );
  return [...here, ...inner, ...more];
}

/** One for each field, by chance: the schema itself is asked about all of them, so the wire need not carry each. */
export function sampleOf(wrong: readonly Wrong[], random: Random): Wrong[] {
  const byPath = new Map<string, Wrong[]>();
  for (const each of wrong) byPath.set(each.path, [...(byPath.get(each.path) ?? []), each]);
  return [...byPath.values()].map((list) => oneOf(list, random));
}
