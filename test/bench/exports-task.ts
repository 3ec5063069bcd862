import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { rowsMarkup, workbookBytes } from '../../cloudfunctions/kit/sheet/write';
import { columnsOf, type Named, participationRow, type Row } from '../../domain/export/rows';
import { attendancesOf } from '../support/report';

const PART_ROWS = 5_000;
const PAGE = 600;

const named: Named = {
  person: (id) => ({ name: `会员${id.slice(-4)}`, phone: '138****1234' }),
  enterprise: (id) => `第${id.slice(1)}生物医药科技有限公司`,
  activity: (id) => `活动${id}`,
  session: () => '',
  zone: () => '',
};

/** The rows of a page, made when they are asked for, as the store would give them. */
function page(from: number, count: number): Row[] {
  return attendancesOf(count, (at) => ({ memberId: `m${from + at}`, seats: 1 + ((from + at) % 3) })).map((record) =>
    participationRow(record, named),
  );
}

/** An export of so many rows as the function makes it: parts, then the file; with a folder in place of the storage. */
async function run(rows: number): Promise<object> {
  const dir = mkdtempSync(join(tmpdir(), 'exports-'));
  const parts: string[] = [];
  const began = performance.now();
  let slowest = 0;
  for (let from = 0; from < rows; from += PART_ROWS) {
    const since = performance.now();
    const pieces: Buffer[] = [];
    const end = Math.min(rows, from + PART_ROWS);
    for (let at = from; at < end; at += PAGE)
      pieces.push(gzipSync(rowsMarkup(page(at, Math.min(PAGE, end - at)), 2 + at), { level: 1 }));
    const file = join(dir, String(parts.length));
    writeFileSync(file, Buffer.concat(pieces));
    parts.push(file);
    slowest = Math.max(slowest, performance.now() - since);
  }
  const written = performance.now();
  async function* pieces(): AsyncGenerator<Buffer> {
    for (const part of parts) yield gunzipSync(readFileSync(part));
  }
  const of = { kind: 'participation', year: 2026 } as const;
  const bytes = await workbookBytes([
    { name: '参与记录', columns: columnsOf({ of, questions: [] }), pieces: pieces() },
  ]);
  const ended = performance.now();
  rmSync(dir, { recursive: true });
  return {
    ...{ parts: parts.length, slowestPart: slowest / 1_000, writing: (written - began) / 1_000 },
    ...{ composing: (ended - written) / 1_000, bytes: bytes.length },
    peakMb: process.resourceUsage().maxRSS / 1_024,
  };
}

run(Number(process.argv[2])).then(
  (told) => process.stdout.write(JSON.stringify(told)),
  (error: unknown) => {
    process.stderr.write(String(error));
    process.exitCode = 1;
  },
);
