import { noRosters, ROSTERS, rosterPageOf } from '../../domain/member/roster';
import type { RosterEntry } from '../../domain/sheet/roster-plan';
import type { Store } from '../../emulator/store/store';
import type { EnterpriseId } from '../../types/vocabulary';

/** Where the demo's own rosters stand. */
const RUN = 'demo';

const textsIn = (list: unknown): string[] => (Array.isArray(list) ? list.map(String) : []);

/** Puts phones on one roster, a page whatever its size; gives how many were new. One that was imported since stays as it is. */
async function plantRoster(store: Store, enterpriseId: EnterpriseId, keys: readonly string[]): Promise<number> {
  const [book] = await store.find('rosterBook', { _id: ROSTERS }, {});
  const at: unknown = Object(book?.of)[enterpriseId];
  if (at !== undefined && Object(at).import !== RUN) return 0;
  const _id = rosterPageOf(enterpriseId, { import: RUN, pages: 1, size: 0 }, '00000000');
  const [page] = await store.find('rosters', { _id }, {});
  const there = textsIn(page?.keys);
  const known = new Set(there);
  const fresh = [...new Set(keys)].filter((key) => !known.has(key));
  if (fresh.length === 0) return 0;
  const merge = { multi: false, merge: true, upsert: false };
  if (page) await store.update('rosters', { _id }, { $push: { keys: { $each: fresh } } }, merge);
  else await store.insert('rosters', [{ _id, v: 1, import: RUN, keys: fresh }]);
  const now = { import: RUN, pages: 1, size: there.length + fresh.length };
  await store.update('rosterBook', { _id: ROSTERS }, { $set: { [`of.${enterpriseId}`]: now } }, merge);
  return fresh.length;
}

/** Puts the phones on the rosters of the demo that do not have them; gives how many were new. */
export async function plantRosters(store: Store, entries: readonly RosterEntry[]): Promise<number> {
  if (entries.length === 0) return 0;
  const of = new Map<EnterpriseId, string[]>();
  for (const { enterpriseId, phoneKey } of entries) of.set(enterpriseId, [...(of.get(enterpriseId) ?? []), phoneKey]);
  if ((await store.find('rosterBook', { _id: ROSTERS }, {})).length === 0)
    await store.insert('rosterBook', [{ ...noRosters(), rev: 1 }]);
  let fresh = 0;
  for (const [enterpriseId, keys] of of) fresh += await plantRoster(store, enterpriseId, keys);
  return fresh;
}
