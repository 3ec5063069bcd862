import type { Instant, MemberId, RegistrationId, RequestId, SessionId } from '../../types/vocabulary';
import { blocking, type Caps, sessionCounter, type Used } from './counters';

/** The shape of queue pages. */
export const QUEUE_V = 1;

/** Entries a page takes before the next is begun: a page stays at some 100 KB. */
export const PAGE_ENTRIES = 500;

/** The page of those whom an organizer moved to the head: it stands before all others. */
export const HEAD_PAGE = 0;

/** Somebody who waits; what they want stands here too, so that the head is found without reading registrations. */
export interface QueueEntry {
  registration: RegistrationId;
  memberId: MemberId;
  request: RequestId;
  digest: string;
  counters: string[];
  seats: number;
  at: Instant;
}

/**
 * One page of a pool's queue, in the order in which the store took them. Whoever no longer waits is taken out, so a
 * place in the queue is what stands before it: whole pages, and the entries before it on its own.
 */
export interface QueuePage {
  _id: string;
  v: typeof QUEUE_V;
  /** The pool. */
  of: string;
  n: number;
  entries: QueueEntry[];
  /** How many were ever put here; never goes down. */
  appended: number;
  /** Since when nobody is put here any more; who finds it so goes on to the next page. */
  sealed?: Instant;
  /** When entries that no registration followed should be looked for. */
  dueAt?: Instant;
}

export function pageId(poolId: string, n: number): string {
  return `${poolId}!${n}`;
}

export function emptyPage(poolId: string, n: number): QueuePage {
  return { _id: pageId(poolId, n), v: QUEUE_V, of: poolId, n, entries: [], appended: 0 };
}

/** Those who may still be given a place: once their session has begun nobody is, and they keep nobody waiting. */
export function stillWaiting(
  entries: readonly QueueEntry[],
  sessions: readonly { id: SessionId; startsAt: Instant }[],
  now: Instant,
): QueueEntry[] {
  const begun = new Set(sessions.filter(({ startsAt }) => startsAt <= now).map(({ id }) => sessionCounter(id)));
  return entries.filter(({ counters }) => !counters.some((counter) => begun.has(counter)));
}

/** A shard as far as giving its places out is concerned. */
export interface Room {
  _id: string;
  terms: { caps: Caps };
  used: Used;
}

/** Whom the next place goes to, and in which shard. */
export interface Turn {
  entry: QueueEntry;
  shard: string;
}

/**
 * The first in the queue whose counters have room, in the first shard that has it for all of them; `undefined` while
 * nobody fits. Who asks for more seats than there are, or whose enterprise has taken its share, keeps their place and
 * lets the next go first.
 */
export function nextTurn(entries: readonly QueueEntry[], shards: readonly Room[]): Turn | undefined {
  for (const entry of entries) {
    const shard = shards.find(
      ({ terms, used }) => blocking(terms.caps, used, entry.counters, entry.seats).length === 0,
    );
    if (shard) return { entry, shard: shard._id };
  }
  return undefined;
}

/**
 * The counters that somebody in the queue waits for in that shard: newcomers who want one of them queue too. Of who
 * cannot be given a place there, those that have too few; of who could, and has only not been reached yet, all.
 */
export function waitedFor(entries: readonly QueueEntry[], { terms, used }: Room): Record<string, true> {
  const on: Record<string, true> = {};
  for (const { counters, seats } of entries) {
    const blocked = blocking(terms.caps, used, counters, seats);
    for (const counter of blocked.length > 0 ? blocked : counters) on[counter] = true;
  }
  return on;
}

const MINUTE_MS = 60_000;
/** An offer stands at least so long and at most so long, whatever is left until the start. */
const OFFER_LEAST_MS = 30 * MINUTE_MS;
const OFFER_MOST_MS = 24 * 60 * MINUTE_MS;

/**
 * Until when an offered place is held: a tenth of the time that is left, so that it can still go to the next and the
 * one after; never past the start.
 */
export function offerDeadline(now: Instant, startsAt: Instant): Instant {
  const tenth = Math.floor((startsAt - now) / 10);
  return Math.min(startsAt, now + Math.min(OFFER_MOST_MS, Math.max(OFFER_LEAST_MS, tenth)));
}
