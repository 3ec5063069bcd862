import { database, type TransactionHandle } from './cloud';
import { isDuplicate } from './documents';

/** Another transaction or writer was faster again and again; the same request may be sent once more. */
export class Busy extends Error {}

/** What a transaction may touch: single documents by id. A `where` would run outside it and survive a rollback. */
export interface Transaction {
  get<T extends { _id: string }>(collection: string, id: string): Promise<T | undefined>;
  add(collection: string, document: { _id: string }): Promise<void>;
  put(collection: string, document: { _id: string }): Promise<void>;
  /** Only what is named; the document is there. */
  change(collection: string, id: string, fields: object): Promise<void>;
  remove(collection: string, id: string): Promise<void>;
}

function isConflict(error: unknown): boolean {
  const { errMsg, message, code } = error as { errMsg?: unknown; message?: unknown; code?: unknown };
  return /TransactionConflict|TRANSACTION_CONFLICT|WriteConflict/.test(`${errMsg} ${message} ${code}`);
}

function handles(transaction: TransactionHandle): Transaction {
  const doc = (collection: string, id: string) => transaction.collection(collection).doc(id);
  return {
    async get<T>(collection: string, id: string) {
      const { data } = await doc(collection, id).get();
      return (data ?? undefined) as T | undefined;
    },
    async add(collection, document) {
      await transaction.collection(collection).add({ data: document });
    },
    async put(collection, { _id, ...data }) {
      await doc(collection, _id).set({ data });
    },
    async change(collection, id, fields) {
      await doc(collection, id).update({ data: fields });
    },
    async remove(collection, id) {
      await doc(collection, id).remove();
    },
  };
}

/**
 * Runs the steps as one: all of them or none. The SDK tries again only what conflicts on commit; a conflict found at a
 * statement loses its code on the way, so it is given back here and is tried again like the other.
 * Throws `Busy` when four runs did not get through.
 */
export async function inTransaction<T>(steps: (transaction: Transaction) => Promise<T>): Promise<T> {
  try {
    return await database.runTransaction(async (transaction) => {
      try {
        return await steps(handles(transaction));
      } catch (error) {
        if (isConflict(error) && error instanceof Error)
          Object.assign(error, { code: 'DATABASE_TRANSACTION_CONFLICT' });
        throw error;
      }
    }, 3);
  } catch (error) {
    if (isConflict(error) && !isDuplicate(error)) throw new Busy('transaction conflict');
    throw error;
  }
}
