/** Runs in a worker beside the emulator: drives it with the unmodified SDK, `flight` calls at a time, and reports the rate. */
import { parentPort, workerData } from 'node:worker_threads';

const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database();
const _ = db.command;
const many = db.collection('many');

const { documents }: { documents: number } = Object(workerData);
let made = 0;
const next = (): number => {
  made += 1;
  return made;
};
const any = (): string => `d${(next() * 7919) % documents}`;

const calls: Record<string, () => Promise<unknown>> = {
  get: () => many.doc(any()).get(),
  insert: () => many.add({ data: { _id: `c${next()}`, kind: 'new', n: 1, left: 1 } }),
  update: async () => {
    const { stats } = await many.where({ _id: any(), left: _.gt(0) }).update({ data: { left: _.inc(-1) } });
    if (stats.updated !== 1) throw new Error('a conditional update found nothing');
  },
  transaction: () =>
    db.runTransaction(async (transaction: typeof db) => {
      const document = transaction.collection('many').doc(`d${next() % 1000}`);
      const { data } = await document.get();
      await document.update({ data: { n: data.n + 1 } });
    }),
  aggregate: () =>
    many
      .aggregate()
      .group({ _id: '$kind', total: db.command.aggregate.sum('$n') })
      .limit(100)
      .end(),
};

async function measure(name: string, flight: number, ms: number): Promise<number> {
  const call = calls[name];
  if (call === undefined) throw new Error(`no call ${name}`);
  const until = performance.now() + ms;
  let count = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() < until) {
      await call();
      count += 1;
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: flight }, lane));
  return (count * 1000) / (performance.now() - began);
}

parentPort?.on('message', ({ name, flight, ms }: { name: string; flight: number; ms: number }) => {
  measure(name, flight, ms).then(
    (rate) => parentPort?.postMessage({ rate }),
    (error: unknown) => parentPort?.postMessage({ error: String(error instanceof Error ? error.stack : error) }),
  );
});
