import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collections } from '../../../config/cloud/collections';
import { digestOfText } from '../../../domain/id/base32';
import { DAY_MS } from '../../../domain/time/shanghai';
import { openStore } from '../../../emulator/store/open';
import type { Store } from '../../../emulator/store/store';
import { seed } from '../../../scripts/seed';

const NOW = Date.parse('2026-11-20T09:30:00+08:00');

/** Seeded once with three members; each test has a copy of its own. */
const seeded = mkdtempSync(join(tmpdir(), 'seeded-'));
let data: string;
let first: Awaited<ReturnType<typeof seed>>;

beforeAll(async () => {
  first = await seed({ data: seeded, members: 3, now: NOW });
});
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'seed-'));
  cpSync(seeded, data, { recursive: true });
});
afterEach(() => rmSync(data, { recursive: true, force: true }));
afterAll(() => rmSync(seeded, { recursive: true, force: true }));

async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = openStore({ dir: data, collections, now: () => NOW });
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** What is in each collection, as a digest: the runner takes longer to compare a hundred thousand fields than they take to make. */
const everything = () =>
  inStore(async (store) => {
    const digests: Record<string, string> = {};
    for (const { name } of store.collections()) {
      const text = JSON.stringify(await store.find(name, {}, { order: { _id: 1 } }));
      digests[name] = createHash('sha256').update(text).digest('hex');
    }
    return digests;
  });

describe('seeding a data folder', () => {
  it('adds nothing the second time, not even weeks later', async () => {
    const before = await everything();
    const again = await seed({ data, members: 3, now: NOW + 21 * DAY_MS });
    expect(first.added.activities).toBeGreaterThan(30);
    expect(again.added).toEqual({});
    expect(again.total).toEqual(first.total);
    expect(await everything()).toEqual(before);
  });

  it('leaves alone what people did since: who left stays gone, who cancelled has cancelled', async () => {
    const key = digestOfText('demo-worker');
    const merge = { multi: false, merge: true, upsert: false };
    await inStore(async (store) => {
      await store.remove('members', { openid: 'demo-worker' }, { multi: false });
      await store.update('callers', { _id: key }, { $set: { status: 'visitor' }, $unset: { memberId: '' } }, merge);
      await store.update('pools', { _id: 'aed-contest' }, { $set: { 'used.s1': 117 } }, merge);
    });
    const before = await everything();
    await seed({ data, now: NOW });
    expect(await everything()).toEqual(before);
  });

  it('adds what is missing: further members, and an activity that came later', async () => {
    await inStore(async (store) => {
      await store.remove('activities', { _id: 'book-fair' }, { multi: false });
      await store.remove('pools', { _id: 'book-fair' }, { multi: false });
      await store.remove('registrations', { activityId: 'book-fair' }, { multi: true });
    });
    const { added, total } = await seed({ data, members: 6, now: NOW });
    expect(added).toEqual({ activities: 1, pools: 1, registrations: 210, members: 3, callers: 3, rosters: 3 });
    expect(total.registrations).toBe(first.total.registrations);
    expect(await inStore((store) => store.count('members', { openid: 'load-000006' }))).toBe(1);
  });

  it('does not double a phone that somebody joined with themselves', async () => {
    await inStore(async (store) => {
      await store.remove('callers', { _id: digestOfText('load-000001') }, { multi: false });
    });
    const { added } = await seed({ data, members: 1, now: NOW });
    expect(added).toEqual({});
  });

  it('refuses a folder on which a cloud is running, and says where', async () => {
    const cloud = createServer((_, response) => response.end());
    const url = await new Promise<string>((resolve) => {
      cloud.listen(0, '127.0.0.1', () => {
        const address = cloud.address();
        resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
      });
    });
    writeFileSync(join(data, 'running.json'), JSON.stringify({ pid: process.ppid, url }));
    await expect(seed({ data, now: NOW })).rejects.toThrow(url);
    cloud.closeAllConnections();
    cloud.close();
  });
});
