/**
 * `npm run bench -- exports`: an export of 10,000 and of 100,000 rows, in parts and put together, in a process with a small heap; then
 * 100,000 records through the real function. Fails where memory grows with the rows or goes beyond what the function has.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { EXPORT_SECONDS } from '../../types/limits';
import type { RunningCloud } from '../support/cloud';
import { atExport, started } from '../support/exports';
import { accepted } from '../support/organizing';
import { attendancesOf } from '../support/report';
import { addEnterprises, insert, startTown } from '../support/town';

/** The heap of a process in a function of 256 MB, with room left for its code and buffers. */
const HEAP_MB = 96;
const FUNCTION_MB = 256;
const ROWS = 100_000;
/** Ten times the rows may take so much more memory: the file itself, and what the collector leaves for later. */
const MOST_GROWTH = 2;

interface Told {
  parts: number;
  slowestPart: number;
  writing: number;
  composing: number;
  bytes: number;
  peakMb: number;
}

function run(file: string, rows: number): Told {
  const heap = `--max-old-space-size=${HEAP_MB}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [heap, file, String(rows)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${rows} rows died: ${stderr.slice(0, 300)}`);
  const told: Told = JSON.parse(stdout);
  const { parts, slowestPart, writing, composing, bytes, peakMb } = told;
  console.log(`${rows} rows: ${parts} parts in ${writing.toFixed(1)} s, the slowest ${slowestPart.toFixed(2)} s`);
  console.log(
    `  put together in ${composing.toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB; peak ${peakMb.toFixed(0)} MB`,
  );
  if (peakMb > FUNCTION_MB) process.exitCode = 1;
  return told;
}

interface Ran {
  meter: { dbCalls: number; wireCalls: number };
}

/** Runs of the sweep until the file is there: how long each took, and what it called. */
async function throughFunction(cloud: RunningCloud): Promise<void> {
  const exportId = await started(cloud, { kind: 'participation', year: 2026 });
  const seconds: number[] = [];
  let dbCalls = 0;
  for (;;) {
    const began = performance.now();
    const { meter } = (await cloud.api('POST', 'timers/run', { function: 'export', name: 'sweepExports' })) as Ran;
    seconds.push((performance.now() - began) / 1_000);
    dbCalls += meter.dbCalls;
    const { state, rows } = accepted((await atExport(cloud, 'get', { exportId })).answer);
    if (state === 'running' && seconds.length < 30) continue;
    const all = seconds.reduce((sum, each) => sum + each, 0);
    console.log(`through the function: ${rows} rows ${state} in ${seconds.length} runs, ${all.toFixed(1)} s in all`);
    console.log(
      `  the longest run ${Math.max(...seconds).toFixed(1)} s of ${EXPORT_SECONDS}; ${dbCalls} database calls`,
    );
    if (state !== 'ready') process.exitCode = 1;
    return;
  }
}

async function measure(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'exports-'));
  const file = join(dir, 'task.cjs');
  await build({
    entryPoints: [join(__dirname, 'exports-task.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    logLevel: 'error',
  });
  const few = run(file, ROWS / 10);
  const many = run(file, ROWS);
  const growth = many.peakMb / few.peakMb;
  console.log(`  ${growth.toFixed(2)} times the memory of a tenth of the rows`);
  if (growth > MOST_GROWTH) process.exitCode = 1;
  rmSync(dir, { recursive: true });
  const cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await insert(cloud, 'participations', attendancesOf(ROWS));
  await throughFunction(cloud);
  await cloud.stop();
}

measure().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
