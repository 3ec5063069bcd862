import { evalExpr } from 'mingo/core';
import type { Iterator } from 'mingo/lazy';
import type { CollectionResolver, Options } from 'mingo/types';
import { type Fields, isFields } from './compare';
import { Draft } from './draft';
import { encode } from './keys';
import { valuesAt } from './paths';
import type { StoredDocument } from './store';

/** What a `$lookup` asks of the store. */
export interface Foreign {
  /** Whether an index finds documents by this field. */
  indexed(collection: string, field: string): boolean;
  find(collection: string, filter: Fields): StoredDocument[];
  run(collection: string, stages: Fields[], variables: Fields, among?: StoredDocument[]): StoredDocument[];
}

/** By the resolver that the engine is given, since that is what it hands on to every stage. */
const stores = new WeakMap<CollectionResolver, Foreign>();

export function withForeign(resolver: CollectionResolver, foreign: Foreign): CollectionResolver {
  stores.set(resolver, foreign);
  return resolver;
}

interface Specification {
  from: string;
  as: string;
  localField: string | undefined;
  foreignField: string | undefined;
  let: Fields;
  pipeline: Fields[] | undefined;
}

function specification(argument: unknown): Specification {
  if (!isFields(argument)) throw new TypeError('the $lookup specification must be an object');
  const { from, as, localField, foreignField, pipeline } = argument;
  if (typeof from !== 'string' || typeof as !== 'string') throw new TypeError("$lookup needs 'from' and 'as'");
  const local = typeof localField === 'string' ? localField : undefined;
  const foreign = typeof foreignField === 'string' ? foreignField : undefined;
  if ((local === undefined) !== (foreign === undefined))
    throw new TypeError('$lookup requires both or neither of localField and foreignField');
  const stages = Array.isArray(pipeline) ? pipeline.filter(isFields) : undefined;
  if (local === undefined && !stages)
    throw new TypeError("$lookup requires either 'pipeline' or both 'localField' and 'foreignField'");
  return {
    from,
    as,
    localField: local,
    foreignField: foreign,
    let: isFields(argument.let) ? argument.let : {},
    pipeline: stages,
  };
}

/** Values that join: of arrays each element; what is missing joins null and what is missing there. */
function joining(document: Fields, field: string): unknown[] {
  const values = valuesAt(document, field.split('.')).values.flatMap((value) =>
    Array.isArray(value) ? value : [value ?? null],
  );
  return values.length > 0 ? values : [null];
}

const nameOf = (value: unknown): string => encode(value).toString('latin1');

type Finder = (document: Fields) => StoredDocument[];

/** Each set of values is looked up once, by the index. */
function byIndex(foreign: Foreign, from: string, localField: string, foreignField: string): Finder {
  const found = new Map<string, StoredDocument[]>();
  return (document) => {
    const values = joining(document, localField);
    const name = values.map(nameOf).join();
    const known = found.get(name) ?? foreign.find(from, { [foreignField]: { $in: values } });
    found.set(name, known);
    return known;
  };
}

/** All foreign documents are read once and put under their values. */
function byValues(foreign: Foreign, from: string, localField: string, foreignField: string): Finder {
  let places: Map<string, number[]> | undefined;
  let all: StoredDocument[] = [];
  return (document) => {
    if (!places) {
      places = new Map();
      all = foreign.find(from, {});
      for (const [i, other] of all.entries())
        for (const name of new Set(joining(other, foreignField).map(nameOf)))
          places.set(name, [...(places.get(name) ?? []), i]);
    }
    const found = new Set(joining(document, localField).flatMap((value) => places?.get(nameOf(value)) ?? []));
    return [...found].sort((a, b) => a - b).flatMap((i) => all[i] ?? []);
  };
}

/** `$lookup` in both forms, over the store's indexes. */
export function lookup(rows: Iterator, argument: unknown, options: Options): Iterator {
  const { from, as, localField, foreignField, let: variables, pipeline } = specification(argument);
  const foreign = options.collectionResolver && stores.get(options.collectionResolver);
  if (!foreign) throw new TypeError('$lookup is not allowed here');
  let find: Finder | undefined;
  if (localField !== undefined && foreignField !== undefined) {
    const finder = foreign.indexed(from, foreignField) ? byIndex : byValues;
    find = finder(foreign, from, localField, foreignField);
  }
  return rows.map((document: unknown) => {
    if (!isFields(document)) return document;
    const among = find?.(document);
    let joined = among ?? [];
    if (pipeline) {
      const bound = Object.entries(variables).map(([name, value]) => [name, evalExpr(document, value, options)]);
      joined = foreign.run(from, pipeline, { ...options.variables, ...Object.fromEntries(bound) }, among);
    }
    const draft = new Draft(document);
    draft.set(as.split('.'), joined);
    return draft.after;
  });
}
