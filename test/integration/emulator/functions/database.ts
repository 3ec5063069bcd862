import { cloud } from './sdk';

const db = cloud.database();
const _ = db.command;
const notes = db.collection('notes');

class Rollback extends Error {}

interface Failure {
  errCode: unknown;
  code: unknown;
  message: string;
}

const failureOf = (error: unknown): Failure => {
  const { errCode, code }: { errCode?: unknown; code?: unknown } = Object(error);
  return { errCode, code, message: String(error instanceof Error ? error.message : Object(error).errMsg) };
};

/** The failure of what is tried, or what it gave. */
async function tried(attempt: () => Promise<unknown>): Promise<unknown> {
  try {
    return { gave: await attempt() };
  } catch (error) {
    // The test reads the failure itself.
    return { failed: failureOf(error) };
  }
}

/** Reads and writes one document in a transaction; a conflict at the statement is named so that the SDK retries it. */
async function increase(id: string, name: boolean): Promise<unknown> {
  return db.runTransaction(async (transaction: typeof db) => {
    try {
      const document = transaction.collection('notes').doc(id);
      const { data } = await document.get();
      await document.update({ data: { n: data.n + 1 } });
    } catch (error) {
      const failure = Object(error);
      if (name && /TransactionConflict/.test(String(failure.errMsg))) failure.code = 'DATABASE_TRANSACTION_CONFLICT';
      throw failure;
    }
  }, 3);
}

async function outsideTransaction(): Promise<unknown> {
  return tried(() =>
    db.runTransaction(async (transaction: typeof db) => {
      await transaction
        .collection('notes')
        .doc('in')
        .set({ data: { n: 1 } });
      await transaction
        .collection('notes')
        .where({ _id: 'there' })
        .update({ data: { leaked: true } });
      throw new Rollback('rolled back');
    }),
  );
}

const operations: Record<string, (input: Record<string, unknown>) => Promise<unknown>> = {
  add: (input) => tried(() => notes.add({ data: input })),
  get: ({ id }) => tried(() => notes.doc(id).get()),
  getOrNothing: ({ id }) => cloud.database({ throwOnNotFound: false }).collection('notes').doc(id).get(),
  find: ({ where, limit }) => tried(() => notes.where(where).limit(limit).get()),
  findUndefined: ({ y }) => notes.where({ x: undefined, y }).get(),
  take: ({ id }) => notes.where({ _id: id, left: _.gt(0) }).update({ data: { left: _.inc(-1) } }),
  update: ({ where, data, multi }) => notes.where(where).update({ data, ...(multi === undefined ? {} : { multi }) }),
  updateDoc: ({ id, data }) => tried(() => notes.doc(id).update({ data })),
  setField: ({ id, field, value }) => notes.doc(id).update({ data: { [String(field)]: _.set(value) } }),
  notAtLeast: ({ limit }) =>
    db
      .collection('orders')
      .where({ used: _.not(_.gte(limit)) })
      .count(),
  increaseTogether: ({ id, name, times }) =>
    Promise.all(Array.from({ length: Number(times) }, () => tried(() => increase(String(id), name === true)))),
  outsideTransaction,
  badAggregate: () => tried(() => notes.aggregate().bucket({}).end()),
  badCollection: () => tried(() => db.createCollection('notes')),
  badFunction: () => tried(() => cloud.callFunction({ name: 'nope', data: {} })),
  serverDate: async () => {
    const { _id } = await notes.add({ data: { at: db.serverDate({ offset: 1000 }) } });
    const { data } = await notes.doc(_id).get();
    return data.at.getTime();
  },
  wholeWork: async ({ id }) => {
    await notes.add({ data: { _id: id, n: 1 } });
    await notes.doc(id).update({ data: { n: _.inc(1) } });
    return (await notes.doc(id).get()).data;
  },
};

/** Does with the unmodified SDK what a test names. */
export async function main(event: { op: string; input: Record<string, unknown> }): Promise<unknown> {
  const operation = operations[event.op];
  if (operation === undefined) throw new Error(`no operation ${event.op}`);
  return { ok: true, value: await operation(event.input) };
}
