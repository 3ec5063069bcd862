/** `npm run bench -- points`: what the books of points cost as they grow, and how long an audit of a million entries takes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collections } from '../../config/cloud/collections';
import type { AccountRecord, EntryRecord } from '../../domain/points/account';
import { grant } from '../../domain/points/decide';
import { openAccount } from '../../domain/points/posting';
import { openStore } from '../../emulator/store/open';
import type { Store } from '../../emulator/store/store';
import type { RunningCloud } from '../support/cloud';
import buildWhatIsStale from '../support/global-setup';
import { NOON } from '../support/plans';
import { requestId } from '../support/points';
import { addMembers, FIRST_ADMIN, memberOf, startTown } from '../support/town';

const MEMBERS = 9_000;
const EACH = 100;
const LONG = 100_000;
const POSTS = 400;
const AT_ONCE = 20;

/** So many grants of one member, as the domain posts them; gives the account at the end. */
async function plant(store: Store, memberId: string, count: number): Promise<AccountRecord> {
  let account = openAccount(memberId);
  let entries: EntryRecord[] = [];
  for (let n = 1; n <= count; n++) {
    const at = NOON - (count - n) * 10;
    const command = {
      id: `adjustment.${memberId}.${n}`,
      on: at,
      cause: { kind: 'grant', reason: '' } as const,
      points: 1,
    };
    const { pending, ...next } = grant(account, command, at);
    entries.push(...pending.flatMap(({ entry }) => entry ?? []));
    account = { ...next, rev: n, pending: [] };
    if (entries.length < 1_000 && n < count) continue;
    await store.insert('entries', entries);
    entries = [];
  }
  return account;
}

async function plantAll(data: string): Promise<void> {
  const store = openStore({ dir: data, collections, now: () => NOON });
  const accounts = [await plant(store, memberOf('few')._id, 100), await plant(store, memberOf('many')._id, LONG)];
  for (let at = 0; at < MEMBERS; at++) accounts.push(await plant(store, `m${String(at).padStart(23, '0')}`, EACH));
  for (let from = 0; from < accounts.length; from += 1_000)
    await store.insert('accounts', accounts.slice(from, from + 1_000));
  store.close();
}

async function reading(cloud: RunningCloud): Promise<void> {
  for (const openid of ['few', 'many']) {
    for (const op of ['balance', 'entries']) {
      const times: number[] = [];
      let said = '';
      for (let turn = 0; turn < 30; turn++) {
        const began = performance.now();
        const { answer, meter } = await cloud.call('points' as string, op, {}, { openid, requestId: requestId() });
        if (!answer.ok) throw new Error(JSON.stringify(answer));
        times.push(performance.now() - began);
        said = `${meter.dbCalls} calls, ${meter.docsRead} documents`;
      }
      const median = times.sort((a, b) => a - b)[15] ?? 0;
      console.log(`${op} with ${openid === 'few' ? 100 : LONG} entries: ${median.toFixed(1)} ms, ${said}`);
    }
  }
}

/** Grants, each to somebody else, or all to one member, whose account takes one after the other. */
async function posting(cloud: RunningCloud, to: (at: number) => string, name: string): Promise<void> {
  let [next, done, busy, calls] = [0, 0, 0, 0];
  const began = performance.now();
  const worker = async (): Promise<void> => {
    while (next < POSTS) {
      const input = { memberId: memberOf(to(next++))._id, points: 1, reason: '志愿服务' };
      const sent = { openid: FIRST_ADMIN, requestId: requestId() };
      for (;;) {
        const { answer, meter } = await cloud.call('points' as string, 'grant', input, sent);
        calls += meter.dbCalls;
        if (answer.ok) break;
        if (answer.refusal !== 'BUSY') throw new Error(JSON.stringify(answer));
        busy += 1;
      }
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const seconds = (performance.now() - began) / 1_000;
  console.log(`${name}: ${(done / seconds).toFixed(0)} posts/s, ${(calls / done).toFixed(1)} calls each, ${busy} busy`);
}

async function main(): Promise<void> {
  await buildWhatIsStale();
  const data = mkdtempSync(join(tmpdir(), 'points-'));
  try {
    const began = performance.now();
    await plantAll(data);
    console.log(
      `${MEMBERS * EACH + LONG + 100} entries planted in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
    const tsx = join(process.cwd(), 'node_modules', 'tsx', 'dist', 'cli.mjs');
    spawnSync(process.execPath, [tsx, 'scripts/audit.ts', '--data', data], { stdio: 'inherit' });
    const cloud = await startTown({ instances: 4, data, allowUnindexed: true });
    const people = Array.from({ length: 50 }, (_, at) => memberOf(`granted-${at}`));
    await addMembers(cloud, [memberOf('few'), memberOf('many'), ...people]);
    await reading(cloud);
    await posting(cloud, (at) => `granted-${at % people.length}`, 'grants to many');
    await posting(cloud, () => 'granted-0', 'grants to one member');
    await cloud.stop();
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
