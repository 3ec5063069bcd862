import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { collections } from '../config/cloud/collections';
import { Files } from '../emulator/storage/files';
import { openStore } from '../emulator/store/open';
import type { Instant } from '../types/vocabulary';
import { drawAlbum } from './demo/afterwards';
import { Calendar } from './demo/calendar';
import { loadMember } from './demo/crowd';
import { holding } from './demo/data-folder';
import { placeMap } from './demo/evening-run-map';
import { recordsOf } from './demo/person';
import { type Added, plantMembers, plantYear } from './demo/plant';
import { demoYear } from './demo/year-of-demo';

const MEMBERS_MOST = 999_999;

export interface Summary {
  /** Documents added by this run, by collection. */
  added: Added;
  /** Documents there are now, by collection. */
  total: Record<string, number>;
}

/**
 * Puts the demo into a data folder that no running cloud holds: a year of activities around `now`, the enterprises,
 * the people, and on top `members` members whose openids are `load-000001` and on. Ids are the same on every run, so
 * seeding again adds what is missing and leaves alone what is there. Throws a sentence where a cloud runs on the folder.
 */
export function seed({ data, members = 0, now }: { data: string; members?: number; now: Instant }): Promise<Summary> {
  return holding(data, async () => {
    const store = openStore({ dir: data, collections, now: () => now });
    try {
      const added: Added = {};
      const cal = new Calendar(now);
      await plantYear(store, demoYear(now), added);
      const files = new Files(data, () => now);
      await drawAlbum(files);
      await placeMap(files);
      await plantMembers(store, members, (index) => recordsOf(loadMember(cal, index)), added);
      const total = Object.fromEntries(store.collections().map(({ name, documents }) => [name, documents]));
      return { added, total };
    } finally {
      store.close();
    }
  });
}

/** `npm run seed -- --data DIR [--members N]`. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, members: { type: 'string', default: '0' } } });
  const members = Number(values.members);
  if (values.data === undefined || !/^\d{1,6}$/.test(values.members)) {
    throw new Error(`usage: npm run seed -- --data DIR [--members N]   (N from 0 to ${MEMBERS_MOST})`);
  }
  const { added, total } = await seed({ data: resolve(values.data), members, now: Date.now() });
  for (const [name, count] of Object.entries(total)) {
    console.log(`${name.padEnd(14)}${String(count).padStart(7)}   added ${added[name] ?? 0}`);
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
