import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { CloudDeclaration } from '../../config/cloud/declaration';
import { type RunningCloud, startCloud } from '../support/cloud';
import { atOnce, tally } from '../support/rush';
import { documents } from '../support/town';

const declaration: CloudDeclaration = {
  collections: [
    {
      name: 'takers',
      keeps: 'who took a place',
      access: 'functions-only',
      indexes: [{ name: 'of', fields: [{ field: 'of', order: 1 }] }],
    },
  ],
  functions: [{ name: 'naive', timeoutSeconds: 10, memoryMb: 256, timers: [], openapi: [], environment: [] }],
};

let folder: string;
let cloud: RunningCloud;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'control-'));
  mkdirSync(join(folder, 'naive'));
  writeFileSync(join(folder, 'cloud.json'), JSON.stringify(declaration));
  await build({
    entryPoints: [join(__dirname, 'control', 'count-then-insert.ts')],
    outfile: join(folder, 'naive', 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  cloud = await startCloud({ cloud: folder, instances: 8 });
});

afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('counting first and inserting then sells more places than there are: the race is real', async () => {
  const people = Array.from({ length: 500 }, (_, at) => `person-${at}`);
  // A moment between the count and the insertion, as a slow network makes it.
  const pause = { function: 'naive', at: 1, when: 'after', effect: 'delay', ms: 20, times: 500 };
  await cloud.api('POST', 'faults', pause);
  const answers = await atOnce(people, 64, async (openid) => {
    const { answer } = await cloud.call('naive', 'signUp', { places: 50 }, { openid });
    return answer;
  });
  const stored = await documents(cloud, 'takers');
  expect(tally(answers).ok).toBe(stored.length);
  expect(stored.length).toBeGreaterThan(50);
}, 60_000);
