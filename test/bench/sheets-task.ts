import { deflateRawSync } from 'node:zlib';
import { readSheet } from '../../cloudfunctions/kit/sheet/read';
import { workbookBytes } from '../../cloudfunctions/kit/sheet/write';
import { phoneKey } from '../../domain/member/phone';
import { columnsFor } from '../../domain/sheet/check';
import { choiceOf } from '../../domain/sheet/columns';
import { enterpriseFinder } from '../../domain/sheet/enterprises';
import { csvLine, type OutCell } from '../../domain/sheet/out';
import { planRoster } from '../../domain/sheet/roster-plan';
import { rosterRows } from '../../domain/sheet/roster-rows';

const ENTERPRISES = Array.from({ length: 400 }, (_, at) => ({ id: `e${at}`, name: `第${at}生物医药科技有限公司` }));
const text = (of: string): OutCell => ({ kind: 'text', text: of });
const HEADS = ['姓名', '手机', '单位', '用工性质', '入会日期', '备注'];

function rosterRow(at: number): OutCell[] {
  const name = ENTERPRISES[at % ENTERPRISES.length]?.name ?? '';
  return [
    text(`会员${at}`),
    text(String(13_800_000_000 + at)),
    text(name),
    text('员工'),
    { kind: 'date', day: '2026-03-01' },
    text(`第 ${at} 位`),
  ];
}

/** What an export of a year's registrations has in a row. */
function exportRow(at: number): OutCell[] {
  return [
    text(`会员${at}`),
    text('138****1001'),
    ...rosterRow(at).slice(2, 5),
    { kind: 'instant', at: 1_790_000_000_000 + at * 60_000 },
    { kind: 'integer', value: at },
    { kind: 'percent', share: at / 100_000 },
    text(`活动${at % 400}`),
    text(`场次 ${at % 7}`),
  ];
}

const timed = async <T>(act: () => T | Promise<T>): Promise<{ value: T; seconds: number }> => {
  const began = performance.now();
  const value = await act();
  return { value, seconds: (performance.now() - began) / 1_000 };
};

async function reads(bytes: Buffer, rows: number): Promise<object> {
  const { value, seconds } = await timed(async () => {
    const read = await readSheet(bytes);
    if (read.kind === 'problem') throw new Error(read.problem.code);
    const checked = columnsFor(read.table, 'roster');
    if (checked.kind === 'problem') throw new Error(checked.problem.code);
    const { recognised } = checked;
    const terms = { find: enterpriseFinder(ENTERPRISES) };
    const outcome = rosterRows(read.table, recognised.head, choiceOf(recognised), terms);
    const entries = outcome.rows.map(({ enterpriseId, phone }) => ({ enterpriseId, phoneKey: phoneKey(phone, 's') }));
    return planRoster([], entries);
  });
  if (value.added.length !== rows) throw new Error(`${value.added.length} of ${rows} rows`);
  const json = JSON.stringify(Array.from({ length: rows }, (_, at) => rosterRow(at)));
  const beside = await timed(() => JSON.parse(json));
  return { seconds, beside: beside.seconds, bytes: bytes.length };
}

/** Only the last of a process's tasks is measured for memory, so what it reads is made small. */
async function rosterFile(rows: number): Promise<Buffer> {
  const columns = HEADS.map((head) => ({ head, width: 12 }));
  return workbookBytes([{ name: '名单', columns, rows: Array.from({ length: rows }, (_, at) => rosterRow(at)) }]);
}

function gbkFile(rows: number): Buffer {
  const decoder = new TextDecoder('gbk');
  const bytesOf = new Map<string, [number, number]>();
  for (let pair = 0x8140; pair <= 0xfefe; pair += 1) {
    const both: [number, number] = [pair >> 8, pair & 0xff];
    const character = decoder.decode(Uint8Array.from(both));
    if (character.length === 1) bytesOf.set(character, both);
  }
  const lines = Array.from({ length: rows }, (_, at) => csvLine(rosterRow(at))).join('');
  const all = `${HEADS.join(',')}\r\n${lines}`;
  return Buffer.from([...all].flatMap((character) => bytesOf.get(character) ?? [character.charCodeAt(0)]));
}

async function writes(rows: number): Promise<object> {
  const columns = Array.from({ length: 10 }, (_, at) => ({ head: `列 ${at}`, width: 12 }));
  function* source(): Generator<OutCell[]> {
    for (let at = 0; at < rows; at += 1) yield exportRow(at);
  }
  const { value, seconds } = await timed(() => workbookBytes([{ name: '报名', columns, rows: source() }]));
  const peakMb = process.resourceUsage().maxRSS / 1_024;
  const beside = await timed(() => {
    let lines = 0;
    for (let from = 0; from < rows; from += 1_000) {
      let piece = '';
      for (let at = from; at < from + 1_000; at += 1) piece += csvLine(exportRow(at));
      lines += deflateRawSync(piece, { level: 1 }).length;
    }
    return lines;
  });
  return { seconds, beside: beside.seconds, bytes: value.length, peakMb };
}

async function run(task: string, rows: number): Promise<object> {
  if (task === 'write') return writes(rows);
  return reads(task === 'gbk' ? gbkFile(rows) : await rosterFile(rows), rows);
}

run(process.argv[2] ?? '', Number(process.argv[3])).then(
  (told) => process.stdout.write(JSON.stringify({ peakMb: process.resourceUsage().maxRSS / 1_024, ...told })),
  (error: unknown) => {
    process.stderr.write(String(error));
    process.exitCode = 1;
  },
);
