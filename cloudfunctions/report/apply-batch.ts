import type { StoredEntry } from '../../domain/points/account';
import { type Fact, factOfEntry, factOfPresence, factsOfChange, type PresenceRecord } from '../../domain/report/facts';
import {
  type Batch,
  bySubject,
  folded,
  type Increments,
  increased,
  incrementsOf,
  openSubject,
  openTally,
  type Recounted,
  stepOf,
  type TalliedRecord,
} from '../../domain/report/fold';
import { _ } from '../kit/cloud';
import { byIds, byManyIds, changeAll, changeIf, insertOnce } from '../kit/documents';

/** So many writes are under way together. */
const AT_ONCE = 16;
/** A session of the whole park remembers each enterprise, 40 KB of them: few enough of them for one answer. */
const SUBJECTS_AT_ONCE = 15;

const PRESENCE = {
  ...{ kind: true, memberId: true, activityId: true, sessionId: true, brand: true, format: true, enterpriseId: true },
  ...{ employment: true, seats: true, at: true, startsAt: true, expected: true, undoes: true },
};

async function together<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE)
    await Promise.all(items.slice(from, from + AT_ONCE).map(work));
}

/** What undoes a record that is not there counts nowhere, in a recount neither. */
async function presences(ids: readonly string[]): Promise<Fact[]> {
  const records = await byManyIds<PresenceRecord>('participations', ids, PRESENCE);
  const undone = [...records.values()].flatMap(({ undoes }) => undoes ?? []);
  const firsts = await byManyIds<PresenceRecord>('participations', undone, PRESENCE);
  return [...records.values()].flatMap((record) => factOfPresence(record, firsts.get(record.undoes ?? '')) ?? []);
}

/** Records are never changed, and what changes was written down with the batch: so these are the same at every look. */
async function factsOf({ participations, entries, registrations, redemptions }: Batch): Promise<Fact[]> {
  const postings = await byManyIds<StoredEntry>('entries', entries, { at: true, against: true, points: true });
  return [
    ...(await presences(participations)),
    ...[...postings.values()].map(factOfEntry),
    ...registrations.flatMap(({ was, now }) => factsOfChange('absence', was, now)),
    ...redemptions.flatMap(({ was, now }) => factsOfChange('benefit', was, now)),
  ];
}

async function knownSubjects(ids: readonly string[]): Promise<Map<string, TalliedRecord>> {
  const parts: string[][] = [];
  for (let from = 0; from < ids.length; from += SUBJECTS_AT_ONCE) parts.push(ids.slice(from, from + SUBJECTS_AT_ONCE));
  const known = new Map<string, TalliedRecord>();
  await together(parts, async (part) => {
    for (const subject of await byIds<TalliedRecord>('tallied', part)) known.set(subject._id, subject);
  });
  return known;
}

async function keepSubject(before: TalliedRecord | undefined, next: TalliedRecord): Promise<void> {
  const { _id, through, counts, was } = next;
  if (!before) {
    await insertOnce('tallied', next);
    return;
  }
  if (before.through >= through) return;
  const changed = Object.keys(was).map((key) => [`counts.${key}`, counts[key] ?? _.remove()]);
  await changeIf(
    'tallied',
    _id,
    { through: _.lt(through) },
    { ...Object.fromEntries(changed), was: _.set(was), through },
  );
}

/**
 * Members and sessions of the facts take the batch; gives what that comes to, the same each time it is applied. Throws
 * where a later batch has been there: whoever is so late would take that one's steps for this one's.
 */
async function keepSubjects(facts: readonly Fact[], n: number) {
  const subjects = [...bySubject(facts)];
  const known = await knownSubjects(subjects.map(([id]) => id));
  if ([...known.values()].some(({ through }) => through > n)) throw new Error(`batch ${n} is over`);
  const steps = subjects.map(([id, { what, facts: own }]) => {
    const before = known.get(id);
    const next = folded(before ?? openSubject(id), own, n);
    return { what, before, next, step: stepOf(next) };
  });
  await together(steps, ({ before, next }) => keepSubject(before, next));
  return steps;
}

async function raise([tally, increments]: [string, Increments], n: number): Promise<void> {
  const raised = Object.entries(increments).map(([path, by]) => [path, _.inc(by)]);
  const data = { ...Object.fromEntries(raised), through: n };
  if (await changeIf('tallies', tally, { through: _.lt(n) }, data)) return;
  // It has taken the batch already, or is not there: then it is written whole.
  await insertOnce('tallies', increased(openTally(tally), increments, n));
}

async function note(name: string, { id, rev, now }: Recounted, n: number): Promise<void> {
  const fresh = { 'tallied.n': _.not(_.gte(n)) };
  const tallied = _.set({ n, as: now });
  if (await changeIf(name, id, { rev, ...fresh }, { tallied, tallyDue: _.remove() })) return;
  // It changed after it was read: what it was then is counted, and the mark stays for what it is now.
  await changeIf(name, id, fresh, { tallied });
}

async function unmark(name: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await changeAll(name, { _id: _.in(ids) }, { tallyDue: _.remove() });
}

/**
 * Counts the records of a batch. Every document takes it once, by its number, so it can be applied again from the start
 * whoever died over it; the marks go last.
 */
export async function applyBatch(batch: Batch, n: number): Promise<void> {
  const facts = await factsOf(batch);
  const steps = await keepSubjects(facts, n);
  await together([...incrementsOf(facts, steps)], (each) => raise(each, n));
  await together(batch.registrations, (each) => note('registrations', each, n));
  await together(batch.redemptions, (each) => note('redemptions', each, n));
  await unmark('participations', batch.participations);
  await unmark('entries', batch.entries);
}
