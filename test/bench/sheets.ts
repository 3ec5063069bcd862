/**
 * `npm run bench -- sheets`: a roster of 5,000 rows read and checked, and an export of 100,000 rows written, each in a process of its
 * own with a small heap, beside the same work without a spreadsheet in the same run. Fails where memory grows with the rows.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The heap of a process in a function of 256 MB, with room left for its code and buffers. */
const HEAP_MB = 96;
const FUNCTION_MB = 256;
const READ_ROWS = 5_000;
const WRITTEN_ROWS = 100_000;
/** Ten times the rows may take so much more memory: the file itself, and what the collector leaves for later. */
const MOST_GROWTH = 2;

interface Told {
  seconds: number;
  beside: number;
  peakMb: number;
  bytes: number;
}

function run(file: string, task: string, rows: number): Told {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB}`, file, task, String(rows)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${task} of ${rows} rows died: ${stderr.slice(0, 300)}`);
  return JSON.parse(stdout);
}

function say(what: string, { seconds, beside, peakMb, bytes }: Told, against: string): void {
  const ratio = (seconds / beside).toFixed(1);
  console.log(`${what}: ${seconds.toFixed(2)} s, ${ratio} times ${against}; peak ${peakMb.toFixed(0)} MB`);
  console.log(`  ${(bytes / 1e6).toFixed(2)} MB of file, heap limited to ${HEAP_MB} MB`);
  if (peakMb > FUNCTION_MB) process.exitCode = 1;
}

async function measure(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'sheets-'));
  const file = join(dir, 'task.cjs');
  await build({
    entryPoints: [join(__dirname, 'sheets-task.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    logLevel: 'error',
  });
  say(`${READ_ROWS} rows read and checked`, run(file, 'read', READ_ROWS), 'parsing the same as JSON');
  say(`${READ_ROWS} rows of GBK text`, run(file, 'gbk', READ_ROWS), 'parsing the same as JSON');
  const few = run(file, 'write', WRITTEN_ROWS / 10);
  const many = run(file, 'write', WRITTEN_ROWS);
  say(`${WRITTEN_ROWS} rows written`, many, 'deflating the same as text');
  const growth = many.peakMb / few.peakMb;
  console.log(`  ${growth.toFixed(2)} times the memory of ${WRITTEN_ROWS / 10} rows`);
  if (growth > MOST_GROWTH) process.exitCode = 1;
  rmSync(dir, { recursive: true, force: true });
}

measure().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
