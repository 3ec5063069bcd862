import { type Caps, isEnterprise, leftBy, sessionCounter, type Used } from './counters';
import type { QueueState, Terms } from './pool';

/** A shard as somebody who comes now finds it. */
export interface Open {
  terms: { caps: Caps };
  used: Used;
  queue?: QueueState;
}

/** Whether one person may need both: an enterprise's with any other, a zone's with its own session's. */
function neededTogether(a: string, b: string): boolean {
  if (isEnterprise(a) || isEnterprise(b)) return isEnterprise(a) !== isEnterprise(b);
  return a.startsWith(`${b}_`) || b.startsWith(`${a}_`);
}

/**
 * Places of a counter that are kept from newcomers though nobody waits for that very one: who waits for another counter
 * that has room by now, since somebody gave a place back, needs them too before the sweep comes to them. They take no
 * more than that other one has left.
 */
export function keptOf({ terms, used, queue }: Open, counter: string): number {
  const others = Object.keys(queue?.on ?? {}).filter((each) => neededTogether(each, counter));
  return others.reduce((sum, each) => sum + leftBy(terms.caps, used, each), 0);
}

const leftToNewcomers = (shard: Open, counter: string): number =>
  Math.max(0, leftBy(shard.terms.caps, shard.used, counter) - keptOf(shard, counter));

/** What of these counters has too few places for so many newcomers together; empty where all have enough. */
export function tooFew(shard: Open, counters: readonly string[], seats: number): string[] {
  return counters.filter((counter) => leftToNewcomers(shard, counter) < seats);
}

/** How many newcomers fit in there together: nobody where somebody waits for one of the counters. */
export function roomForNewcomers(shard: Open, counters: readonly string[]): number {
  if (counters.some((counter) => shard.queue?.on[counter])) return 0;
  return Math.min(...counters.map((counter) => leftToNewcomers(shard, counter)));
}

/**
 * What a shard that is added to others says of their queue: whoever waits goes before newcomers to its places too, so
 * all of them are waited for until the queue was looked at. Nothing where nobody ever waited.
 */
export function queueOfAdded(
  { sessions }: Pick<Terms, 'sessions'>,
  others: readonly { queue?: QueueState }[],
): QueueState | undefined {
  const pages = others.flatMap(({ queue }) => (queue ? [queue.page] : []));
  if (pages.length === 0) return undefined;
  return { page: Math.max(...pages), on: Object.fromEntries(sessions.map(({ id }) => [sessionCounter(id), true])) };
}
