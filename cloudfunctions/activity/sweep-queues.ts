import type { ActivityRecord } from '../../domain/activity/activity';
import type { PoolRecord, PoolView } from '../../domain/signup/pool';
import { emptyPage, type QueueEntry, type QueuePage, stillWaiting, waitedFor } from '../../domain/signup/queue';
import { type RegistrationRecord, voidRegistration } from '../../domain/signup/registration';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, byManyIds, changeAll, changeIf, find, insertOnce, removeAll } from '../kit/documents';
import { readPools } from '../kit/places';
import { pagesOf, seal, takeOut, wakeQueue } from '../kit/queue';
import { underLease } from '../kit/sweep';
import { moveUp } from './offers';

/** Queues, and pages of queues, looked at in one run. */
const MOST = 20;

/** Until when something is put off while it is looked at: soon enough for a run that died to be made up for. */
const putOff = (now: Instant): Instant => now + 3 * ABANDONED_MS;

/** What is waited for in a shard, now that all who wait are known. */
interface Flags {
  shard: PoolView;
  on: Record<string, true>;
  /** Every counter that somebody who waits would go up in. */
  counters: Set<string>;
}

const sameCounters = (a: object, b: object): boolean => Object.keys(a).sort().join() === Object.keys(b).sort().join();

async function flagsOf(of: string, shards: readonly PoolView[], now: Instant): Promise<Flags[]> {
  const flags = shards.map((shard): Flags => ({ shard, on: {}, counters: new Set() }));
  for await (const page of pagesOf(of)) {
    for (const each of flags) {
      const entries = stillWaiting(page.entries, each.shard.terms.sessions, now);
      Object.assign(each.on, waitedFor(entries, each.shard));
      for (const { counters } of entries) for (const counter of counters) each.counters.add(counter);
    }
  }
  return flags;
}

/**
 * Writes what is waited for into a shard, if its page was not turned and nothing that somebody waits for was taken or
 * given back since it was read: else a counter could look free that is not.
 */
function lower({ shard, on, counters }: Flags, page: number): Promise<boolean> {
  const asRead = [...counters].map((counter) => {
    const used = shard.used[counter];
    return [`used.${counter}`, used === undefined ? _.exists(false) : used];
  });
  const from = shard.queue ? { 'queue.page': shard.queue.page } : { queue: _.exists(false) };
  return changeIf('pools', shard._id, { ...from, ...Object.fromEntries(asRead) }, { queue: _.set({ page, on }) });
}

/**
 * Lets newcomers take again what nobody waits for any more. The page is sealed first, so that nobody joins the queue
 * unseen between looking and saying so: who tries meanwhile finds it sealed, and says anew what they wait for.
 * `false` where a shard changed under it; the next run tries again.
 */
async function tidy(of: string, now: Instant): Promise<boolean> {
  const before = await readPools([of], undefined);
  const page = Math.max(0, ...before.map(({ queue }) => queue?.page ?? 0));
  if (page === 0) return true;
  const asSaid = (await flagsOf(of, before, now)).every(({ shard, on }) => sameCounters(shard.queue?.on ?? {}, on));
  if (asSaid) return true;
  await seal(of, page, now);
  const flags = await flagsOf(of, await readPools([of], undefined), now);
  await insertOnce('queues', emptyPage(of, page + 1));
  const lowered = await Promise.all(flags.map((each) => lower(each, page + 1)));
  return lowered.every((done) => done);
}

async function sweepQueue(of: string, now: Instant): Promise<void> {
  // Noted first: whatever is given back while this runs makes the queue due anew.
  await changeAll('pools', { of, queueDueAt: _.lte(now) }, { queueDueAt: putOff(now) });
  const [pool] = await find<PoolRecord>('pools', { of }, { limit: 1, projection: { activityId: true } });
  const activity = pool && (await byId<ActivityRecord>('activities', pool.activityId));
  const more = activity?.state === 'published' ? await moveUp(of, activity, now) : false;
  const tidied = await tidy(of, now);
  // Pages that nobody can still be on the way to.
  await removeAll('queues', { of, sealed: _.lt(now - ABANDONED_MS), 'entries.0': _.exists(false) });
  const next = more || !tidied ? now : _.remove();
  await changeAll('pools', { of, queueDueAt: putOff(now) }, { queueDueAt: next });
}

/**
 * Put there by an organizer's call that died before the registration said so: it goes, unless another call has put it
 * there anew meanwhile.
 */
async function dropUnsaid({ _id }: QueuePage, { registration, at }: QueueEntry): Promise<void> {
  await changeIf('queues', _id, {}, { entries: _.pull({ registration, at }) });
}

/** Entries of calls that died before they wrote the registration: they go, so that others stand where they stand. */
async function sweepEntries(page: QueuePage, now: Instant): Promise<void> {
  const until = now - ABANDONED_MS;
  const old = page.entries.filter(({ at }) => at <= until);
  const ids = old.map(({ registration }) => registration);
  const standing = await byManyIds<RegistrationRecord>('registrations', ids, { state: true });
  const [pool] = await find<PoolRecord>('pools', { of: page.of }, { limit: 1, projection: { activityId: true } });
  for (const entry of old.filter(({ registration }) => !standing.has(registration))) {
    const of = { memberId: entry.memberId, activityId: pool?.activityId ?? '', poolId: page.of };
    if (await insertOnce('registrations', voidRegistration(entry, of, now))) {
      await takeOut(page.of, page.n, entry.registration);
    }
  }
  for (const entry of old) {
    if (standing.get(entry.registration)?.state === 'applied') await dropUnsaid(page, entry);
  }
  const fresh = page.entries.filter(({ at }) => at > until).map(({ at }: QueueEntry) => at + ABANDONED_MS);
  const dueAt = fresh.length > 0 ? Math.min(...fresh) : _.remove();
  // An entry made meanwhile has pulled `dueAt` back from where it was put off to, and the page stays due for it.
  await changeIf('queues', page._id, { dueAt: putOff(now) }, { dueAt });
}

/** Free places go to those who wait; what nobody waits for goes to newcomers again. */
export const sweepQueues = underLease('activity.sweepQueues', async (now) => {
  const pages = await find<QueuePage>('queues', { dueAt: _.lte(now) }, { limit: MOST, projection: { dueAt: true } });
  for (const { _id } of pages) {
    await changeIf('queues', _id, {}, { dueAt: putOff(now) });
    const page = await byId<QueuePage>('queues', _id);
    if (page) await sweepEntries(page, now);
    // Whoever joined while this looked at the queue saw it as it was before: once after that it is looked at for them.
    if (page) await wakeQueue(page.of, now);
  }
  const due = await find<PoolRecord>('pools', { queueDueAt: _.lte(now) }, { limit: MOST, projection: { of: true } });
  const queues = [...new Set(due.map(({ of }) => of))];
  for (const of of queues) await sweepQueue(of, now);
  return { found: pages.length + queues.length, done: pages.length + queues.length };
});
