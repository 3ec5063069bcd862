import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { CloudDeclaration } from '../../config/cloud/declaration';
import type { RunningCloud } from '../support/cloud';
import { NOON, plan } from '../support/plans';
import { entry, patiently, poolOf } from '../support/rush';
import { addActivities, addMembers, memberOf, startTown, untilStruck, warmUp } from '../support/town';

let folder: string;
let cloud: RunningCloud;

/** The functions as they are built, and beside them one that changes a pool's terms as an organizer will. */
async function withOrganizer(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'terms-'));
  cpSync(join(__dirname, '..', '..', 'dist', 'cloud'), dir, { recursive: true });
  const file = join(dir, 'cloud.json');
  const declared = JSON.parse(readFileSync(file, 'utf8')) as CloudDeclaration;
  const changer = { name: 'changer', timeoutSeconds: 10, memoryMb: 256, timers: [], openapi: [], environment: [] };
  writeFileSync(file, JSON.stringify({ ...declared, functions: [...declared.functions, changer] }));
  mkdirSync(join(dir, 'changer'));
  await build({
    entryPoints: [join(__dirname, 'control', 'change-terms.ts')],
    outfile: join(dir, 'changer', 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  return dir;
}

beforeAll(async () => {
  folder = await withOrganizer();
  cloud = await startTown({ cloud: folder, instances: 2 });
  await addActivities(cloud, plan({ id: 'closing' }), plan({ id: 'shrinking' }));
  await addMembers(cloud, [memberOf('ann')]);
  await warmUp(cloud, 'changer', 'change', { activityId: 'closing', terms: { v: 1 } });
});

afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['closing', { v: 2, closesAt: NOON - 1 }, 'CLOSED'],
  ['shrinking', { v: 2, caps: { s1: 0 } }, 'FULL'],
])('a sign-up decided on terms that have changed since (%s) is decided anew', async (activityId, terms, refusal) => {
  const slow = { function: 'activity', op: 'signUp', at: 3, when: 'before', effect: 'delay', ms: 1_500 };
  await cloud.api('POST', 'faults', slow);
  const late = patiently(cloud, entry('ann', activityId));
  await untilStruck(cloud);
  await cloud.call('changer', 'change', { activityId, terms }, { openid: 'ann' });
  expect(await late).toMatchObject({ ok: false, refusal });
  expect(await poolOf(cloud, activityId)).toMatchObject({ claims: {}, used: {} });
});
