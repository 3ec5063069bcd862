import { randomBytes } from 'node:crypto';
import type { Document } from 'bson';
import type { FindOptions, Plan, Store } from '../store/store';
import { parseDocument, parseEjson, printEjson } from './ejson';
import { isRecord, type JsonRecord } from './json';
import { invalid, WireError } from './wire-error';

/** What one database action needs of its surroundings; `seen` hears of every statement and its filter. */
export interface DatabaseContext {
  store: Store;
  seen: (plan: Plan, filter: unknown) => void;
}

type Fields = Record<string, unknown>;
type Action = (params: JsonRecord, context: DatabaseContext) => Promise<Fields>;

/** The platform's limit of one `get`; the SDK sends 100 where the function names none. */
const MOST_DOCUMENTS = 1000;
const DEFAULT_DOCUMENTS = 100;
/** An aggregate without any `limit` stage gives no more rows than this. */
const DEFAULT_ROWS = 20;
const MOST_RESULT_BYTES = 1024 * 1024;

function collectionOf(params: JsonRecord): string {
  const name = params.collectionName;
  if (typeof name !== 'string' || name === '') throw invalid('collectionName should be a non-empty string');
  return name;
}

function transactionOf(params: JsonRecord): string | undefined {
  const id = params.transactionId;
  if (id === undefined || id === null) return undefined;
  if (typeof id !== 'string') throw invalid('transactionId should be a string');
  return id;
}

function requiredTransaction(params: JsonRecord): string {
  const id = transactionOf(params);
  if (id === undefined) throw invalid('transactionId should be a string');
  return id;
}

const queryOf = (params: JsonRecord): Document =>
  params.query === undefined ? {} : parseDocument(params.query, 'query');

function wholeNumber(value: unknown, where: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalid(`${where} should be a whole number from 0 up`);
  return value;
}

function orderOf(text: unknown): Record<string, 1 | -1> {
  const order: Record<string, 1 | -1> = {};
  for (const [field, direction] of Object.entries(parseDocument(text, 'order'))) {
    if (direction !== 1 && direction !== -1) throw invalid(`order.${field} should be 1 or -1`);
    order[field] = direction;
  }
  return order;
}

function findOptions(params: JsonRecord): FindOptions {
  const asked = wholeNumber(params.limit, 'limit') ?? (params.queryType === 'DOC' ? 1 : DEFAULT_DOCUMENTS);
  const options: FindOptions = { limit: Math.min(asked === 0 ? DEFAULT_DOCUMENTS : asked, MOST_DOCUMENTS) };
  const offset = wholeNumber(params.offset, 'offset');
  if (offset !== undefined) options.offset = offset;
  if (params.order !== undefined) options.order = orderOf(params.order);
  if (params.projection !== undefined) options.projection = parseDocument(params.projection, 'projection');
  return options;
}

/** Prints the rows of an answer, and refuses more than the platform hands out in one. */
function printed(documents: Document[]): string[] {
  const list = documents.map(printEjson);
  let bytes = 0;
  for (const text of list) bytes += Buffer.byteLength(text);
  if (bytes > MOST_RESULT_BYTES)
    throw new WireError('WX_DATABASE_QUERY_SIZE_EXCEED_LIMIT', 'database query result size exceed limit (1MB)');
  return list;
}

/** Ids are strings of 24 hex digits where the function gave none, and come last in the document. */
const withId = (document: Document): Document =>
  document._id === undefined ? { ...document, _id: randomBytes(12).toString('hex') } : document;

const insertDocument: Action = async (params, { store, seen }) => {
  const collection = collectionOf(params);
  if (!Array.isArray(params.data) || params.data.length === 0) throw invalid('data should be a list of documents');
  const documents = params.data.map((text) => withId(parseDocument(text, 'data')));
  const insertedIds = await store.insert(collection, documents, transactionOf(params), (plan) => seen(plan, {}));
  return { data: { insertedIds } };
};

const getDocument: Action = async (params, { store, seen }) => {
  const query = queryOf(params);
  const onPlan = (plan: Plan) => seen(plan, query);
  const list = await store.find(collectionOf(params), query, findOptions(params), transactionOf(params), onPlan);
  return { data: { list: printed(list) } };
};

const modifyDocument: Action = async (params, { store, seen }) => {
  const query = queryOf(params);
  const options = { multi: params.multi === true, merge: params.merge !== false, upsert: params.upsert === true };
  const change = parseDocument(params.data, 'data');
  const onPlan = (plan: Plan) => seen(plan, query);
  const done = await store.update(collectionOf(params), query, change, options, transactionOf(params), onPlan);
  return {
    data: { updated: done.updated, ...(done.upsertedId === undefined ? {} : { upsert_id: done.upsertedId }) },
  };
};

const modifyAndReturnDoc: Action = async (params, { store, seen }) => {
  const query = queryOf(params);
  const options = { multi: false, merge: true, upsert: false };
  const change = parseDocument(params.data, 'data');
  const onPlan = (plan: Plan) => seen(plan, query);
  const done = await store.update(collectionOf(params), query, change, options, transactionOf(params), onPlan);
  return { data: { updated: done.updated, ...(done.doc === undefined ? {} : { doc: printEjson(done.doc) }) } };
};

const removeDocument: Action = async (params, { store, seen }) => {
  const query = queryOf(params);
  const onPlan = (plan: Plan) => seen(plan, query);
  const options = { multi: params.multi === true };
  return {
    data: { deleted: await store.remove(collectionOf(params), query, options, transactionOf(params), onPlan) },
  };
};

const calculateDocument: Action = async (params, { store, seen }) => {
  const query = queryOf(params);
  return { data: { total: await store.count(collectionOf(params), query, (plan) => seen(plan, query)) } };
};

function stagesOf(stages: unknown): Document[] {
  if (!Array.isArray(stages) || stages.length === 0) throw invalid('stages should be a list of stages');
  return stages.map((stage: unknown) => {
    if (!isRecord(stage) || typeof stage.stageKey !== 'string' || typeof stage.stageValue !== 'string')
      throw invalid('a stage should have stageKey and stageValue');
    return { [stage.stageKey]: parseEjson(stage.stageValue, stage.stageKey) };
  });
}

const aggregateDocuments: Action = async (params, { store, seen }) => {
  const stages = stagesOf(params.stages);
  const rows = await store.aggregate(collectionOf(params), stages, (plan) => seen(plan, stages[0]?.$match ?? {}));
  const limited = stages.some((stage) => '$limit' in stage);
  return { data: { list: printed(limited ? rows : rows.slice(0, DEFAULT_ROWS)) } };
};

const addCollection: Action = async (params, { store }) => {
  await store.createCollection(collectionOf(params));
  return {};
};

/** The database actions of the wire, by the second half of their name. */
export const databaseActions: ReadonlyMap<string, Action> = new Map([
  ['insertDocument', insertDocument],
  ['getDocument', getDocument],
  ['modifyDocument', modifyDocument],
  ['modifyAndReturnDoc', modifyAndReturnDoc],
  ['removeDocument', removeDocument],
  ['calculateDocument', calculateDocument],
  ['aggregateDocuments', aggregateDocuments],
  ['addCollection', addCollection],
  ['startTransaction', async (_params, { store }) => ({ transactionId: await store.begin() })],
  [
    'commitTransaction',
    async (params, { store }) => {
      await store.commit(requiredTransaction(params));
      return {};
    },
  ],
  [
    'abortTransaction',
    async (params, { store }) => {
      await store.abort(requiredTransaction(params));
      return {};
    },
  ],
]);
