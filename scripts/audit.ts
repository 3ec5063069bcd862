import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { collections } from '../config/cloud/collections';
import type { StoredParticipation } from '../domain/participation/participation';
import type { AccountRecord, EntryRecord } from '../domain/points/account';
import { AccountAudit } from '../domain/points/audit';
import { openStore } from '../emulator/store/open';
import type { Filter, Store } from '../emulator/store/store';
import { holding } from './demo/data-folder';

const PAGE = 500;
const FAULTS_SHOWN = 50;

export interface Audited {
  accounts: number;
  entries: number;
  records: number;
  /** What members got from each of the system's accounts, below zero where it took. */
  from: Record<string, number>;
  faults: string[];
}

/** All that match in the order of a field, a page at a time. */
async function* each<T>(store: Store, collection: string, filter: Filter, field: string): AsyncGenerator<T[]> {
  for (let from = ''; ; ) {
    const page = await store.find(
      collection,
      { ...filter, [field]: { $gt: from } },
      { order: { [field]: 1 }, limit: PAGE },
    );
    if (page.length > 0) yield page as T[];
    if (page.length < PAGE) return;
    from = String(page.at(-1)?.[field]);
  }
}

async function existing(store: Store, collection: string, ids: string[]): Promise<Set<string>> {
  const seen = new Set<string>();
  for (let from = 0; from < ids.length; from += 200) {
    const filter = { _id: { $in: ids.slice(from, from + 200) } };
    const found = await store.find(collection, filter, { projection: { awardDue: 1 } });
    for (const { _id, awardDue } of found) if (awardDue === undefined) seen.add(String(_id));
  }
  return seen;
}

/** One member's entries; what is pending in the account has happened too. */
async function auditAccount(store: Store, account: AccountRecord, done: Audited): Promise<void> {
  const audit = new AccountAudit(account._id);
  let last = '';
  for await (const page of each<EntryRecord>(store, 'entries', { memberId: account._id }, 'key')) {
    for (const entry of page) audit.add(entry);
    done.entries += page.length;
    last = page.at(-1)?.key ?? last;
    const records = page.flatMap(({ _id }) => (_id.startsWith('took-part.') ? _id.slice('took-part.'.length) : []));
    const found = new Set<string>();
    for (let from = 0; from < records.length; from += 200) {
      const filter = { _id: { $in: records.slice(from, from + 200) } };
      for (const { _id } of await store.find('participations', filter, { projection: { _id: 1 } }))
        found.add(String(_id));
    }
    done.faults.push(
      ...records.filter((id) => !found.has(id)).map((id) => `${id} was paid, and there is no such record`),
    );
  }
  for (const { entry } of account.pending) if (entry && entry.key > last) audit.add(entry);
  audit.end(account);
  for (const [system, points] of Object.entries(audit.from)) done.from[system] = (done.from[system] ?? 0) + points;
  done.faults.push(...audit.faults);
}

/** The record that would undo it is the next of its registration. */
const undoingOf = ({ _id, registrationId }: StoredParticipation): string =>
  `${registrationId}.${Number(_id.slice(registrationId.length + 1)) + 1}`;

/** Who was there is paid; who was not is not, or it was taken back. What the sweep has still to look at does not count. */
async function auditRecords(store: Store, records: StoredParticipation[], done: Audited): Promise<void> {
  done.records += records.length;
  const took = records.filter(({ kind, awardDue }) => kind === 'took-part' && awardDue === undefined);
  const paid = await existing(
    store,
    'entries',
    took.flatMap(({ _id }) => [`took-part.${_id}`, `back.took-part.${_id}`]),
  );
  const undone = await existing(store, 'participations', took.map(undoingOf));
  for (const record of took) {
    const stands = paid.has(`took-part.${record._id}`);
    const back = paid.has(`back.took-part.${record._id}`);
    if (undone.has(undoingOf(record)) && stands && !back) done.faults.push(`${record._id} is undone, and still paid`);
    if (!undone.has(undoingOf(record)) && !stands) done.faults.push(`${record._id} was never paid`);
  }
}

/** Walks all books of points in a data folder that no running cloud holds; it changes nothing. */
export function auditPoints(data: string): Promise<Audited> {
  return holding(data, async () => {
    const store = openStore({ dir: data, collections, now: () => Date.now() });
    try {
      const done: Audited = { accounts: 0, entries: 0, records: 0, from: {}, faults: [] };
      for await (const page of each<AccountRecord>(store, 'accounts', {}, '_id')) {
        for (const account of page) await auditAccount(store, account, done);
        done.accounts += page.length;
      }
      const all = await store.count('entries', {});
      if (all !== done.entries) done.faults.push(`${all - done.entries} entries are of nobody who has an account`);
      for await (const page of each<StoredParticipation>(store, 'participations', {}, '_id'))
        await auditRecords(store, page, done);
      return done;
    } finally {
      store.close();
    }
  });
}

/** `npm run audit -- --data DIR`: fails where anything in the books of points does not agree. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  if (values.data === undefined) throw new Error('usage: npm run audit -- --data DIR');
  const began = performance.now();
  const { accounts, entries, records, from, faults } = await auditPoints(resolve(values.data));
  console.log(`${accounts} accounts, ${entries} entries, ${records} records of who took part`);
  for (const [system, points] of Object.entries(from))
    console.log(`${system.padEnd(10)}${String(points).padStart(10)}`);
  for (const fault of faults.slice(0, FAULTS_SHOWN)) console.log(fault);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${faults.length} faults; ${seconds} s, ${peak} MB at most`);
  if (faults.length > 0) process.exitCode = 1;
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
