import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type CloudOptions, type RunningCloud, startCloud } from '../../support/cloud';

export const OPENAPIS = ['subscribeMessage.send', 'security.msgSecCheck', 'phonenumber.getPhoneNumber'];

/** What the fixture functions are deployed as; `notes` has an index on `kind`, `uq` a unique one over two fields. */
export const declaration = {
  collections: [
    {
      name: 'notes',
      keeps: 'what tests write',
      access: 'functions-only',
      indexes: [{ name: 'kind', fields: [{ field: 'kind', order: 1 }] }],
    },
    { name: 'orders', keeps: 'what the samples write', access: 'functions-only', indexes: [] },
    {
      name: 'uq',
      keeps: 'one of each pair',
      access: 'functions-only',
      indexes: [
        {
          name: 'userId_actId',
          fields: [
            { field: 'userId', order: 1 },
            { field: 'actId', order: 1 },
          ],
          unique: true,
        },
      ],
    },
  ],
  functions: [
    {
      name: 'probe',
      timeoutSeconds: 20,
      memoryMb: 256,
      timers: [{ name: 'tick', cron: '0 0 3 * * * *' }],
      openapi: [],
      environment: ['FIXTURE_NAME'],
    },
    { name: 'hasty', timeoutSeconds: 2, memoryMb: 256, timers: [], openapi: [], environment: [] },
    { name: 'database', timeoutSeconds: 20, memoryMb: 256, timers: [], openapi: [], environment: [] },
    { name: 'outside', timeoutSeconds: 20, memoryMb: 256, timers: [], openapi: OPENAPIS, environment: [] },
    { name: 'barred', timeoutSeconds: 20, memoryMb: 256, timers: [], openapi: [], environment: [] },
    { name: 'hello', timeoutSeconds: 20, memoryMb: 256, timers: [], openapi: [], environment: [] },
  ],
};

/** Bundles the named fixture functions as a deployment would be, into a folder of its own. */
export async function buildFixtures(names: string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'functions-'));
  await build({
    entryPoints: names.map((name) => ({ in: join(__dirname, 'functions', `${name}.ts`), out: join(name, 'index') })),
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  });
  const functions = declaration.functions.filter((spec) => names.includes(spec.name));
  writeFileSync(join(folder, 'cloud.json'), JSON.stringify({ ...declaration, functions }));
  return folder;
}

/** An emulator with the named fixture functions; stopping it takes their folder away too. */
export async function startFixtures(names: string[], options: CloudOptions = {}): Promise<RunningCloud> {
  const folder = await buildFixtures(names);
  const cloud = await startCloud({ ...options, cloud: folder });
  return {
    ...cloud,
    stop: async () => {
      await cloud.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Sends one wire call as the SDK would, past any function. */
export async function wire(cloud: RunningCloud, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return Object(await response.json());
}

export const somebody = { openid: 'somebody' };
