/**
 * `npm run bench -- emulator`: the emulator's rates through the unmodified SDK, each beside the bare rate of the same
 * statement in SQL on the same disk in the same run. Fails where the conditional update is under a fifth of its bare rate.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { buildEmulator } from '../../scripts/build-emulator';
import { type RunningCloud, startCloud } from '../support/cloud';
import { Bare, manyDocument } from './bare';

const DOCUMENTS = 100_000;
/** Each is measured several times, in turn with its bare rate, and the middle one counts: other work on the machine varies. */
const ROUNDS = 5;
const MS = Number(process.env.BENCH_MS ?? 1000);
const LEAST_SHARE = 0.2;
const FLIGHT: Record<string, number> = { get: 16, insert: 16, update: 16, transaction: 8, aggregate: 1 };

const indexes = [{ name: 'kind', fields: [{ field: 'kind', order: 1 }] }];
const declaration = {
  collections: [{ name: 'many', keeps: 'what is measured', access: 'functions-only', indexes }],
  functions: [],
};

async function fill(cloud: RunningCloud): Promise<void> {
  for (let from = 0; from < DOCUMENTS; from += 10_000) {
    const documents = Array.from({ length: 10_000 }, (_, n) => manyDocument(from + n));
    await cloud.api('POST', 'documents', { collection: 'many', documents });
  }
}

/** A worker with the SDK, which has to be elsewhere than what it measures. */
function startClient(file: string, url: string): Worker {
  return new Worker(file, {
    workerData: { documents: DOCUMENTS },
    env: {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
      SCF_NAMESPACE: 'local-env',
      TCB_ENV: 'local-env',
      TENCENTCLOUD: 'true',
      SILENCE: 'true',
    },
  });
}

function rateOf(client: Worker, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    client.once('message', (said: { rate?: number; error?: string }) =>
      said.rate === undefined ? reject(new Error(said.error)) : resolve(said.rate),
    );
    client.postMessage({ name, flight: FLIGHT[name] ?? 1, ms: MS });
  });
}

function bareRate(call: () => unknown): number {
  const began = performance.now();
  let count = 0;
  while (performance.now() - began < MS) {
    call();
    count += 1;
  }
  return (count * 1000) / (performance.now() - began);
}

const middle = (rates: number[]): number => [...rates].sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0;

/** The middle rates of one statement: in SQL alone, and through the SDK, which runs once unmeasured to be warm. */
async function compare(client: Worker, name: string, call: () => unknown): Promise<{ alone: number; through: number }> {
  await rateOf(client, name);
  const alone: number[] = [];
  const through: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.push(bareRate(call));
    through.push(await rateOf(client, name));
  }
  return { alone: middle(alone), through: middle(through) };
}

const row = (...cells: string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(14) : cell.padStart(12))).join('');

async function main(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'));
  writeFileSync(join(dir, 'cloud.json'), JSON.stringify(declaration));
  await buildEmulator(process.cwd());
  const file = join(dir, 'client.js');
  const entry = join(__dirname, 'sdk-client.ts');
  await build({ entryPoints: [entry], outfile: file, bundle: true, platform: 'node', logLevel: 'error' });
  const cloud = await startCloud({ cloud: dir, onDisk: true, allowUnindexed: true });
  await fill(cloud);
  const bare = new Bare(dir, DOCUMENTS);
  const client = startClient(file, cloud.url);
  process.stdout.write(`${DOCUMENTS} documents, the middle of ${ROUNDS} times ${MS} ms; calls a second\n`);
  process.stdout.write(`${row('', 'bare SQL', 'through SDK', 'share')}\n`);
  let share = 0;
  for (const [name, call] of Object.entries(bare.calls())) {
    const { alone, through } = await compare(client, name, call);
    if (name === 'update') share = through / alone;
    const digits = through < 100 ? 1 : 0;
    const percent = `${((through / alone) * 100).toFixed(1)} %`;
    process.stdout.write(`${row(name, alone.toFixed(digits), through.toFixed(digits), percent)}\n`);
  }
  await client.terminate();
  bare.close();
  await cloud.stop();
  rmSync(dir, { recursive: true, force: true });
  const enough = share >= LEAST_SHARE;
  process.stdout.write(
    `conditional update: ${(share * 100).toFixed(1)} % of bare, at least ${LEAST_SHARE * 100} % wanted\n`,
  );
  if (!enough) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
