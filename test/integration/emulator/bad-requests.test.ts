import type { RunningCloud } from '../../support/cloud';
import { startFixtures } from './fixture-cloud';

describe('a request that is not one', () => {
  let cloud: RunningCloud;

  beforeAll(async () => {
    cloud = await startFixtures(['probe']);
  });
  afterAll(() => cloud.stop());

  const post = async (path: string, body: string, headers: Record<string, string>): Promise<unknown> => {
    const response = await fetch(`${cloud.url}${path}`, { method: 'POST', headers, body });
    expect(response.status).toBe(200);
    return response.json();
  };
  const me = { 'x-openid': 'somebody' };
  const badInput = (path: string) => ({
    ok: false,
    refusal: 'BAD_INPUT',
    detail: { issues: [{ path, message: expect.any(String) }] },
  });

  test.each(['', '{', 'null', '[]', '"text"', '{"op":', '12'])('the body %j is refused', async (body) => {
    expect(await post('/call/probe', body, me)).toEqual(badInput(''));
  });

  test('a body of 100 KB passes, one over it is refused', async () => {
    const body = (bytes: number) => `{"op":"calls","input":"${'x'.repeat(bytes - 25)}"}`;
    expect(body(102_400)).toHaveLength(102_400);
    expect(await post('/call/probe', body(102_400), me)).toMatchObject({ ok: true });
    expect(await post('/call/probe', body(102_401), me)).toEqual(badInput(''));
  });

  test.each(['', ' ', '12345678', 'a b', 'a/b', "a'b", 'a.b', 'x'.repeat(65)])(
    'the identity %j is refused',
    async (id) => {
      expect(await post('/call/probe', '{"op":"calls"}', { 'x-openid': id })).toEqual(badInput('x-openid'));
    },
  );

  test('no identity at all is refused', async () => {
    expect(await post('/call/probe', '{"op":"calls"}', {})).toEqual(badInput('x-openid'));
  });

  test.each(['nope', '__proto__', 'constructor', '%'])('the function %j does not exist', async (name) => {
    expect(await post(`/call/${name}`, '{"op":"calls"}', me)).toEqual(badInput('function'));
  });

  test('an object nested as deep as a body can be fails its own call and nothing else', async () => {
    const depth = 50_000;
    const body = `{"op":"echo","input":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    expect(await post('/call/probe', body, me)).toMatchObject({ ok: false });
    expect(await post('/call/probe', '{"op":"calls"}', me)).toMatchObject({ ok: true });
  });

  test('nothing of it reached a function', async () => {
    const calls = await cloud.api('GET', 'calls');
    const called: { op: string }[] = Object(calls);
    expect(called.map(({ op }) => op)).toEqual(['calls', 'echo', 'calls']);
  });

  test('a page of another site can change nothing, wherever it posts', async () => {
    const headers = { ...me, 'sec-fetch-site': 'cross-site' };
    for (const path of ['/call/probe', '/admin', '/_console/api/clock']) {
      const response = await fetch(`${cloud.url}${path}`, { method: 'POST', headers, body: '{"reset":true}' });
      expect(response.status).toBe(403);
    }
  });

  test('another host name is refused, so that no page elsewhere can ask by a name that leads here', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      const asked = request(`${cloud.url}/_console/api/state`, { headers: { host: 'example.org' } }, (response) =>
        resolve(response.statusCode),
      );
      asked.end();
    });
    expect(status).toBe(403);
  });
});
