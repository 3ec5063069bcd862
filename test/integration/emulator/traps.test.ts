import type { RunningCloud } from '../../support/cloud';
import { somebody, startFixtures } from './fixture-cloud';

interface Failed {
  failed: { errCode: unknown; code: unknown; message: string };
}

describe('the SDK behaves here as it does on the platform', () => {
  let cloud: RunningCloud;
  let made = 0;

  const run = async (op: string, input: unknown = {}): Promise<unknown> => {
    const { answer } = await cloud.call('database', op, input, somebody);
    if (!answer.ok) throw new Error(`${op} answered ${answer.refusal}`);
    return answer.value;
  };
  const put = async (document: Record<string, unknown>): Promise<string> => {
    made += 1;
    const _id = `trap-${made}`;
    await cloud.api('POST', 'documents', { collection: 'notes', documents: [{ _id, ...document }] });
    return _id;
  };
  const failure = async (op: string, input: unknown = {}): Promise<Failed['failed']> =>
    Object(await run(op, input)).failed;

  beforeAll(async () => {
    cloud = await startFixtures(['database', 'hello']);
  });
  afterAll(() => cloud.stop());

  test('1: where().update() inside a transaction runs outside it and survives a rollback', async () => {
    await cloud.api('POST', 'documents', { collection: 'notes', documents: [{ _id: 'there' }] });
    expect(await run('outsideTransaction')).toHaveProperty('failed');
    expect(await run('getOrNothing', { id: 'in' })).toMatchObject({ data: null });
    expect(await run('get', { id: 'there' })).toMatchObject({ gave: { data: { leaked: true } } });
  });

  test('2: a conflict at a statement is retried only where its code is named', async () => {
    const racing = async (name: boolean, times: number) => {
      const id = await put({ n: 0 });
      const ends: Partial<Failed>[] = Object(await run('increaseTogether', { id, name, times }));
      const failures = ends.flatMap((end) => end.failed ?? []);
      const { gave } = Object(await run('get', { id }));
      return { failures, succeeded: times - failures.length, n: gave.data.n };
    };
    const unnamed = await racing(false, 10);
    expect(unnamed.failures.length).toBeGreaterThan(0);
    for (const failed of unnamed.failures)
      expect(failed).toMatchObject({ errCode: -501001, message: expect.stringMatching(/TransactionConflict/) });
    expect(unnamed.n).toBe(unnamed.succeeded);
    expect(await racing(true, 2)).toEqual({ failures: [], succeeded: 2, n: 2 });
  });

  test('3: an undefined field is dropped from a condition, so it matches everything', async () => {
    await put({ x: 1, y: 'trap3' });
    await put({ x: 2, y: 'trap3' });
    expect(Object(await run('findUndefined', { y: 'trap3' })).data).toHaveLength(2);
  });

  test('4: limit(0) gives a hundred; a missing document throws unless that is turned off', async () => {
    const documents = Array.from({ length: 120 }, (_, n) => ({ _id: `trap4-${n}`, kind: 'trap4' }));
    await cloud.api('POST', 'documents', { collection: 'notes', documents });
    expect(Object(Object(await run('find', { where: { kind: 'trap4' }, limit: 0 })).gave).data).toHaveLength(100);
    expect((await failure('get', { id: 'nowhere' })).message).toMatch(/not exist|cannot find/i);
    expect(await run('getOrNothing', { id: 'nowhere' })).toMatchObject({ data: null });
  });

  test('5: errors of aggregate, createCollection and callFunction carry -1 and a code in words', async () => {
    for (const op of ['badAggregate', 'badCollection', 'badFunction'])
      expect(await failure(op)).toMatchObject({ errCode: -1, code: expect.stringMatching(/^[A-Z_]+$/) });
  });

  test('6: a duplicate key says E11000', async () => {
    const id = await put({});
    expect((await failure('add', { _id: id })).message).toMatch(/E11000|DATABASE_DUPLICATE_WRITE/);
  });

  test('7: a conditional update says how many it changed, and nothing of the document', async () => {
    const id = await put({ left: 1 });
    expect(await run('take', { id })).toEqual({ stats: { updated: 1 }, errMsg: expect.any(String) });
    expect(await run('take', { id })).toMatchObject({ stats: { updated: 0 } });
  });

  test('8: an empty object in an update is not written; set writes it', async () => {
    const id = await put({});
    await run('updateDoc', { id, data: { 'claims.m': {}, n: 1 } });
    expect(Object(await run('get', { id })).gave.data).toEqual({ _id: id, n: 1 });
    await run('setField', { id, field: 'claims.m', value: {} });
    expect(Object(await run('get', { id })).gave.data).toEqual({ _id: id, n: 1, claims: { m: {} } });
  });

  test('9: where().update() changes every match, with multi false one', async () => {
    await put({ kind: 'trap9' });
    await put({ kind: 'trap9' });
    const where = { kind: 'trap9' };
    expect(await run('update', { where, data: { a: 1 }, multi: false })).toMatchObject({ stats: { updated: 1 } });
    expect(await run('update', { where, data: { b: 1 } })).toMatchObject({ stats: { updated: 2 } });
  });

  test('10: not(gte(n)) matches a document without the field too', async () => {
    const documents = [{ _id: 'four', used: 4 }, { _id: 'five', used: 5 }, { _id: 'none' }];
    await cloud.api('POST', 'documents', { collection: 'orders', documents });
    expect(await run('notAtLeast', { limit: 5 })).toMatchObject({ total: 2 });
  });

  test('a server date is the emulator clock, also when it is moved', async () => {
    await cloud.api('POST', 'clock', { now: '2031-05-01T00:00:00Z' });
    const moment = Number(await run('serverDate'));
    expect(new Date(moment).toISOString()).toMatch(/^2031-05-01T00:00:/);
    await cloud.api('POST', 'clock', { reset: true });
  });

  test('a call is metered: wire calls, database calls, documents read', async () => {
    const { meter } = await cloud.call('database', 'wholeWork', { id: 'metered' }, somebody);
    expect(meter).toMatchObject({ wireCalls: 3, dbCalls: 3, unindexed: 0 });
    expect(meter.docsRead).toBeGreaterThanOrEqual(2);
    expect(meter.docsRead).toBeLessThanOrEqual(3);
  });
});
