import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The heap of a process in a function of 256 MB, with room left for its code and buffers. */
export const HEAP_MB = 96;
const FUNCTION_MB = 256;
/** Ten times the rows may take so much more memory: the file itself, and what the collector leaves for later. */
const MOST_GROWTH = 2;

type Peaked = { peakMb: number };

/** Gives `measure` a way to run that file in processes of their own with a small heap; each prints what it has to tell. */
export async function inSmallHeap<T extends Peaked>(
  task: string,
  measure: (run: (...input: (string | number)[]) => T) => void,
): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'task-'));
  const file = join(dir, 'task.cjs');
  await build({
    entryPoints: [join(__dirname, task)],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    logLevel: 'error',
  });
  try {
    measure((...input) => {
      const words = [`--max-old-space-size=${HEAP_MB}`, file, ...input.map(String)];
      const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`${input.join(' ')} died: ${stderr.slice(0, 300)}`);
      const told: T = JSON.parse(stdout);
      if (told.peakMb > FUNCTION_MB) process.exitCode = 1;
      return told;
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Says how much more memory ten times the rows took, and fails where that is too much. */
export function sayGrowth(few: Peaked, many: Peaked): void {
  const growth = many.peakMb / few.peakMb;
  console.log(`  ${growth.toFixed(2)} times the memory of a tenth of the rows`);
  if (growth > MOST_GROWTH) process.exitCode = 1;
}
