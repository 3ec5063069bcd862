/**
 * `npm run bench -- exports`: an export of 10,000 and of 100,000 rows, in parts and put together, in a process with a small heap; then
 * 100,000 records through the real function. Fails where memory grows with the rows or goes beyond what the function has.
 */
import { EXPORT_SECONDS } from '../../types/limits';
import type { RunningCloud } from '../support/cloud';
import { atExport, started } from '../support/exports';
import { accepted } from '../support/organizing';
import { attendancesOf } from '../support/report';
import { addEnterprises, insert, startTown } from '../support/town';
import { inSmallHeap, sayGrowth } from './small-heap';

const ROWS = 100_000;

interface Told {
  parts: number;
  slowestPart: number;
  writing: number;
  composing: number;
  bytes: number;
  peakMb: number;
}

function say(rows: number, { parts, slowestPart, writing, composing, bytes, peakMb }: Told): void {
  console.log(`${rows} rows: ${parts} parts in ${writing.toFixed(1)} s, the slowest ${slowestPart.toFixed(2)} s`);
  console.log(
    `  put together in ${composing.toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB; peak ${peakMb.toFixed(0)} MB`,
  );
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
  await inSmallHeap<Told>('exports-task.ts', (run) => {
    const few = run(ROWS / 10);
    const many = run(ROWS);
    say(ROWS / 10, few);
    say(ROWS, many);
    sayGrowth(few, many);
  });
  const cloud = await startTown({ instances: 2, onDisk: true });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await insert(cloud, 'participations', attendancesOf(ROWS));
  await throughFunction(cloud);
  await cloud.stop();
}

measure().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
