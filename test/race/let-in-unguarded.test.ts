import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { CloudDeclaration } from '../../config/cloud/declaration';
import { type RunningCloud, startCloud } from '../support/cloud';
import { atOnce } from '../support/rush';
import { documents, insert } from '../support/town';

const collection = (name: string) => ({
  name,
  keeps: 'as the real one',
  access: 'functions-only' as const,
  indexes: [],
});
const declaration: CloudDeclaration = {
  collections: ['registrations', 'participations', 'pools'].map(collection),
  functions: [{ name: 'naive', timeoutSeconds: 10, memoryMb: 256, timers: [], openapi: [], environment: [] }],
};
const TICKETS = Array.from({ length: 30 }, (_, at) => `ticket-${at}`);

let folder: string;
let cloud: RunningCloud;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'control-'));
  mkdirSync(join(folder, 'naive'));
  writeFileSync(join(folder, 'cloud.json'), JSON.stringify(declaration));
  await build({
    entryPoints: [join(__dirname, 'control', 'let-in-unguarded.ts')],
    outfile: join(folder, 'naive', 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  cloud = await startCloud({ cloud: folder, instances: 8 });
  await insert(cloud, 'pools', [{ _id: 'gala', arrived: { s1: 0 } }]);
  await insert(
    cloud,
    'registrations',
    TICKETS.map((_id) => ({ _id, state: 'confirmed' })),
  );
});

afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('looking first and writing then lets one ticket in twice, with two records: the race is real', async () => {
  // A moment between the look and the writing, as a slow network makes it.
  const pause = { function: 'naive', at: 1, when: 'after', effect: 'delay', ms: 20, times: 500 };
  await cloud.api('POST', 'faults', pause);
  const scans = TICKETS.flatMap((registrationId) => [registrationId, registrationId, registrationId]);
  const answers = await atOnce(scans, 30, async (registrationId) => {
    const { answer } = await cloud.call('naive', 'scan', { registrationId }, { openid: 'volunteer' });
    return answer.ok && (answer.value as { again: boolean }).again === false;
  });
  const letIn = answers.filter((first) => first).length;
  expect(await documents(cloud, 'participations')).toHaveLength(letIn);
  expect(letIn).toBeGreaterThan(TICKETS.length);
});
