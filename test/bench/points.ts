/** `npm run bench -- points`: what the books of points cost as they grow, and how long an audit of a million entries takes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collections } from '../../config/cloud/collections';
import type { EntryRecord } from '../../domain/points/account';
import { openAccount } from '../../domain/points/posting';
import { startOfDay, timeKey } from '../../domain/time/shanghai';
import { openStore } from '../../emulator/store/open';
import type { Store } from '../../emulator/store/store';
import { addBenefits, addRich, addShops } from '../support/benefit-town';
import type { RunningCloud } from '../support/cloud';
import buildWhatIsStale from '../support/global-setup';
import { NOON } from '../support/plans';
import { requestId } from '../support/points';
import { addEnterprises, addMembers, FIRST_ADMIN, memberOf, startTown } from '../support/town';

/** `POINTS_MEMBERS` and `POINTS_LONG` shrink it, for trying. */
const MEMBERS = Number(process.env.POINTS_MEMBERS ?? 9_000);
const EACH = 100;
const LONG = Number(process.env.POINTS_LONG ?? 100_000);
const POSTS = 400;
const AT_ONCE = 20;
/** Documents that reach the file together. */
const TOGETHER = 20_000;
const EXPIRES = startOfDay('2028-01-01');
/** What is granted at first, and what each redemption costs. */
const PRICE = 10;

/** Documents on their way into the store, many at a time. */
class Planting {
  readonly #store: Store;
  #waiting: Record<string, object[]> = {};
  #count = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  async add(collection: string, document: object): Promise<void> {
    const list = this.#waiting[collection] ?? [];
    list.push(document);
    this.#waiting[collection] = list;
    this.#count += 1;
    if (this.#count >= TOGETHER) await this.flush();
  }

  async flush(): Promise<void> {
    const waiting = this.#waiting;
    [this.#waiting, this.#count] = [{}, 0];
    await Promise.all(Object.entries(waiting).map(([name, list]) => this.#store.insert(name, list)));
  }
}

/** What the n-th entry of somebody is: points granted, then redemptions that are given back, one after the other. */
function entryAt(memberId: string, n: number, at: number): EntryRecord {
  const redemption = `redemption.${memberId}r${Math.floor(n / 2)}`;
  const points = n % 2 === 0 ? -PRICE : PRICE;
  return {
    ...{ _id: n === 1 ? `adjustment.${memberId}` : n % 2 === 0 ? redemption : `back.${redemption}`, v: 1, memberId },
    ...{ key: timeKey(at, String(n).padStart(8, '0')), n, at, on: at, points, debt: 0 },
    ...{ against: n === 1 ? 'adjusted' : 'redeemed', lots: [{ lot: '2026', points, expiresAt: EXPIRES }] },
    balance: n % 2 === 0 ? 0 : PRICE,
    cause: n === 1 ? { kind: 'grant', reason: '' } : { kind: n % 2 === 0 ? 'redemption' : 'refund', title: '' },
    ...(n > 1 && n % 2 === 1 && { reverses: redemption }),
  };
}

/** So many entries of one member with the records behind them, written down without the domain, which would copy much. */
async function plant(planting: Planting, memberId: string, count: number): Promise<void> {
  for (let n = 1; n <= count; n++) {
    const entry = entryAt(memberId, n, NOON - (count - n) * 10);
    await planting.add('entries', entry);
    if (n % 2 === 1) continue;
    const id = entry._id.slice('redemption.'.length);
    const back = n < count ? { state: 'cancelled', refunded: PRICE } : { state: 'verified' };
    const record = { _id: id, v: 1, rev: 3, memberId, price: PRICE, digits: id, key: entry.key, ...back };
    await planting.add('redemptions', record);
  }
  const given = { kind: 'grant', state: 'approved', points: PRICE, key: timeKey(NOON, memberId) };
  await planting.add('adjustments', { _id: memberId, v: 1, memberId, openKey: memberId, ...given });
  const [spent, refunded] = [Math.floor(count / 2) * PRICE, Math.floor((count - 1) / 2) * PRICE];
  const lots = [{ id: '2026', points: count % 2 === 0 ? 0 : PRICE, came: PRICE + refunded, expiresAt: EXPIRES }];
  await planting.add('accounts', {
    ...{ ...openAccount(memberId), rev: count, entries: count, at: NOON, lots },
    sums: { earned: 0, granted: PRICE, refunded, spent, expired: 0, takenBack: 0 },
  });
}

async function plantAll(data: string): Promise<void> {
  const store = openStore({ dir: data, collections, now: () => NOON });
  const planting = new Planting(store);
  await plant(planting, memberOf('few')._id, EACH);
  await plant(planting, memberOf('many')._id, LONG);
  for (let at = 0; at < MEMBERS; at++) await plant(planting, `m${String(at).padStart(23, '0')}`, EACH);
  await planting.flush();
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

type Command = (at: number) => { fn: string; op: string; openid: string; input: object };

/** So many commands, some at a time, each until it is taken. */
async function commanding(cloud: RunningCloud, name: string, command: Command): Promise<void> {
  let [next, done, busy, calls] = [0, 0, 0, 0];
  const began = performance.now();
  const worker = async (): Promise<void> => {
    while (next < POSTS) {
      const { fn, op, openid, input } = command(next++);
      const sent = { openid, requestId: requestId() };
      for (;;) {
        const { answer, meter } = await cloud.call(fn, op, input, sent);
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
  console.log(`${name}: ${(done / seconds).toFixed(0)}/s, ${(calls / done).toFixed(1)} calls each, ${busy} busy`);
}

/** Grants, each to somebody else, or all to one member, whose account takes one after the other. */
const granting =
  (to: (at: number) => string): Command =>
  (at) => ({
    ...{ fn: 'points', op: 'grant', openid: FIRST_ADMIN },
    input: { memberId: memberOf(to(at))._id, points: 1, reason: '志愿服务' },
  });

/** One benefit that all take, with points that all have. */
async function redeeming(cloud: RunningCloud): Promise<void> {
  const people = Array.from({ length: POSTS }, (_, at) => `rich-${at}`);
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addShops(cloud, { cafe: '园区咖啡' });
  await addBenefits(cloud, { coffee: { stock: POSTS } });
  await addRich(cloud, people, 100);
  await commanding(cloud, 'redemptions of one benefit', (at) => ({
    ...{ fn: 'benefit', op: 'redeem', openid: people[at] ?? '' },
    input: { benefitId: 'coffee' },
  }));
}

async function main(): Promise<void> {
  await buildWhatIsStale();
  const data = mkdtempSync(join(tmpdir(), 'points-'));
  try {
    const began = performance.now();
    await plantAll(data);
    console.log(
      `${(MEMBERS + 1) * EACH + LONG} entries planted in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
    const tsx = join(process.cwd(), 'node_modules', 'tsx', 'dist', 'cli.mjs');
    spawnSync(process.execPath, [tsx, 'scripts/audit.ts', '--data', data], { stdio: 'inherit' });
    const cloud = await startTown({ instances: 4, data, allowUnindexed: true });
    const people = Array.from({ length: 50 }, (_, at) => memberOf(`granted-${at}`));
    await addMembers(cloud, [memberOf('few'), memberOf('many'), ...people]);
    await reading(cloud);
    await commanding(
      cloud,
      'grants to many',
      granting((at) => `granted-${at % people.length}`),
    );
    await commanding(
      cloud,
      'grants to one member',
      granting(() => 'granted-0'),
    );
    await redeeming(cloud);
    await cloud.stop();
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
