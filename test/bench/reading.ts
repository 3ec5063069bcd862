/**
 * `npm run bench -- reading`: one evening. Of a thousand, then of fifty thousand who read, two thousand check in at about the
 * same time, and boards are looked at meanwhile. Calls and documents of each have to be the same in both towns.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collections } from '../../config/cloud/collections';
import { callerOf } from '../../domain/member/member';
import { type BoardShard, moved, moveOf, newBoardShard, shardOf } from '../../domain/reading/board';
import { newsOf } from '../../domain/reading/board-news';
import { type ChallengeRecord, endKeyOf, termsOf } from '../../domain/reading/challenge-record';
import { openReader, type ReaderRecord } from '../../domain/reading/reader';
import { shifted } from '../../domain/time/days';
import { dayOf, startOfDay } from '../../domain/time/shanghai';
import { openStore } from '../../emulator/store/open';
import { planOf, reading, requestId } from '../support/challenge-town';
import type { RunningCloud } from '../support/cloud';
import buildWhatIsStale from '../support/global-setup';
import { HOUR, NOON } from '../support/plans';
import { atOnce } from '../support/rush';
import { memberOf, startTown } from '../support/town';

/** `READING_READERS` and `READING_CHECK_INS` shrink it, for trying. */
const TOWNS = (process.env.READING_READERS ?? '1000,50000').split(',').map(Number);
const CHECK_INS = Number(process.env.READING_CHECK_INS ?? 2_000);
const AT_ONCE = 64;
const INSTANCES = 8;
const ENTERPRISES = 40;
/** Days that everybody has read of before, most of them. */
const BEFORE = 10;
/** Documents that reach the file together. */
const TOGETHER = 2_000;

const openidOf = (at: number): string => `load-${String(at + 1).padStart(6, '0')}`;
const TODAY = dayOf(NOON);
const plan = planOf({ startsOn: shifted(TODAY, -BEFORE) });
const challenge: ChallengeRecord = {
  ...{ _id: 'winter', v: 1, rev: 1, plan, state: 'published', endKey: endKeyOf(plan, 'winter') },
  ...{ changed: { by: '', at: 0 }, requests: [] },
};
const terms = termsOf(challenge);

/** Somebody with ten days behind them, each differently; two of three are seen. */
function readerAt(at: number): ReaderRecord {
  const { _id: memberId, name } = memberOf(openidOf(at));
  const enterpriseId = `e${at % ENTERPRISES}`;
  const self = { memberId, enterpriseId, enterpriseName: '药谷第一制药', ...(at % 3 !== 0 && { name }) };
  const reader = openReader(terms, self, terms.startsOn);
  for (let back = 1; back <= BEFORE; back++) {
    if ((at + back) % 5 === 0) continue;
    const day = shifted(TODAY, -back);
    const mark = { minutes: 10 + ((at * 7 + back) % 60), pages: 0, characters: 0, at: startOfDay(day) + 20 * HOUR };
    reader.days[day] = [{ id: `${memberId}-${back}`, ...mark }];
  }
  return { ...reader, rev: 1, untold: Object.keys(reader.days).sort() };
}

/** A town of so many readers, with the boards that their days have made. */
async function plantTown(data: string, count: number): Promise<void> {
  const store = openStore({ dir: data, collections, now: () => NOON });
  const shards = new Map<string, BoardShard>();
  let waiting: Record<string, object[]> = {};
  const flush = async (): Promise<void> => {
    const full = waiting;
    waiting = {};
    await Promise.all(Object.entries(full).map(([name, list]) => store.insert(name, list)));
  };
  const add = (name: string, document: object): void => {
    const list = waiting[name] ?? [];
    list.push(document);
    waiting[name] = list;
  };
  await store.insert('challenges', [challenge]);
  for (let at = 0; at < count; at++) {
    const member = memberOf(openidOf(at), { enterpriseId: `e${at % ENTERPRISES}` });
    const reader = readerAt(at);
    for (const { of, next } of newsOf(reader, terms, TODAY)) {
      const id = shardOf(member._id);
      const shard = shards.get(`${of}_${id}`) ?? newBoardShard(of, id);
      const move = moveOf(member._id, { own: undefined, counts: shard.counts }, next);
      shards.set(shard._id, (move && moved(shard, move)) ?? shard);
    }
    add('members', member);
    add('callers', callerOf(member, []));
    add('readers', { ...reader, untold: [] });
    if (at % TOGETHER === 0) await flush();
  }
  for (const shard of shards.values()) add('boards', shard);
  await flush();
  store.close();
}

interface Cost {
  ms: number;
  calls: number;
  read: number;
}

async function costOf(cloud: RunningCloud, op: string, input: object, at: number): Promise<Cost> {
  const caller = { openid: openidOf(at), requestId: requestId() };
  for (;;) {
    const began = performance.now();
    const { answer, meter } = await cloud.call('reading' as string, op, input, caller);
    if (answer.ok) return { ms: performance.now() - began, calls: meter.dbCalls, read: meter.docsRead };
    if (answer.refusal !== 'BUSY') throw new Error(`${op}: ${JSON.stringify(answer)}`);
  }
}

const board = (of: string, span: string) =>
  of === 'enterprises'
    ? ['enterpriseBoard', { challengeId: 'winter', span, when: 'now', size: 10 }]
    : ['board', { challengeId: 'winter', of, span, when: 'now', from: 0 }];

/** The costs as a line; gives what has to be the same in every town: what it costs on an instance that has served before. */
function told(what: string, costs: Cost[]): string {
  const p = (part: number) => costs.map(({ ms }) => ms).sort((a, b) => a - b)[Math.floor(costs.length * part)] ?? 0;
  const [calls, read] = [costs.map((cost) => cost.calls), costs.map((cost) => cost.read)];
  const spent = `${Math.min(...calls)} to ${Math.max(...calls)} calls, ${Math.min(...read)} to ${Math.max(...read)} documents`;
  console.log(`  ${what.padEnd(28)}${spent}; p50 ${p(0.5).toFixed(0)} ms, p99 ${p(0.99).toFixed(0)} ms`);
  return `${what}: ${Math.min(...calls)} calls`;
}

/** Two thousand check in, and somebody looks at the boards all the while. */
async function evening(cloud: RunningCloud, count: number): Promise<string[]> {
  const people = Array.from({ length: Math.min(CHECK_INS, count) }, (_, at) => at);
  const looks = new Map<string, Cost[]>();
  const checkIns: Cost[] = [];
  let over = false;
  const looking = async (): Promise<void> => {
    for (let turn = 0; !over; turn++) {
      const [of = '', span = ''] =
        [
          ['people', 'day'],
          ['people', 'whole'],
          ['enterprises', 'whole'],
        ][turn % 3] ?? [];
      const [op, input] = board(of, span) as [string, object];
      const name = `board of ${of}, ${span}`;
      looks.set(name, [...(looks.get(name) ?? []), await costOf(cloud, op, input, (turn * 31) % count)]);
    }
  };
  const began = performance.now();
  const looked = looking();
  await atOnce(people, AT_ONCE, async (at) => {
    const input = reading('winter', { minutes: 20 + (at % 40), note: '今天读得很安静。' });
    checkIns.push(await costOf(cloud, 'checkIn', input, at));
  });
  const seconds = (performance.now() - began) / 1_000;
  over = true;
  await looked;
  console.log(`  ${people.length} check-ins in ${seconds.toFixed(1)} s: ${(people.length / seconds).toFixed(0)}/s`);
  return [told('check-in', checkIns), ...[...looks].map(([name, costs]) => told(name, costs))];
}

async function main(): Promise<void> {
  await buildWhatIsStale();
  const lines: string[] = [];
  for (const count of TOWNS) {
    const data = mkdtempSync(join(tmpdir(), 'reading-'));
    try {
      const began = performance.now();
      await plantTown(data, count);
      console.log(`${count} readers, planted in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
      const cloud = await startTown({ instances: INSTANCES, data });
      await cloud.api('POST', 'timers/run', { function: 'reading', name: 'census' });
      lines.push((await evening(cloud, count)).sort().join('\n'));
      await cloud.stop();
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  }
  if (new Set(lines).size > 1) throw new Error(`other calls in another town:\n${lines.join('\n\n')}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
