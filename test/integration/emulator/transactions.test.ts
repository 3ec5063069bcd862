import type { RunningCloud } from '../../support/cloud';
import { startFixtures, wire } from './fixture-cloud';

describe('transactions over the wire', () => {
  let cloud: RunningCloud;
  let made = 0;

  beforeAll(async () => {
    cloud = await startFixtures(['hello']);
  });
  afterAll(() => cloud.stop());
  beforeEach(async () => {
    made += 1;
    await cloud.api('POST', 'documents', { collection: 'notes', documents: [{ _id: id(), n: 0 }] });
  });

  const id = () => `doc-${made}`;
  const begin = async (): Promise<unknown> =>
    (await wire(cloud, { action: 'database.startTransaction' })).transactionId;
  const end = (how: 'commit' | 'abort', transactionId: unknown) =>
    wire(cloud, { action: `database.${how}Transaction`, transactionId });
  const set = (n: number, transactionId?: unknown) =>
    wire(cloud, {
      action: 'database.modifyDocument',
      collectionName: 'notes',
      queryType: 'DOC',
      query: JSON.stringify({ _id: id() }),
      data: JSON.stringify({ $set: { n } }),
      ...(transactionId === undefined ? {} : { transactionId }),
    });
  const read = async (transactionId?: unknown): Promise<unknown> => {
    const answer = await wire(cloud, {
      action: 'database.getDocument',
      collectionName: 'notes',
      queryType: 'DOC',
      query: JSON.stringify({ _id: id() }),
      ...(transactionId === undefined ? {} : { transactionId }),
    });
    const [document = '{}']: string[] = Object(answer.data).list ?? [];
    return Number(JSON.parse(document).n?.$numberInt);
  };

  test('a transaction reads what was there when it began, and its own writes', async () => {
    const transaction = await begin();
    expect(await read(transaction)).toBe(0);
    await set(5);
    expect(await read(transaction)).toBe(0);
    expect(await read()).toBe(5);
    await end('abort', transaction);
  });

  test('its writes are seen by nobody before the commit, and by all after', async () => {
    const transaction = await begin();
    await set(1, transaction);
    expect([await read(), await read(transaction)]).toEqual([0, 1]);
    await end('commit', transaction);
    expect(await read()).toBe(1);
  });

  test('a rollback leaves nothing', async () => {
    const transaction = await begin();
    await set(1, transaction);
    await end('abort', transaction);
    expect(await read()).toBe(0);
  });

  test('another transaction’s write to a locked document fails at once', async () => {
    const [first, second] = [await begin(), await begin()];
    await set(1, first);
    expect(await set(2, second)).toMatchObject({
      code: expect.stringMatching(/CONFLICT/),
      message: expect.any(String),
    });
    await end('commit', first);
    expect(await read()).toBe(1);
  });

  test('an ordinary update waits until the lock goes, then counts', async () => {
    const transaction = await begin();
    await set(1, transaction);
    let answered = false;
    const waiting = set(2).then((answer) => {
      answered = true;
      return answer;
    });
    for (let n = 0; n < 5; n += 1) await read();
    expect(answered).toBe(false);
    await end('commit', transaction);
    expect(await waiting).toMatchObject({ data: { updated: 1 } });
    expect(await read()).toBe(2);
  });

  test('a transaction that ended, or never was, does not exist', async () => {
    const transaction = await begin();
    await end('commit', transaction);
    for (const gone of [transaction, 'ffffffffffffffffffffffff'])
      for (const answer of [await set(1, gone), await end('commit', gone)])
        expect(answer).toMatchObject({ message: expect.stringContaining('TransactionNotExist') });
  });

  test('a transaction ends by itself after 30 seconds of the emulator’s clock, and frees what it held', async () => {
    const transaction = await begin();
    await set(1, transaction);
    const waiting = set(2);
    await cloud.api('POST', 'clock', { advanceMs: 31_000 });
    expect(await waiting).toMatchObject({ data: { updated: 1 } });
    expect(await end('commit', transaction)).toMatchObject({ message: expect.stringContaining('TransactionNotExist') });
    expect(await read()).toBe(2);
    await cloud.api('POST', 'clock', { reset: true });
  });
});
