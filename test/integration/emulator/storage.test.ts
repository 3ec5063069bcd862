import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningCloud } from '../../support/cloud';
import { somebody, startFixtures, wire } from './fixture-cloud';

describe('files that functions store', () => {
  let cloud: RunningCloud;

  beforeAll(async () => {
    cloud = await startFixtures(['outside']);
  });
  afterAll(() => cloud.stop());

  const run = async (op: string, input: unknown): Promise<Record<string, unknown>> => {
    const { answer } = await cloud.call('outside', op, input, somebody);
    if (!answer.ok) throw new Error(`${op} answered ${answer.refusal}`);
    return Object(answer.value);
  };
  const upload = async (path: string, text: string, op = 'upload'): Promise<string> =>
    Object((await run(op, { path, text })).gave).fileID;
  const urlOf = async (file: unknown): Promise<string> => {
    const { gave } = await run('urls', { files: [file] });
    return Object(gave).fileList[0].tempFileURL;
  };

  test.each(['upload', 'uploadStream'])('%s, then download: the same bytes', async (op) => {
    const file = await upload(`qr/测试 ${op}.txt`, '一张票\n');
    expect(file).toBe(`cloud://local-env.bucket/qr/测试 ${op}.txt`);
    expect(await run('download', { path: file })).toEqual({ gave: '一张票\n' });
  });

  test('an upload to the same path replaces the file', async () => {
    const file = await upload('twice.txt', 'first');
    await upload('twice.txt', 'second');
    expect(await run('download', { path: file })).toEqual({ gave: 'second' });
  });

  test('a temporary URL serves the file until it expires, by the emulator’s clock', async () => {
    const url = await urlOf({ fileID: await upload('a.svg', '<svg/>'), maxAge: 600 });
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(await response.text()).toBe('<svg/>');
    await cloud.api('POST', 'clock', { advanceMs: 601_000 });
    expect((await fetch(url)).status).toBe(403);
    await cloud.api('POST', 'clock', { reset: true });
  });

  test('nobody gets or puts a file without the grant for just that file', async () => {
    const url = await urlOf(await upload('mine.txt', 'mine'));
    await upload('other.txt', 'other');
    expect((await fetch(url.replace('mine.txt', 'other.txt'))).status).toBe(403);
    expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403);
    expect((await fetch(`${cloud.url}/cos/mine.txt`, { method: 'PUT', body: 'theirs' })).status).toBe(403);
    expect(await (await fetch(url)).text()).toBe('mine');
  });

  test('a missing file has its own code in a list, and the others are served', async () => {
    const file = await upload('there.txt', 'x');
    const missing = 'cloud://local-env.bucket/nowhere.txt';
    const { gave } = await run('urls', { files: [file, missing] });
    expect(Object(gave).fileList).toMatchObject([
      { fileID: file, status: 0 },
      { fileID: missing, status: -503003, tempFileURL: '' },
    ]);
    expect(await run('download', { path: missing })).toHaveProperty('failed');
  });

  test('a deleted file is gone, and deleting it again says so', async () => {
    const file = await upload('gone.txt', 'x');
    expect(Object((await run('remove', { files: [file] })).gave).fileList).toMatchObject([{ fileID: file, status: 0 }]);
    expect(Object((await run('remove', { files: [file] })).gave).fileList).toMatchObject([{ status: -503003 }]);
    expect(await run('download', { path: file })).toHaveProperty('failed');
  });

  test.each(['../x', 'a/../../x', '/x', 'a//b', 'a/./b', '..', '.', 'a\\b', 'a\u0000b', '', 'x'.repeat(900)])(
    'the path %j is refused',
    async (path) => {
      const answer = await wire(cloud, { action: 'storage.getUploadMetadata', path });
      expect(answer).toMatchObject({ code: 'INVALID_PARAM' });
    },
  );

  test('no request for a file reaches outside the folder', async () => {
    const { request } = await import('node:http');
    const { port } = new URL(cloud.url);
    for (const path of ['/cos/../running.json', '/cos/..%2frunning.json', '/cos/%2e%2e%2frunning.json', '/cos/%ff']) {
      const status = await new Promise((resolve) => {
        request({ host: '127.0.0.1', port, path }, (response) => resolve(response.statusCode)).end();
      });
      expect([400, 403, 404]).toContain(status);
    }
    expect(readdirSync(join(cloud.data, 'files')).every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
  });
});
