import { chanceFrom } from '../../../domain/league/seeded';
import { type Leaf, type Levels, spread } from '../../../domain/league/spread';
import { chance, oneOf, type Random, saySeed, upTo } from '../../support/seed';

/** Pairs of a kind in the same block, level by level. */
function pairsOf(
  where: readonly number[],
  items: readonly string[],
  leaves: readonly Leaf[],
  levels: Levels,
): number[] {
  const all = [
    ...items.map((kind, at) => ({ kind, leaf: where[at] ?? 0 })),
    ...leaves.flatMap(({ fixed }, leaf) => fixed.map((kind) => ({ kind, leaf }))),
  ];
  return levels.map(
    (blocks) =>
      all.flatMap((one, at) =>
        all.slice(at + 1).filter(({ kind, leaf }) => kind === one.kind && blocks[leaf] === blocks[one.leaf]),
      ).length,
  );
}

/** Every way to put the items where there is room. */
function ways(items: number, room: readonly number[]): number[][] {
  if (items === 0) return [[]];
  return room.flatMap((free, leaf) => {
    if (free === 0) return [];
    const left = room.map((one, at) => (at === leaf ? one - 1 : one));
    return ways(items - 1, left).map((rest) => [leaf, ...rest]);
  });
}

function better(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((pairs, level) => pairs !== b[level]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

/** Levels of which each puts together some blocks of the one before, at random. */
function levelsByChance(leaves: number, count: number, random: Random): number[][] {
  let blocks = Array.from({ length: leaves }, (_, at) => at);
  return Array.from({ length: count }, () => {
    const sizes = Math.max(...blocks) + 1;
    const parents = Array.from({ length: sizes }, () => upTo(Math.ceil(sizes * 0.85) - 1, random));
    const named = [...new Set(parents)];
    blocks = blocks.map((block) => named.indexOf(parents[block] ?? 0));
    return blocks;
  });
}

test('no other way has fewer pairs in the finest blocks, then in the next ones, on whatever levels there are', () => {
  const random = chance(saySeed());
  for (let round = 0; round < 300; round++) {
    const kinds = ['x', 'y', 'z'].slice(0, 1 + upTo(2, random));
    const leaves: Leaf[] = Array.from({ length: 14 }, () => ({
      free: upTo(1, random),
      fixed: Array.from({ length: upTo(2, random) }, () => oneOf(kinds, random)),
    }));
    const room = leaves.map(({ free }) => free);
    const most = room.reduce((sum, free) => sum + free, 0);
    const items = Array.from({ length: Math.min(2, most) }, () => oneOf(kinds, random));
    const levels = levelsByChance(leaves.length, 6, random);
    const found = pairsOf(spread(items, leaves, levels, chanceFrom(`${round}`, 'spread')), items, leaves, levels);
    let best = found;
    for (const way of ways(items.length, room)) {
      const pairs = pairsOf(way, items, leaves, levels);
      if (better(pairs, best)) best = pairs;
    }
    expect(found).toEqual(best);
  }
});

test('more items than there is room for are a bug', () => {
  const leaves = [{ free: 1, fixed: [] }];
  expect(() => spread(['x', 'x'], leaves, [[0]], chanceFrom('s', 'p'))).toThrow('no room');
  expect(() => spread([undefined, undefined], leaves, [[0]], chanceFrom('s', 'p'))).toThrow('no room');
});
