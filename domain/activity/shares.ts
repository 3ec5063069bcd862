import { type Caps, capOf, EACH_ENTERPRISE, sessionCounter, shareOf, type Used, zoneCounter } from '../signup/counters';
import { POOL_PLACES, type Terms } from '../signup/pool';

const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0);

/**
 * A cap in parts, as even as they can be where each must be at least its floor (what was given out there already) and
 * should be at most its ceiling. The parts make up the whole, if the floors together do not exceed it.
 */
function parted(cap: number, floors: readonly number[], ceilings: readonly number[]): number[] {
  const at = (level: number): number[] =>
    floors.map((floor, shard) => Math.max(floor, Math.min(level, ceilings[shard] ?? level)));
  let [low, high] = [0, cap];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sum(at(middle)) <= cap) low = middle;
    else high = middle - 1;
  }
  const parts = at(low);
  const above = at(low + 1);
  let rest = cap - sum(parts);
  return parts.map((part, shard) => {
    if (rest <= 0 || (above[shard] ?? 0) <= part) return part;
    rest -= 1;
    return part + 1;
  });
}

type Counted = [counter: string, cap: number];

/** Parts of several counters that share what each shard can hold of them together: one after the other fits in. */
function partedTogether(
  counted: readonly Counted[],
  used: readonly Used[],
  limits: readonly number[],
): Map<string, number[]> {
  const floorsOf = (counter: string): number[] => used.map((each) => each[counter] ?? 0);
  const held = used.map((_, shard) => sum(counted.map(([counter]) => floorsOf(counter)[shard] ?? 0)));
  const parts = new Map<string, number[]>();
  for (const [counter, cap] of counted) {
    const floors = floorsOf(counter);
    const ceilings = limits.map((limit, shard) => limit - (held[shard] ?? 0) + (floors[shard] ?? 0));
    const own = parted(cap, floors, ceilings);
    own.forEach((part, shard) => {
      held[shard] = (held[shard] ?? 0) + part - (floors[shard] ?? 0);
    });
    parts.set(counter, own);
  }
  return parts;
}

/**
 * Sessions over the shards, none of which may hold more than a pool does; and the zones of each within what the shard
 * has of the session: else a shard could have room in a zone and none in the session, and places would stay empty. What
 * zones take together beyond their session is spread evenly, so that none of the session lies where no zone has a place.
 */
function sessionParts({ sessions, caps }: Pick<Terms, 'sessions' | 'caps'>, used: readonly Used[]) {
  const countedOf = (counters: readonly string[]): Counted[] =>
    counters.map((counter): Counted => [counter, caps[counter] ?? 0]);
  const pool = used.map(() => POOL_PLACES);
  const parts = partedTogether(countedOf(sessions.map(({ id }) => sessionCounter(id))), used, pool);
  for (const { id, zones } of [...sessions]) {
    const zoned = countedOf(zones.map((zone) => zoneCounter(id, zone.id)));
    const beyond = Math.max(0, sum(zoned.map(([, cap]) => cap)) - (caps[sessionCounter(id)] ?? 0));
    const own = parts.get(sessionCounter(id)) ?? [];
    const limits = own.map((part, shard) => part + shareOf(beyond, shard, used.length));
    for (const [counter, each] of partedTogether(zoned, used, limits)) parts.set(counter, each);
  }
  return parts;
}

/**
 * Quotas over the shards. An enterprise without one of its own gets its parts by name only where it has taken more in
 * some shard than an even part of what each may take.
 */
function enterpriseParts(caps: Caps, used: readonly Used[]): Map<string, number[]> {
  const parts = new Map<string, number[]>();
  const each = caps[EACH_ENTERPRISE];
  const even = (cap: number): number[] => used.map((_, shard) => shareOf(cap, shard, used.length));
  if (each !== undefined) parts.set(EACH_ENTERPRISE, even(each));
  const named = new Set([...Object.keys(caps), ...used.flatMap((taken) => Object.keys(taken))]);
  for (const counter of named) {
    const cap = counter.startsWith('e_') && counter !== EACH_ENTERPRISE ? capOf(caps, counter) : undefined;
    if (cap === undefined) continue;
    const floors = used.map((taken) => taken[counter] ?? 0);
    const unfit = floors.some((floor, shard) => floor > shareOf(cap, shard, used.length));
    if (caps[counter] !== undefined || unfit) {
      parts.set(counter, unfit ? parted(cap, floors, []) : even(cap));
    }
  }
  return parts;
}

/**
 * Every shard's part of all places: each keeps what it has given out, and together they make up the whole, if what was
 * given out does not exceed it (see `tooSmall`).
 */
export function sharesOf(terms: Pick<Terms, 'sessions' | 'caps'>, used: readonly Used[]): Caps[] {
  const parts = [...sessionParts(terms, used), ...enterpriseParts(terms.caps, used)];
  return used.map((_, shard) => Object.fromEntries(parts.map(([counter, own]) => [counter, own[shard] ?? 0])));
}

const capIn = (caps: Caps, counter: string): number =>
  counter.startsWith('e_') ? (capOf(caps, counter) ?? Number.POSITIVE_INFINITY) : (caps[counter] ?? 0);

/** What a shard has left once it is brought down to the target wherever that is less, and up nowhere. */
export function lowered(former: Caps, target: Caps): Caps {
  const named = Object.keys(target).filter((counter) => counter.startsWith('e_'));
  const counters = new Set([...Object.keys(former), ...named]);
  const caps = [...counters].map((counter) => [counter, Math.min(capIn(former, counter), capIn(target, counter))]);
  return Object.fromEntries(caps.filter(([, cap]) => cap !== Number.POSITIVE_INFINITY));
}

/** The counters by which a shard takes fewer than before. */
export function fewer(former: Caps, target: Caps): string[] {
  const counters = new Set([...Object.keys(former), ...Object.keys(target)]);
  return [...counters].filter((counter) => capIn(target, counter) < capIn(former, counter));
}
