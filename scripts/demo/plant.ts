import type { RosterEntry } from '../../domain/sheet/roster-plan';
import type { Store, StoredDocument } from '../../emulator/store/store';
import { afterwardsOf, type StagedAfterwards } from './afterwards';
import type { StagedBenefits } from './benefits/year-of-benefits';
import type { StagedLeagues } from './leagues/year-of-leagues';
import type { PersonRecords } from './person';
import type { StagedReading } from './reading/year-of-reading';
import { plantRosters } from './rosters';
import type { Staged } from './stage';
import type { DemoYear } from './year-of-demo';

/** How many documents were added, by collection. */
export type Added = Record<string, number>;

/** People whose documents are written together. */
const BATCH = 1_000;
/** Values sought in one query: more of them and the store would sooner read the whole collection. */
const SOUGHT = 200;

/** Those of the values that some document of the collection has in that (indexed) field. */
async function known(store: Store, collection: string, field: string, values: string[]): Promise<Set<string>> {
  const seen = new Set<string>();
  for (let from = 0; from < values.length; from += SOUGHT) {
    const filter = { [field]: { $in: values.slice(from, from + SOUGHT) } };
    const found = await store.find(collection, filter, { projection: { [field]: 1 } });
    for (const document of found) seen.add(String(document[field]));
  }
  return seen;
}

/**
 * Stores the documents of several collections together or not at all: what the store is asked in one turn of the event
 * loop reaches the file as one. (A transaction would hold each insert against all its others.)
 */
async function addTogether(store: Store, documents: Record<string, readonly object[]>, added: Added): Promise<void> {
  const wanted = Object.entries(documents).filter(([, list]) => list.length > 0);
  await Promise.all(
    wanted.map(([collection, list]) => {
      const copies: StoredDocument[] = list.map((document) => ({ ...document }));
      return store.insert(collection, copies);
    }),
  );
  for (const [collection, list] of wanted) added[collection] = (added[collection] ?? 0) + list.length;
}

async function plantById(store: Store, collection: string, list: readonly { _id: string }[], added: Added) {
  const there = await known(
    store,
    collection,
    '_id',
    list.map(({ _id }) => _id),
  );
  await addTogether(store, { [collection]: list.filter(({ _id }) => !there.has(_id)) }, added);
}

async function plantEntries(store: Store, entries: readonly RosterEntry[], added: Added): Promise<void> {
  const fresh = await plantRosters(store, entries);
  if (fresh > 0) added.rosters = (added.rosters ?? 0) + fresh;
}

/**
 * Adds the people whom the store does not know. Who left has a caller document still, and who joined by themselves
 * may have one of the demo's phones: neither is touched, nor doubled.
 */
async function plantPeople(store: Store, people: readonly PersonRecords[], added: Added): Promise<void> {
  const callers = await known(
    store,
    'callers',
    '_id',
    people.map(({ caller }) => caller._id),
  );
  const phones = await known(
    store,
    'members',
    'phoneKey',
    people.map(({ member }) => member.phoneKey),
  );
  const fresh = people.filter(({ caller, member }) => !callers.has(caller._id) && !phones.has(member.phoneKey));
  const rosters = fresh.flatMap(({ roster }) => (roster ? [roster] : []));
  await plantEntries(store, rosters, added);
  const members = fresh.map(({ member }) => member);
  await addTogether(
    store,
    {
      members,
      callers: fresh.map(({ caller }) => caller),
    },
    added,
  );
}

/** An activity that is there is left as it is, with its pool and all who signed up. */
async function plantActivity(store: Store, staged: Staged, added: Added): Promise<void> {
  const { activity, pool, queue, registrations, participations, messages, announcements, logs } = staged;
  if ((await known(store, 'activities', '_id', [activity._id])).size > 0) return;
  const pools = pool ? [pool] : [];
  const queues = queue ? [queue] : [];
  await addTogether(
    store,
    {
      activities: [activity],
      pools,
      queues,
      registrations,
      // Without the mark of the award: their points are planted too, and who tries the demo waits behind nothing.
      participations,
      messages,
      announcements,
      logs,
    },
    added,
  );
}

/**
 * The books of points, and what they bought, are planted whole or not at all: where anything of them is there, people have
 * gone on with it.
 */
async function plantBenefits(store: Store, staged: StagedBenefits, added: Added): Promise<void> {
  const idsOf = (list: readonly { _id: string }[]): string[] => list.map(({ _id }) => _id);
  const begun = [
    await known(store, 'benefits', '_id', idsOf(staged.benefits)),
    await known(store, 'accounts', '_id', idsOf(staged.accounts)),
  ];
  if (begun.some(({ size }) => size > 0)) return;
  await addTogether(store, { ...staged }, added);
}

/** Whole or not at all: boards and readers agree only together, and where they are there people have read on. */
async function plantReading(store: Store, staged: StagedReading, added: Added): Promise<void> {
  const ids = staged.challenges.map(({ _id }) => _id);
  if ((await known(store, 'challenges', '_id', ids)).size > 0) return;
  await addTogether(store, { ...staged }, added);
}

/** Whole or not at all: what places have earned is planted with all points. */
async function plantLeagues(store: Store, { awards: _posted, ...staged }: StagedLeagues, added: Added): Promise<void> {
  const ids = staged.leagues.map(({ _id }) => _id);
  if ((await known(store, 'leagues', '_id', ids)).size > 0) return;
  await addTogether(store, { ...staged }, added);
}

/** Whole or not at all: the counts and the answers agree only together. */
async function plantAfterwards(store: Store, staged: StagedAfterwards, added: Added): Promise<void> {
  const ids = staged.albums.map(({ _id }) => _id);
  if ((await known(store, 'albums', '_id', ids)).size > 0) return;
  await addTogether(store, { ...staged }, added);
}

/** Adds what is missing of the demo and changes nothing that is there. */
export async function plantYear(store: Store, year: DemoYear, added: Added): Promise<void> {
  await plantById(store, 'enterprises', year.enterprises, added);
  await plantEntries(store, year.rosters, added);
  await plantPeople(store, year.people, added);
  for (const staged of year.activities) await plantActivity(store, staged, added);
  await plantBenefits(store, year.benefits, added);
  await plantReading(store, year.reading, added);
  await plantLeagues(store, year.leagues, added);
  await plantAfterwards(store, afterwardsOf(year.activities), added);
  await plantById(store, 'grantInvites', year.invites, added);
}

/** Adds so many members, numbered from 1, in batches. */
export async function plantMembers(
  store: Store,
  count: number,
  memberAt: (index: number) => PersonRecords,
  added: Added,
): Promise<void> {
  for (let from = 1; from <= count; from += BATCH) {
    const length = Math.min(BATCH, count - from + 1);
    await plantPeople(
      store,
      Array.from({ length }, (_, at) => memberAt(from + at)),
      added,
    );
  }
}
