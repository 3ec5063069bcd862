import type { RunningCloud } from '../../support/cloud';
import { startFixtures, wire } from './fixture-cloud';

describe('limits and malformed wire calls', () => {
  let cloud: RunningCloud;

  beforeAll(async () => {
    cloud = await startFixtures(['hello'], { allowUnindexed: true });
    const documents = Array.from({ length: 1200 }, (_, n) => ({ _id: `n${n}`, n, kind: n < 3 ? 'few' : 'many' }));
    await cloud.api('POST', 'documents', { collection: 'notes', documents });
    const large = Array.from({ length: 30 }, (_, n) => ({ _id: `large${n}`, text: 'x'.repeat(50_000) }));
    await cloud.api('POST', 'documents', { collection: 'orders', documents: large });
  });
  afterAll(() => cloud.stop());

  const get = (fields: Record<string, unknown>) =>
    wire(cloud, { action: 'database.getDocument', collectionName: 'notes', queryType: 'WHERE', ...fields });
  const rows = async (answer: Promise<Record<string, unknown>>): Promise<unknown[]> => Object((await answer).data).list;

  test('a get gives a hundred documents without a limit and a thousand at most', async () => {
    expect(await rows(get({}))).toHaveLength(100);
    expect(await rows(get({ limit: 150 }))).toHaveLength(150);
    expect(await rows(get({ limit: 5000 }))).toHaveLength(1000);
  });

  test('an aggregate gives twenty rows without a limit', async () => {
    const stages = (...list: [string, unknown][]) =>
      list.map(([stageKey, value]) => ({ stageKey, stageValue: JSON.stringify(value) }));
    const aggregate = (list: unknown) =>
      wire(cloud, { action: 'database.aggregateDocuments', collectionName: 'notes', stages: list });
    expect(await rows(aggregate(stages(['$match', {}])))).toHaveLength(20);
    expect(await rows(aggregate(stages(['$match', {}], ['$limit', 70])))).toHaveLength(70);
  });

  test('a result over 1 MB is an error', async () => {
    const answer = await wire(cloud, { action: 'database.getDocument', collectionName: 'orders', limit: 30 });
    expect(answer).toMatchObject({ message: 'database query result size exceed limit (1MB)' });
    expect(answer).not.toHaveProperty('data');
    expect(
      await rows(wire(cloud, { action: 'database.getDocument', collectionName: 'orders', limit: 15 })),
    ).toHaveLength(15);
  });

  test('a request over 1 MB is refused and changes nothing', async () => {
    const text = 'x'.repeat(1_100_000);
    const data = [JSON.stringify({ _id: 'huge', text })];
    const answer = await wire(cloud, { action: 'database.insertDocument', collectionName: 'notes', data });
    expect(answer).toMatchObject({ code: 'INVALID_PARAM' });
    expect(await rows(get({ query: '{"_id":"huge"}' }))).toEqual([]);
  });

  test.each([
    ['a query that is no JSON', { query: '{' }],
    ['a query that is no document', { query: '[]' }],
    ['a query that is no text', { query: { _id: 'n1' } }],
    ['a date that is none', { query: '{"at":{"$date":{"$numberLong":"x","y":1}}}' }],
    ['a regular expression that is none', { query: '{"kind":{"$regularExpression":{"pattern":"(","options":""}}}' }],
    ['an order that is no direction', { order: '{"n":5}' }],
    ['a limit that is no number', { limit: 'ten' }],
    ['an offset below zero', { offset: -1 }],
    ['a projection that is no document', { projection: '1' }],
    ['a collection without a name', { collectionName: '' }],
    ['a transaction id that is no text', { transactionId: 5 }],
  ])('%s is INVALID_PARAM', async (_what, fields) => {
    expect(await get(fields)).toEqual({
      requestId: expect.any(String),
      code: 'INVALID_PARAM',
      message: expect.any(String),
    });
  });

  test.each(['', '{', '[]', '{}', '{"action":5}', '{"action":"database.nope"}', '{"action":"nope.getDocument"}'])(
    'the body %j is INVALID_PARAM',
    async (body) => {
      expect(await wire(cloud, body)).toMatchObject({ code: 'INVALID_PARAM' });
    },
  );

  test('a collection that does not exist has its own code', async () => {
    expect(await get({ collectionName: 'nowhere' })).toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' });
  });

  test('modifyAndReturnDoc gives the changed document', async () => {
    const answer = await wire(cloud, {
      action: 'database.modifyAndReturnDoc',
      collectionName: 'notes',
      queryType: 'WHERE',
      query: '{"_id":"n1"}',
      data: '{"$inc":{"n":{"$numberInt":"10"}}}',
    });
    const { updated, doc } = Object(answer.data);
    expect(updated).toBe(1);
    expect(JSON.parse(doc)).toMatchObject({ _id: 'n1', n: { $numberInt: '11' } });
  });

  test('a wire call of an instance that has ended is refused', async () => {
    const body = JSON.stringify({ action: 'database.getDocument', collectionName: 'notes' });
    const response = await fetch(`${cloud.url}/admin/gone`, { method: 'POST', body });
    expect(await response.json()).toMatchObject({ code: 'SYS_ERR' });
  });
});
