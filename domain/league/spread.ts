import { type Arc, Flow, type Network, type Price } from './flow';
import { type Chance, shuffled } from './seeded';

/** Where items can be put: a match of the first round, or a group. */
export interface Leaf {
  /** Items that still find room. */
  free: number;
  /** The kinds of those that are there already. */
  fixed: readonly string[];
}

/** For each level, the finest first, the block that each leaf is in. */
export type Levels = readonly (readonly number[])[];

/**
 * What a pair costs on each level, so that one of a finer level costs more than all pairs there are on the coarser ones.
 * Exact for so many pairs as `pairs` to the power of half the levels stays below 2^53.
 */
function pricesOf(levels: number, pairs: number): Price[] {
  const fine = Math.ceil(levels / 2);
  return Array.from({ length: levels }, (_, level) =>
    level < fine
      ? { high: (pairs + 1) ** (fine - 1 - level), low: 0 }
      : { high: 0, low: (pairs + 1) ** (levels - 1 - level) },
  );
}

const FREE: Price = { high: 0, low: 0 };

/** For each kind a tree of blocks down to the leaves, which all kinds share: who comes into a block pays for each of the
 * kind who is there already. */
function networkOf(kinds: readonly string[], leaves: readonly Leaf[], levels: Levels, prices: readonly Price[]) {
  const sizes = levels.map((blocks) => Math.max(...blocks) + 1);
  const starts = sizes.map((_, level) => 1 + sizes.slice(0, level).reduce((sum, size) => sum + size, 0));
  const each = 1 + sizes.reduce((sum, size) => sum + size, 0);
  const nodes = kinds.length * each + leaves.length + 1;
  const most = leaves.reduce((sum, { free }) => sum + free, 0);
  const arcs: Arc[] = [];
  const roots = new Map(kinds.map((kind, at) => [kind, at * each]));
  for (const root of roots.values()) {
    for (const [level, size] of sizes.entries()) {
      const parents = new Map((levels[level] ?? []).map((block, leaf) => [block, levels[level + 1]?.[leaf]]));
      for (let block = 0; block < size; block++) {
        const parent = parents.get(block);
        const from = parent === undefined ? root : root + (starts[level + 1] ?? 0) + parent;
        const to = root + (starts[level] ?? 0) + block;
        arcs.push({ from, to, most, price: prices[level] ?? FREE, before: 0, flow: 0 });
      }
    }
    for (const leaf of leaves.keys()) {
      const from = levels.length === 0 ? root : root + 1 + (levels[0]?.[leaf] ?? 0);
      arcs.push({ from, to: kinds.length * each + leaf, most, price: FREE, before: 0, flow: 0 });
    }
  }
  for (const [leaf, { free }] of leaves.entries()) {
    arcs.push({ from: kinds.length * each + leaf, to: nodes - 1, most: free, price: FREE, before: 0, flow: 0 });
  }
  const byEnd = new Map(arcs.map((arc) => [arc.to, arc]));
  for (const [leaf, { fixed }] of leaves.entries()) {
    for (const kind of fixed) {
      const root = roots.get(kind);
      if (root === undefined) continue;
      for (const [level, blocks] of levels.entries()) {
        const arc = byEnd.get(root + (starts[level] ?? 0) + (blocks[leaf] ?? 0));
        if (arc) arc.before += 1;
      }
    }
  }
  const network: Network = { nodes, target: nodes - 1, arcs };
  return { network, each };
}

/** How many of each kind go to each leaf, in the cheapest way: for each kind the leaves, one for each of it. */
function leavesOf(
  items: readonly (string | undefined)[],
  kinds: readonly string[],
  leaves: readonly Leaf[],
  levels: Levels,
  { pairs, chance }: { pairs: number; chance: Chance },
): Map<string | undefined, number[]> {
  const { network, each } = networkOf(kinds, leaves, levels, pricesOf(levels.length, pairs));
  const flow = new Flow(network);
  for (const kind of shuffled(
    items.flatMap((item) => (item === undefined ? [] : [kinds.indexOf(item)])),
    chance,
  )) {
    if (kind >= 0) flow.send(kind * each);
  }
  const room = new Map<string | undefined, number[]>(kinds.map((kind) => [kind, []]));
  const left = leaves.map(({ free }) => free);
  for (const { from, to, flow: many } of network.arcs) {
    const leaf = to - kinds.length * each;
    if (leaf < 0 || leaf >= leaves.length) continue;
    room.get(kinds[Math.floor(from / each)])?.push(...Array.from({ length: many }, () => leaf));
    left[leaf] = (left[leaf] ?? 0) - many;
  }
  room.set(
    undefined,
    left.flatMap((free, leaf) => Array.from({ length: free }, () => leaf)),
  );
  return room;
}

/**
 * A leaf for each item, so that as few pairs of a kind as possible are in the same block of the finest level, then of
 * the next, and so on: no other way has fewer. Items without a kind, or alone of theirs, take the room that is left.
 * Which of the best ways it is, is drawn; so is who goes where of a kind. Throws where there is not as much room as items.
 */
export function spread(
  items: readonly (string | undefined)[],
  leaves: readonly Leaf[],
  levels: Levels,
  chance: Chance,
): number[] {
  const counts = new Map<string, number>();
  for (const kind of [...items, ...leaves.flatMap(({ fixed }) => fixed)]) {
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const kinds = [...counts.keys()].filter((kind) => (counts.get(kind) ?? 0) > 1);
  const pairs = [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const room = leavesOf(items, kinds, leaves, levels, { pairs, chance });
  const drawn = new Map([...room].map(([kind, where]) => [kind, shuffled(where, chance)]));
  const chosen = items.map((kind) => {
    const leaf = drawn.get(kind !== undefined && kinds.includes(kind) ? kind : undefined)?.pop();
    if (leaf === undefined) throw new Error('no room for all');
    return leaf;
  });
  return kinds.length === 0 ? chosen : mixed(chosen, items, leaves, levels, chance);
}

/** How often two of the items are tried to change places, for each of them. */
const TRIES = 40;

/** The same, after many changes of places by chance that make it no worse: so no leaf is preferred for being the first. */
function mixed(
  chosen: readonly number[],
  items: readonly (string | undefined)[],
  leaves: readonly Leaf[],
  levels: Levels,
  chance: Chance,
): number[] {
  const where = [...chosen];
  const key = (level: number, leaf: number, kind: string) => `${level}.${levels[level]?.[leaf]}.${kind}`;
  const inside = new Map<string, number>();
  const add = (leaf: number, kind: string | undefined, by: number) => {
    if (kind === undefined) return;
    for (const level of levels.keys())
      inside.set(key(level, leaf, kind), (inside.get(key(level, leaf, kind)) ?? 0) + by);
  };
  for (const [leaf, { fixed }] of leaves.entries()) for (const kind of fixed) add(leaf, kind, 1);
  for (const [at, leaf] of where.entries()) add(leaf, items[at], 1);
  /** Pairs that come or go, level by level, if one of the kind moves. */
  const moves = (kind: string | undefined, from: number, to: number) =>
    levels.map((blocks, level) => {
      if (kind === undefined || blocks[from] === blocks[to]) return 0;
      return (inside.get(key(level, to, kind)) ?? 0) - (inside.get(key(level, from, kind)) ?? 0) + 1;
    });
  for (let turn = 0; turn < items.length * TRIES; turn++) {
    const [a, b] = [chance(items.length), chance(items.length)];
    const [at, to] = [where[a], where[b]];
    if (at === undefined || to === undefined || at === to || items[a] === items[b]) continue;
    const [one, other] = [moves(items[a], at, to), moves(items[b], to, at)];
    if (one.some((pairs, level) => pairs + (other[level] ?? 0) !== 0)) continue;
    add(at, items[a], -1);
    add(to, items[a], 1);
    add(to, items[b], -1);
    add(at, items[b], 1);
    where[a] = to;
    where[b] = at;
  }
  return where;
}
