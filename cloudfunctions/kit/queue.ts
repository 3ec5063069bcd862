import { blocking, capOf } from '../../domain/signup/counters';
import { keptOf } from '../../domain/signup/newcomer';
import { emptyPage, HEAD_PAGE, PAGE_ENTRIES, pageId, type QueueEntry, type QueuePage } from '../../domain/signup/queue';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { Barrier } from '../../domain/signup/sign-up';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant, RegistrationId } from '../../types/vocabulary';
import { _, database } from './cloud';
import { byId, changeAll, changeIf, find, insertOnce } from './documents';

/** Pages read at once; 500 wait on each. */
const PAGES_MOST = 100;

export type Queued =
  | { kind: 'queued'; page: number }
  /** The member stands on that page already, by this or another request. */
  | { kind: 'there'; page: number; entry: QueueEntry }
  /** The pool is not as it was read: there may be a place after all. */
  | { kind: 'changed' };

/**
 * Ends a page, and makes the next one known to every shard, whoever gets to it first; what is waited for stays so.
 */
export async function turnPage(of: string, from: number, now: Instant): Promise<void> {
  await seal(of, from, now);
  await insertOnce('queues', emptyPage(of, from + 1));
  await changeAll('pools', { of, 'queue.page': from }, { 'queue.page': from + 1 });
}

/** Says in that shard what is waited for, if it still has no room for it; `false` where it has. */
async function raise({ pool, blocked }: Barrier, seats: number): Promise<boolean> {
  const missing = blocked.filter((counter) => !pool.queue?.on[counter]);
  // It is said already: newcomers queue here whether or not there is room by now.
  if (missing.length === 0) return true;
  const cap = (counter: string): number => (capOf(pool.terms.caps, counter) ?? 0) - keptOf(pool, counter);
  // A counter with fewer places than are asked for has no room whatever is taken of it.
  const never = missing.some((counter) => cap(counter) < seats);
  const full = missing.map((counter) => ({ [`used.${counter}`]: _.gte(cap(counter) - seats + 1) }));
  const still = { _id: pool._id, 'terms.v': pool.terms.v };
  const on = Object.fromEntries(missing.map((counter) => [`queue.on.${counter}`, true]));
  if (!pool.queue) await insertOnce('queues', emptyPage(pool.of, 1));
  const raised = await changeAll('pools', never ? still : _.and(still, _.or(...full)), {
    ...on,
    'queue.page': _.max(pool.queue?.page ?? 1),
  });
  return raised > 0;
}

/**
 * To the end of the queue of a pool whose shards all keep the newcomer out: once for each member and page. It is said
 * in the shards before the entry is written, so that nobody takes a place past somebody who waits for it.
 */
export async function enqueue(barriers: readonly Barrier[], entry: QueueEntry, now: Instant): Promise<Queued> {
  for (const barrier of barriers) if (!(await raise(barrier, entry.seats))) return { kind: 'changed' };
  const of = barriers[0]?.pool.of ?? '';
  const n = Math.max(1, ...barriers.map(({ pool }) => pool.queue?.page ?? 1));
  const id = pageId(of, n);
  const open = { sealed: _.exists(false), appended: _.lt(PAGE_ENTRIES), 'entries.memberId': _.neq(entry.memberId) };
  const added = {
    entries: _.push({ each: [entry] }),
    appended: _.inc(1),
    dueAt: _.min(entry.at + ABANDONED_MS),
  };
  if (await changeIf('queues', id, open, added)) {
    // Somebody waits, and yet there is room: it may be for this one that it is.
    const room = ({ pool: { terms, used } }: Barrier) =>
      blocking(terms.caps, used, entry.counters, entry.seats).length === 0;
    if (barriers.some(room)) await wakeQueue(of, now);
    return { kind: 'queued', page: n };
  }
  const page = await byId<QueuePage>('queues', id);
  const there = page?.entries.find(({ memberId }) => memberId === entry.memberId);
  if (there) return { kind: 'there', page: n, entry: there };
  // Full, or sealed because nobody seemed to wait: what is waited for has to be said anew.
  await turnPage(of, n, now);
  return { kind: 'changed' };
}

/** The entry by which a registration that stands already waits. */
export function entryOf(record: RegistrationRecord, at: Instant): QueueEntry {
  const { _id, memberId, requests, counters, seats } = record;
  const [first] = requests;
  return { registration: _id, memberId, request: first?.id ?? '', digest: first?.digest ?? '', counters, seats, at };
}

/** To the head of the queue, behind those whom an organizer put there before; once, however often it is asked for. */
export async function putAtHead(of: string, entry: QueueEntry): Promise<void> {
  await insertOnce('queues', emptyPage(of, HEAD_PAGE));
  await changeIf(
    'queues',
    pageId(of, HEAD_PAGE),
    { 'entries.registration': _.neq(entry.registration) },
    { entries: _.push({ each: [entry] }), appended: _.inc(1) },
  );
}

/** Out of the queue; what is not on the page stays away. */
export async function takeOut(of: string, n: number, registration: RegistrationId): Promise<void> {
  const mine = { 'entries.registration': registration };
  await changeIf('queues', pageId(of, n), mine, { entries: _.pull({ registration }) });
}

/** All that wait, page by page in the order of the queue: all of a long queue would be more than one answer carries. */
export async function* pagesOf(of: string): AsyncGenerator<QueuePage> {
  const pages = await find<QueuePage>('queues', { of }, { limit: PAGES_MOST, projection: { n: true } });
  for (const { _id } of pages.sort((a, b) => a.n - b.n)) {
    const page = await byId<QueuePage>('queues', _id);
    if (page) yield page;
  }
}

interface Standing {
  n: number;
  size: number;
  at: number;
}

/**
 * Where a registration stands in its pool's queue, from 1; `undefined` where it is in none. The store counts: what
 * comes back is two numbers a page, however many wait.
 */
export async function positionOf(of: string, registration: RegistrationId): Promise<number | undefined> {
  const $ = _.aggregate;
  const { list } = await database
    .collection('queues')
    .aggregate()
    .match({ of })
    .project({ n: true, size: $.size('$entries'), at: $.indexOfArray(['$entries.registration', registration]) })
    .limit(PAGES_MOST)
    .end();
  const pages = (list as Standing[]).sort((a, b) => a.n - b.n);
  let before = 0;
  for (const { size, at } of pages) {
    if (at >= 0) return before + at + 1;
    before += size;
  }
  return undefined;
}

/** How many wait in those pools together. */
export async function waitingIn(pools: readonly string[]): Promise<number> {
  if (pools.length === 0) return 0;
  const of = pools.length === 1 ? pools[0] : _.in(pools);
  const { list } = await database
    .collection('queues')
    .aggregate()
    .match({ of })
    .project({ size: _.aggregate.size('$entries') })
    .limit(1_000)
    .end();
  return (list as { size: number }[]).reduce((sum, { size }) => sum + size, 0);
}

/** Nobody is put on that page any more. */
export function seal(of: string, n: number, now: Instant): Promise<boolean> {
  return changeIf('queues', pageId(of, n), { sealed: _.exists(false) }, { sealed: now });
}

/** When the queue should be looked at again. */
export function wakeQueue(poolId: string, at: Instant): Promise<boolean> {
  return changeIf('pools', poolId, {}, { queueDueAt: _.min(at) });
}
