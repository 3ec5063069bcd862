/**
 * `npm run bench -- sheets`: a roster of 5,000 rows read and checked, and an export of 100,000 rows written, each in a process of its
 * own with a small heap, beside the same work without a spreadsheet in the same run. Fails where memory grows with the rows.
 */
import { HEAP_MB, inSmallHeap, sayGrowth } from './small-heap';

const READ_ROWS = 5_000;
const WRITTEN_ROWS = 100_000;

interface Told {
  seconds: number;
  beside: number;
  peakMb: number;
  bytes: number;
}

function say(what: string, { seconds, beside, peakMb, bytes }: Told, against: string): void {
  const ratio = (seconds / beside).toFixed(1);
  console.log(`${what}: ${seconds.toFixed(2)} s, ${ratio} times ${against}; peak ${peakMb.toFixed(0)} MB`);
  console.log(`  ${(bytes / 1e6).toFixed(2)} MB of file, heap limited to ${HEAP_MB} MB`);
}

async function measure(): Promise<void> {
  await inSmallHeap<Told>('sheets-task.ts', (run) => {
    say(`${READ_ROWS} rows read and checked`, run('read', READ_ROWS), 'parsing the same as JSON');
    say(`${READ_ROWS} rows of GBK text`, run('gbk', READ_ROWS), 'parsing the same as JSON');
    const few = run('write', WRITTEN_ROWS / 10);
    const many = run('write', WRITTEN_ROWS);
    say(`${WRITTEN_ROWS} rows written`, many, 'deflating the same as text');
    sayGrowth(few, many);
  });
}

measure().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
