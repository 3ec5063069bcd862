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

/** One way on: into a block of a level, or with `leaf` into a leaf, or out of one. */
interface Arc {
  to: number;
  /** How many of the kind are in the block, beside those moved. */
  fixed: number;
  /** How many go this way. */
  flow: number;
  most: number;
  /** What each pair in the same block costs. */
  weight: bigint;
}

interface Network {
  /** Arcs by where they begin. */
  out: Arc[][];
  /** The same arcs by where they end, with that beginning. */
  back: { from: number; arc: Arc }[][];
  target: number;
}

function connect({ out, back }: Network, from: number, arc: Arc): void {
  out[from]?.push(arc);
  back[arc.to]?.push({ from, arc });
}

/**
 * For each kind a tree of blocks down to the leaves, which all kinds share. The n-th of a kind that comes into a block
 * costs n - 1 times the level's weight, since it makes so many pairs there; with weights such that one pair of a finer
 * level costs more than all of the coarser ones together.
 */
function networkOf(kinds: readonly string[], leaves: readonly Leaf[], levels: Levels, all: number): Network {
  const sizes = levels.map((blocks) => Math.max(...blocks) + 1);
  const nodes = 1 + sizes.reduce((sum, size) => sum + size, 0);
  const total = kinds.length * nodes + leaves.length + 1;
  const network: Network = {
    out: Array.from({ length: total }, () => []),
    back: Array.from({ length: total }, () => []),
    target: total - 1,
  };
  const pairs = BigInt((all * (all - 1)) / 2 + 1);
  const starts = sizes.map((_, level) => 1 + sizes.slice(0, level).reduce((sum, size) => sum + size, 0));
  for (const [at, kind] of kinds.entries()) {
    const root = at * nodes;
    for (const [level, blocks] of levels.entries()) {
      const weight = pairs ** BigInt(levels.length - 1 - level);
      for (const block of new Set(blocks)) {
        const inside = leaves.filter((_, leaf) => blocks[leaf] === block);
        const fixed = inside.reduce((sum, leaf) => sum + leaf.fixed.filter((one) => one === kind).length, 0);
        const parent = levels[level + 1]?.[blocks.indexOf(block)];
        const from = parent === undefined ? root : root + (starts[level + 1] ?? 0) + parent;
        const to = root + (starts[level] ?? 0) + block;
        connect(network, from, { to, fixed, flow: 0, most: all, weight });
      }
    }
    for (const [leaf, block] of (levels[0] ?? []).entries()) {
      const to = kinds.length * nodes + leaf;
      connect(network, root + (starts[0] ?? 0) + block, { to, fixed: 0, flow: 0, most: all, weight: 0n });
    }
  }
  for (const [leaf, { free }] of leaves.entries()) {
    const arc = { to: network.target, fixed: 0, flow: 0, most: free, weight: 0n };
    connect(network, kinds.length * nodes + leaf, arc);
  }
  return network;
}

interface Step {
  from: number;
  arc: Arc;
  by: 1 | -1;
}

/** Sends one more from `start` by the cheapest way (Bellman and Ford), which may move others out of theirs. */
function send({ out, back, target }: Network, start: number): void {
  const cost: (bigint | undefined)[] = Array.from({ length: out.length });
  const by: (Step | undefined)[] = Array.from({ length: out.length });
  cost[start] = 0n;
  let queue = [start];
  while (queue.length > 0) {
    const next = new Set<number>();
    for (const from of queue) {
      const here = cost[from] ?? 0n;
      const reach = (to: number, there: bigint, step: Step) => {
        const known = cost[to];
        if (known !== undefined && known <= there) return;
        cost[to] = there;
        by[to] = step;
        next.add(to);
      };
      for (const arc of out[from] ?? []) {
        if (arc.flow < arc.most) reach(arc.to, here + arc.weight * BigInt(arc.fixed + arc.flow), { from, arc, by: 1 });
      }
      for (const { from: to, arc } of back[from] ?? []) {
        if (arc.flow > 0) reach(to, here - arc.weight * BigInt(arc.fixed + arc.flow - 1), { from, arc, by: -1 });
      }
    }
    queue = [...next];
  }
  for (let at = target; at !== start; ) {
    const step = by[at];
    if (!step) throw new Error('no room for all');
    step.arc.flow += step.by;
    at = step.from;
  }
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
  const network = networkOf(
    kinds,
    leaves,
    levels,
    [...counts.values()].reduce((sum, count) => sum + count, 1),
  );
  const nodes = kinds.length === 0 ? 0 : (network.target - leaves.length) / kinds.length;
  const grouped = items.flatMap((kind) => (kind !== undefined && kinds.includes(kind) ? [kinds.indexOf(kind)] : []));
  for (const kind of shuffled(grouped, chance)) send(network, kind * nodes);
  const room = new Map<number | undefined, number[]>();
  const left = leaves.map(({ free }) => free);
  for (const leaf of leaves.keys()) {
    for (const { from, arc } of network.back[kinds.length * nodes + leaf] ?? []) {
      const kind = Math.floor(from / nodes);
      for (let one = 0; one < arc.flow; one++) room.set(kind, [...(room.get(kind) ?? []), leaf]);
      left[leaf] = (left[leaf] ?? 0) - arc.flow;
    }
  }
  room.set(
    undefined,
    left.flatMap((free, leaf) => Array.from({ length: free }, () => leaf)),
  );
  const drawn = new Map([...room].map(([kind, where]) => [kind, shuffled(where, chance)]));
  const chosen = items.map((kind) => {
    const at = kind === undefined ? -1 : kinds.indexOf(kind);
    const leaf = drawn.get(at === -1 ? undefined : at)?.pop();
    if (leaf === undefined) throw new Error('no room for all');
    return leaf;
  });
  return mixed(chosen, items, leaves, levels, chance);
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
