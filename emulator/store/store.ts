import type { Document } from 'bson';

/** A stored document; values are BSON's (`ObjectId`, `Date`, `RegExp`, numbers, strings …), `_id` is a string or `ObjectId`. */
export type StoredDocument = Document;
export type Filter = Document;

/** One index as `config/cloud/` declares it. */
export interface IndexSpec {
  name: string;
  fields: { field: string; order: 1 | -1 }[];
  unique?: boolean;
}

export interface CollectionSpec {
  name: string;
  indexes: IndexSpec[];
}

export interface FindOptions {
  order?: Record<string, 1 | -1>;
  offset?: number;
  limit?: number;
  projection?: Document;
}

/** What an update may do beside changing fields; `merge: false` replaces the whole document. */
export interface UpdateOptions {
  multi: boolean;
  merge: boolean;
  upsert: boolean;
}

export interface UpdateResult {
  /** Documents that matched and were changed as asked, also those that the change left as they were. */
  updated: number;
  upsertedId?: unknown;
  /** The document after the change, for `modifyAndReturnDoc`. */
  doc?: StoredDocument;
}

/** How one statement was answered, for the console and for budgets in tests. */
export interface Plan {
  collection: string;
  /**
   * Name of the index used (several, with commas between, for an `$or`), `_id_`, or `none` for a scan. An index that gave
   * the order alone and was read over 100 documents beyond those found counts as a scan.
   */
  index: string;
  /** Documents fetched to answer it, matching or not. */
  read: number;
  /** Documents in the collection when it ran. */
  of: number;
}

/**
 * A refusal of the store, as the cloud's wire says it. Codes: `DATABASE_REQUEST_FAILED` (duplicate keys, changes that cannot
 * be made), `DATABASE_COLLECTION_NOT_EXIST`, `DATABASE_COLLECTION_EXIST`, `DATABASE_TRANSACTION_CONFLICT`,
 * `TransactionNotExist`, `INVALID_PARAM`, and `SYS_ERR` for filters and stages that the engine does not take.
 */
export class StoreError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Documents with MongoDB's meaning, on disk when acknowledged.
 * `tx` names an open transaction; without it a statement is one of its own, and waits while a transaction holds a
 * document that it would write. Every statement reports its plan through `onPlan`, an aggregate one for each collection
 * and index that it read. Documents given out are frozen: they are shared with the store's memory.
 *
 * A transaction sees the documents as they were when it began, with its own writes. A write to what another open one holds,
 * or what changed since, is refused at once and ends it, as a duplicate key does; `abort` of one that so ended is in order,
 * anything else asked of an ended transaction is refused. It ends by itself after 30 seconds of either clock.
 */
export interface Store {
  createCollection(name: string): Promise<void>;
  collections(): { name: string; documents: number; indexes: IndexSpec[] }[];
  insert(
    collection: string,
    documents: StoredDocument[],
    tx?: string,
    onPlan?: (plan: Plan) => void,
  ): Promise<unknown[]>;
  find(
    collection: string,
    filter: Filter,
    options: FindOptions,
    tx?: string,
    onPlan?: (plan: Plan) => void,
  ): Promise<StoredDocument[]>;
  count(collection: string, filter: Filter, onPlan?: (plan: Plan) => void): Promise<number>;
  update(
    collection: string,
    filter: Filter,
    change: Document,
    options: UpdateOptions,
    tx?: string,
    onPlan?: (plan: Plan) => void,
  ): Promise<UpdateResult>;
  remove(
    collection: string,
    filter: Filter,
    options: { multi: boolean },
    tx?: string,
    onPlan?: (plan: Plan) => void,
  ): Promise<number>;
  aggregate(collection: string, stages: Document[], onPlan?: (plan: Plan) => void): Promise<StoredDocument[]>;
  begin(): Promise<string>;
  commit(tx: string): Promise<void>;
  abort(tx: string): Promise<void>;
  close(): void;
}

export interface StoreOptions {
  /** Folder that holds the one file of the store; made where it is missing. Without it the store ends with its process. */
  dir?: string;
  collections: CollectionSpec[];
  /** The clock, for server dates and the life of transactions; milliseconds. */
  now: () => number;
}
