import { _, type CollectionHandle, database } from './cloud';

/** Collections by name, with the document that each holds; a function names what it uses. */
export interface Stored {
  _id: string;
}

/**
 * An id or a condition that is `undefined` would silently match every document (the SDK drops it), so none is let
 * through.
 */
function guarded<T extends object>(filter: T): T {
  for (const [field, value] of Object.entries(filter)) {
    if (value === undefined) throw new Error(`condition on ${field} is undefined`);
  }
  return filter;
}

function collection(name: string): CollectionHandle {
  return database.collection(name);
}

export type Projection = Record<string, boolean>;

/** The document of that id, or `undefined`; one call, at most one document read. */
export async function byId<T extends Stored>(
  name: string,
  id: string,
  projection?: Projection,
): Promise<T | undefined> {
  guarded({ id });
  const handle = collection(name).doc(id);
  const { data } = await (projection ? handle.field(projection) : handle).get();
  return (data ?? undefined) as T | undefined;
}

/** The documents of those ids that exist, in no order; at most 1,000 ids. */
export async function byIds<T extends Stored>(
  name: string,
  ids: readonly string[],
  projection?: Projection,
): Promise<T[]> {
  if (ids.length === 0) return [];
  return find<T>(
    name,
    { _id: database.command.in([...new Set(ids)]) },
    { limit: 1_000, ...(projection && { projection }) },
  );
}

/** Ids asked for in one query: few enough that it stays a look-up of each. */
const IDS_AT_ONCE = 200;

/** The documents of any number of ids that exist, by id. */
export async function byManyIds<T extends Stored>(
  name: string,
  ids: readonly string[],
  projection?: Projection,
): Promise<Map<string, T>> {
  const standing = new Map<string, T>();
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const found = await byIds<T>(name, ids.slice(from, from + IDS_AT_ONCE), projection);
    for (const document of found) standing.set(document._id, document);
  }
  return standing;
}

export interface FindOptions {
  orderBy?: [field: string, order: 'asc' | 'desc'];
  /** Orders, ascending, those that are the same by the first field. */
  thenBy?: string;
  limit: number;
  projection?: Projection;
}

/** The documents that match; every caller has an index for its filter (an integration test counts those without). */
export async function find<T extends Stored>(name: string, filter: object, options: FindOptions): Promise<T[]> {
  let query = collection(name).where(guarded(filter)).limit(options.limit);
  if (options.orderBy) query = query.orderBy(...options.orderBy);
  if (options.thenBy !== undefined) query = query.orderBy(options.thenBy, 'asc');
  if (options.projection) query = query.field(options.projection);
  const { data } = await query.get();
  return (data ?? []) as T[];
}

/** How many documents match; by an index, like `find`. */
export async function countOf(name: string, filter: object): Promise<number> {
  const { total } = await collection(name).where(guarded(filter)).count();
  return total ?? 0;
}

/** A duplicate key shows in the message alone: its number differs between the documents and real runs. */
export function isDuplicate(error: unknown): boolean {
  const { errMsg, message } = error as { errMsg?: unknown; message?: unknown };
  return /E11000|DATABASE_DUPLICATE_WRITE/.test(`${errMsg} ${message}`);
}

/** Writes a new document; `false` where one of its unique keys is taken, and nothing was written. */
export async function insertOnce(name: string, document: Stored): Promise<boolean> {
  try {
    await collection(name).add({ data: document });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** Documents written in one call: few enough for a request's body. */
const WRITTEN_AT_ONCE = 100;

/** Writes documents that are there not yet, all in one call; throws where an id is taken. */
export async function insertNew(name: string, documents: readonly Stored[]): Promise<void> {
  if (documents.length > 0) await collection(name).add({ data: documents });
}

/** Writes documents in one call; those whose ids are there already are no fault, and stay as they are. */
export async function insertTogether(name: string, documents: readonly Stored[]): Promise<void> {
  try {
    await insertNew(name, documents);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    for (const document of documents) await insertOnce(name, document);
  }
}

/** Writes those of the documents whose ids are not there yet; who is faster with one of them is no fault. */
export async function insertMissing(name: string, documents: readonly Stored[]): Promise<void> {
  const ids = documents.map(({ _id }) => _id);
  const there = await byManyIds(name, ids, { _id: true });
  const missing = documents.filter(({ _id }) => !there.has(_id));
  for (let from = 0; from < missing.length; from += WRITTEN_AT_ONCE)
    await insertTogether(name, missing.slice(from, from + WRITTEN_AT_ONCE));
}

/** Changes the one document of that id if it meets the conditions; `false` where it does not. */
export async function changeIf(name: string, id: string, conditions: object, data: object): Promise<boolean> {
  const { stats } = await collection(name)
    .where(guarded({ _id: id, ...conditions }))
    .update({ data, multi: false });
  return (stats?.updated ?? 0) > 0;
}

/** Changes every document that matches; atomic for each of them, not across them. Gives how many there were. */
export async function changeAll(name: string, filter: object, data: object): Promise<number> {
  const { stats } = await collection(name).where(guarded(filter)).update({ data });
  return stats?.updated ?? 0;
}

/** Removes every document that matches; gives how many there were. */
export async function removeAll(name: string, filter: object): Promise<number> {
  const { stats } = await collection(name).where(guarded(filter)).remove();
  return stats?.removed ?? 0;
}

/** Fields that differ, as a change of the stored document: what is gone is removed. */
export function difference<T extends object>(before: T, next: T): Record<string, object> {
  const from = new Map<string, unknown>(Object.entries(before));
  const to = new Map<string, unknown>(Object.entries(next));
  const change: Record<string, object> = {};
  for (const field of new Set([...from.keys(), ...to.keys()])) {
    const value = to.get(field);
    if (value === undefined) change[field] = _.remove();
    else if (JSON.stringify(value) !== JSON.stringify(from.get(field))) change[field] = _.set(value);
  }
  return change;
}
