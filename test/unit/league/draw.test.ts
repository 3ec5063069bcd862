import { createHash } from 'node:crypto';
import { lines } from '../../../domain/league/bracket';
import { drawGroups, drawKnockout, type Entrant, meetings } from '../../../domain/league/draw';
import { chanceFrom } from '../../../domain/league/seeded';
import { alone, entrantsOf } from '../../support/leagues';
import { chance, type Random, saySeed, upTo } from '../../support/seed';

const named = (entrant: Entrant | null | undefined) =>
  entrant?.source.from === 'entry' ? entrant.source.entry : undefined;

function arrangements<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, at) =>
    arrangements(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]),
  );
}

const better = (a: readonly number[], b: readonly number[]) => {
  const at = a.findIndex((pairs, round) => pairs !== b[round]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
};

/** The best that can be had at all: every way to put those who are not seeded into the slots that are left. */
function bestMeetings(entrants: readonly Entrant[], seeds: number, size: number): number[] {
  const order = lines(size);
  const free = [...order.keys()].filter((at) => {
    const line = order[at] ?? 0;
    return line > seeds && line <= entrants.length;
  });
  const fixed = order.map((line) => (line <= seeds ? (entrants[line - 1] ?? null) : null));
  let best: number[] | undefined;
  for (const rest of arrangements(entrants.slice(seeds))) {
    const slots = [...fixed];
    for (const [at, slot] of free.entries()) slots[slot] = rest[at] ?? null;
    const found = meetings(slots);
    if (!best || better(found, best)) best = found;
  }
  return best ?? [];
}

function mixed<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function byChance(most: number, random: Random): Entrant[] {
  const count = 2 + upTo(most - 2, random);
  const enterprises = 1 + upTo(Math.min(count, 8) - 1, random);
  const sizes = Array.from({ length: enterprises }, () => 0);
  for (let at = 0; at < count; at++) {
    const enterprise = upTo(enterprises - 1, random);
    sizes[enterprise] = (sizes[enterprise] ?? 0) + 1;
  }
  return mixed(entrantsOf(sizes), random);
}

test.each([
  [8, 6, 25],
  [16, 6, 25],
  [32, 5, 25],
])('no other draw of up to %i keeps colleagues apart longer, with all but %i seeded at least', (most, rest, rounds) => {
  const random = chance(saySeed());
  for (let round = 0; round < rounds; round++) {
    const entrants = byChance(most, random);
    const seeds = Math.max(entrants.length - rest, upTo(entrants.length, random));
    const slots = drawKnockout(entrants, { seeds, seed: `s${round}`, purpose: 'ko' });
    expect(meetings(slots)).toEqual(bestMeetings(entrants, seeds, slots.length));
  }
});

test('no other draw of small groups puts fewer colleagues into the same group', () => {
  const random = chance(saySeed());
  const pairs = (groups: readonly (readonly Entrant[])[]) =>
    groups.flatMap((group) => group.flatMap((a, at) => group.slice(at + 1).filter((b) => a.apart === b.apart))).length;
  for (let round = 0; round < 25; round++) {
    const entrants = byChance(8, random);
    const groups = 1 + upTo(2, random);
    const seeds = Math.max(entrants.length - 6, upTo(entrants.length, random));
    const drawn = drawGroups(entrants, { groups, seeds, seed: `s${round}`, purpose: 'g' });
    const of = new Map(entrants.map((entrant) => [named(entrant), entrant]));
    const found = drawn.map(({ slots }) =>
      slots.flatMap((slot) => (slot.from === 'entry' ? [of.get(slot.entry)] : [])),
    );
    const real = found.map((group) => group.filter((one) => one !== undefined));
    const fixed = real.map((group) => group.filter((one) => entrants.indexOf(one) < seeds));
    const least = arrangements(entrants.slice(seeds)).map((rest) => {
      const left = [...rest];
      return pairs(
        real.map((group, at) => [...(fixed[at] ?? []), ...left.splice(0, group.length - (fixed[at]?.length ?? 0))]),
      );
    });
    expect(pairs(real)).toBe(Math.min(...least));
  }
});

test('in a large knockout colleagues are spread as evenly as they can be at every level', () => {
  const sizes = [20, 16, 12, 10, 9, 8, 7, 6, 6, 5, 5, 4, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1];
  const entrants = entrantsOf(sizes);
  expect(entrants).toHaveLength(128);
  const slots = drawKnockout(entrants, { seeds: 0, seed: 'large', purpose: 'ko' });
  // Of n in b equal parts no spread has fewer pairs within a part than the even one.
  const even = (parts: number) =>
    sizes.reduce((sum, n) => {
      const [least, more] = [Math.floor(n / parts), n % parts];
      return sum + more * least + (parts * least * (least - 1)) / 2;
    }, 0);
  let before = 0;
  const expected = [64, 32, 16, 8, 4, 2, 1].map((parts) => {
    const pairs = even(parts) - before;
    before = even(parts);
    return pairs;
  });
  expect(meetings(slots)).toEqual(expected);
});

test('seeds stand on their lines, everybody is drawn once', () => {
  const entrants = entrantsOf([5, 4, 3, 1]);
  const slots = drawKnockout(entrants, { seeds: 4, seed: 'x', purpose: 'ko' });
  const order = lines(16);
  for (const line of [1, 2, 3, 4]) expect(named(slots[order.indexOf(line)])).toBe(`e${line}`);
  expect(slots.flatMap((slot) => named(slot) ?? []).sort()).toEqual(entrants.map((one) => named(one)).sort());
});

test('the same seed draws the same, another purpose or seed something else', () => {
  const draw = (seed: string, purpose: string) =>
    drawKnockout(alone(16), { seeds: 2, seed, purpose }).map(named).join();
  expect(draw('a', 'ko')).toBe(draw('a', 'ko'));
  expect(new Set([draw('a', 'ko'), draw('b', 'ko'), draw('a', 'other')]).size).toBe(3);
});

test('whoever is not seeded can be drawn into every slot that is free, and about as often', () => {
  const counts = new Map<string, number>();
  const rounds = 400;
  for (let at = 0; at < rounds; at++) {
    const slots = drawKnockout(entrantsOf([2, 2, 2, 1, 1]), { seeds: 0, seed: `seed ${at}`, purpose: 'ko' });
    for (const [slot, entrant] of slots.entries()) {
      const key = `${named(entrant)} ${slot}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  expect(counts.size).toBe(64);
  // 50 are expected, with a deviation of 7.
  for (const count of counts.values()) expect(Math.abs(count - rounds / 8)).toBeLessThan(30);
});

test('groups differ by one at most, and seeds are dealt out like a snake', () => {
  for (let count = 2; count <= 30; count++) {
    for (let groups = 1; groups * 2 <= count; groups++) {
      const drawn = drawGroups(alone(count), { groups, seeds: Math.min(count, groups * 2), seed: 's', purpose: 'g' });
      const sizes = drawn.map(({ slots }) => slots.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
    }
  }
  const four = drawGroups(alone(8), { groups: 4, seeds: 8, seed: 's', purpose: 'g' });
  expect(four.map(({ id, slots }) => [id, ...slots.map((slot) => (slot.from === 'entry' ? slot.entry : ''))])).toEqual([
    ['A', 'e1', 'e8'],
    ['B', 'e2', 'e7'],
    ['C', 'e3', 'e6'],
    ['D', 'e4', 'e5'],
  ]);
});

test('anybody can repeat what was drawn: words of SHA-256 over seed, purpose and block', () => {
  const drawn = chanceFrom('seed', 'purpose');
  const said = Array.from({ length: 20 }, () => drawn(1000));
  const blocks = [0, 1, 2].map((block) => createHash('sha256').update(`seed\npurpose\n${block}`).digest());
  const words = blocks.flatMap((block) => Array.from({ length: 8 }, (_, at) => block.readUInt32BE(at * 4)));
  const fair = words.filter((word) => word < 2 ** 32 - (2 ** 32 % 1000));
  expect(said).toEqual(fair.slice(0, 20).map((word) => word % 1000));
});
