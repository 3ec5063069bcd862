import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningCloud } from '../../support/cloud';
import { somebody, startFixtures, wire } from './fixture-cloud';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startFixtures(['probe'], { instances: 2 });
});
afterAll(() => cloud.stop());

const anew = () => cloud.api('POST', 'anew');
const put = (_id: string) =>
  wire(cloud, { action: 'database.insertDocument', collectionName: 'notes', data: [JSON.stringify({ _id })] });
const notes = () => cloud.api('GET', 'documents?collection=notes');
const instances = async (): Promise<unknown> => Object(await cloud.api('GET', 'state')).instances;
const calls = async (): Promise<unknown> => {
  const { answer } = await cloud.call('probe', 'calls', {}, somebody);
  return answer.ok && answer.value;
};

test('a cloud that begins anew has nothing of before: documents, clock, faults, calls and log', async () => {
  await put('one');
  await cloud.api('POST', 'clock', { now: '2031-05-01T00:00:00Z' });
  await cloud.api('POST', 'faults', { function: 'other', at: 1, when: 'before', effect: 'fail' });
  await calls();
  await anew();
  expect([await notes(), await cloud.api('GET', 'faults'), await cloud.api('GET', 'calls')]).toEqual([[], [], []]);
  expect(await cloud.api('GET', 'state')).toMatchObject({ offsetMs: 0 });
  expect(readFileSync(join(cloud.data, 'log', 'emulator.jsonl'), 'utf8')).toBe('');
  expect(readdirSync(join(cloud.data, 'files'))).toEqual([]);
});

test('instances go on without what they kept, and work for the new cloud', async () => {
  await calls();
  expect(await calls()).toBeGreaterThan(1);
  const before = await instances();
  await anew();
  expect(await instances()).toEqual(before);
  expect(await calls()).toBe(1);
  expect(await cloud.api('GET', 'calls')).toEqual([expect.objectContaining({ op: 'calls', outcome: 'ok' })]);
});

test('a call of before is ended, and its instance with it', async () => {
  const hanging = cloud.call('probe', 'write-then-hang', { name: 'before' }, somebody);
  while (Object(await notes()).length === 0) await instances();
  await anew();
  expect((await hanging).answer).toMatchObject({ ok: false, refusal: 'INTERNAL' });
  expect(await notes()).toEqual([]);
  expect(await calls()).toBe(1);
});

test('what was meant to last does not begin anew', async () => {
  const data = mkdtempSync(join(tmpdir(), 'lasting-'));
  const lasting = await startFixtures(['probe'], { data });
  await expect(lasting.api('POST', 'anew')).rejects.toThrow('only a cloud in memory starts anew');
  await lasting.stop();
  rmSync(data, { recursive: true, force: true });
});
