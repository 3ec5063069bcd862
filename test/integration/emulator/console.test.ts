import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningCloud } from '../../support/cloud';
import { somebody, startFixtures } from './fixture-cloud';

describe('queries that no index serves', () => {
  const fill = (cloud: RunningCloud, count: number) => {
    const documents = Array.from({ length: count }, (_, n) => ({ _id: `n${n}`, kind: `k${n % 10}`, other: n }));
    return cloud.api('POST', 'documents', { collection: 'notes', documents });
  };
  const find = (cloud: RunningCloud, where: unknown) => cloud.call('database', 'find', { where, limit: 5 }, somebody);

  test('are listed without their values, counted in the call’s header, and fail a test that did not allow them', async () => {
    const cloud = await startFixtures(['database']);
    await fill(cloud, 101);
    const { meter } = await find(cloud, { other: 98765 });
    expect(meter).toEqual({ wireCalls: 1, dbCalls: 1, docsRead: 101, unindexed: 1 });
    await find(cloud, { other: 4321 });
    const listed = await cloud.api('GET', 'unindexed');
    expect(listed).toEqual([
      {
        collection: 'notes',
        filter: { other: '?' },
        index: 'none',
        read: 101,
        times: 2,
        function: 'database',
        op: 'find',
      },
    ]);
    await expect(cloud.stop()).rejects.toThrow(/no index serves/);
  });

  test('are no fault where they were allowed, an index serves them, or the collection is small', async () => {
    const allowed = await startFixtures(['database'], { allowUnindexed: true });
    await fill(allowed, 101);
    expect((await find(allowed, { other: 1 })).meter.unindexed).toBe(1);
    await allowed.stop();
    const cloud = await startFixtures(['database']);
    await fill(cloud, 100);
    expect((await find(cloud, { other: 1 })).meter.unindexed).toBe(0);
    await cloud.api('POST', 'documents', { collection: 'notes', documents: [{ _id: 'more', kind: 'k1' }] });
    const { meter } = await find(cloud, { kind: 'k1' });
    expect(meter.unindexed).toBe(0);
    expect(meter.docsRead).toBeLessThanOrEqual(11);
    await cloud.stop();
  });
});

describe('the console', () => {
  let cloud: RunningCloud;
  const web = mkdtempSync(join(tmpdir(), 'web-'));

  beforeAll(async () => {
    writeFileSync(join(web, 'index.html'), '<!doctype html><title>药谷</title>');
    writeFileSync(join(web, 'app.js'), 'void 0;');
    cloud = await startFixtures(['probe', 'database'], { web });
  });
  afterAll(async () => {
    await cloud.stop();
    rmSync(web, { recursive: true });
  });

  test('the page is served, in Chinese', async () => {
    const response = await fetch(`${cloud.url}/_console`);
    expect(response.headers.get('content-type')).toMatch(/text\/html/);
    expect(await response.text()).toContain('控制台');
  });

  test('the state names functions, timers, collections with counts, and instances', async () => {
    await cloud.call('probe', 'calls', {}, somebody);
    await cloud.api('POST', 'documents', { collection: 'orders', documents: [{ _id: 'a' }, { _id: 'b' }] });
    const state = await cloud.api('GET', 'state');
    expect(state).toMatchObject({ offsetMs: 0, now: expect.any(String) });
    expect(Object(state).functions).toContainEqual(expect.objectContaining({ name: 'probe' }));
    expect(Object(state).timers).toContainEqual(expect.objectContaining({ function: 'probe', name: 'tick' }));
    expect(Object(state).collections).toContainEqual(expect.objectContaining({ name: 'orders', documents: 2 }));
    expect(Object(state).instances).toContainEqual(expect.objectContaining({ function: 'probe', state: 'idle' }));
  });

  test('documents go in and come out as canonical EJSON, past every meter', async () => {
    const document = { _id: 'e', at: { $date: { $numberLong: '1700000000000' } }, n: { $numberDouble: '1.5' } };
    await cloud.api('POST', 'documents', { collection: 'notes', documents: [document, JSON.stringify({ _id: 'f' })] });
    expect(await cloud.api('GET', 'documents?collection=notes')).toEqual([document, { _id: 'f' }]);
    await expect(cloud.api('GET', 'documents?collection=nowhere')).rejects.toThrow(/answered 400/);
    await expect(cloud.api('POST', 'documents', { collection: 'notes', documents: [{ n: 1 }] })).rejects.toThrow(/_id/);
  });

  test('what it does not know is refused', async () => {
    await expect(cloud.api('GET', 'nothing')).rejects.toThrow(/answered 404/);
    await expect(cloud.api('POST', 'timers/run', { function: 'probe', name: 'nope' })).rejects.toThrow(/answered 400/);
  });

  test('the browser client is served with its types, its pages by index.html, and nothing outside', async () => {
    const get = async (path: string) => {
      const response = await fetch(`${cloud.url}${path}`);
      return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
    };
    expect(await get('/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    expect(await get('/app.js')).toMatchObject({
      status: 200,
      type: 'text/javascript; charset=utf-8',
      text: 'void 0;',
    });
    expect(await get('/pages/home/index')).toMatchObject({ status: 200, text: expect.stringContaining('药谷') });
    expect(await get('/missing.js')).toMatchObject({ status: 404 });
    expect(await get('/..%2f..%2fetc%2fpasswd.txt')).toMatchObject({ status: 404 });
  });
});
