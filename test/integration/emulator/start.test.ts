import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningCloud, startCloud } from '../../support/cloud';
import { buildFixtures, somebody, wire } from './fixture-cloud';

const main = join(__dirname, '..', '..', '..', 'dist', 'emulator', 'main.cjs');

/** Runs the emulator with a command line that it should refuse; gives what it said and its exit code. */
function refused(...args: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args]);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('exit', (code) => resolve({ code, said }));
  });
}

describe('starting and stopping', () => {
  const folders: string[] = [];
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'start-'));
    folders.push(made);
    return made;
  };
  let functions = '';

  beforeAll(async () => {
    functions = await buildFixtures(['probe', 'hello']);
    folders.push(functions);
  });
  afterAll(() => {
    for (const made of folders) rmSync(made, { recursive: true, force: true });
  });

  test('what was stored is there after a stop and after a kill', async () => {
    const data = folder();
    const put = (cloud: RunningCloud, _id: string) =>
      wire(cloud, { action: 'database.insertDocument', collectionName: 'notes', data: [JSON.stringify({ _id })] });
    const first = await startCloud({ data, cloud: functions });
    await put(first, 'one');
    await first.stop();
    const second = await startCloud({ data, cloud: functions });
    await put(second, 'two');
    await second.kill();
    const third = await startCloud({ data, cloud: functions });
    expect(await third.api('GET', 'documents?collection=notes')).toEqual([{ _id: 'one' }, { _id: 'two' }]);
    await third.stop();
  });

  test('a stop in the middle of a call ends in order, and what the call had written stays', async () => {
    const data = folder();
    const cloud = await startCloud({ data, cloud: functions });
    const hanging = cloud
      .call('probe', 'write-then-hang', { name: 'before the stop' }, somebody)
      .catch(() => 'cut off');
    const written = async (): Promise<unknown[]> => Object(await cloud.api('GET', 'documents?collection=notes'));
    while ((await written()).length === 0) await cloud.api('GET', 'faults');
    await cloud.stop();
    await hanging;
    const again = await startCloud({ data, cloud: functions });
    expect(await again.api('GET', 'documents?collection=notes')).toEqual([{ _id: 'before the stop' }]);
    await again.stop();
  });

  test('a data directory in use and a port in use are refused in so many words', async () => {
    const running = await startCloud({ data: folder(), cloud: functions });
    const same = await refused('--port', '0', '--data', running.data, '--cloud', functions);
    expect(same).toMatchObject({ code: 1, said: expect.stringContaining(`in use by the emulator at ${running.url}`) });
    const { port } = new URL(running.url);
    const taken = await refused('--port', port, '--data', folder(), '--cloud', functions);
    expect(taken).toMatchObject({ code: 1, said: expect.stringContaining(`port ${port} is in use`) });
    expect((await running.call('probe', 'calls', {}, somebody)).answer.ok).toBe(true);
    await running.stop();
  });

  test.each([
    ['no folders', []],
    ['a port that is none', ['--data', 'x', '--cloud', 'x', '--port', 'http']],
    ['no instances', ['--data', 'x', '--cloud', 'x', '--instances', '0']],
    ['an unknown option', ['--data', 'x', '--cloud', 'x', '--nope']],
  ])('a command line with %s is refused with its usage', async (_what, args) => {
    expect(await refused(...args)).toMatchObject({ code: 1, said: expect.stringContaining('usage:') });
  });

  test.each([
    ['no JSON', '{', /the declaration should be an object/],
    [
      'a broken cron',
      '{"collections":[],"functions":[{"name":"f","timers":[{"name":"t","cron":"* *"}]}]}',
      /seven fields/,
    ],
    ['a name that the platform refuses', '{"collections":[],"functions":[{"name":"../f"}]}', /characters/],
    [
      'an index without fields',
      '{"collections":[{"name":"c","indexes":[{"name":"i"}]}],"functions":[]}',
      /fields of c.i/,
    ],
  ])('a declaration with %s is refused in so many words', async (_what, text, said) => {
    const cloud = folder();
    writeFileSync(join(cloud, 'cloud.json'), text);
    expect(await refused('--port', '0', '--data', folder(), '--cloud', cloud)).toMatchObject({
      code: 1,
      said: expect.stringMatching(said),
    });
  });

  test('a function whose bundle does not load fails its calls and no other’s', async () => {
    const broken = await buildFixtures(['hello', 'probe']);
    folders.push(broken);
    writeFileSync(join(broken, 'hello', 'index.js'), 'throw new Error("does not load");');
    const running = await startCloud({ cloud: broken });
    const called = await Promise.all([1, 2, 3].map(() => running.call('hello', 'x', {}, somebody)));
    for (const { answer } of called) expect(answer).toMatchObject({ ok: false, refusal: 'INTERNAL' });
    expect((await running.call('probe', 'calls', {}, somebody)).answer.ok).toBe(true);
    await running.stop();
  });
});
