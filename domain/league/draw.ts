import { bracketSize, lines, roundsOf } from './bracket';
import { chanceFrom, shuffled } from './seeded';
import { type Leaf, spread } from './spread';
import { type Group, type KnockoutStage, type Source, type Stage, tableId } from './stage';

/** Who is drawn, and whom to keep them apart from: others of the same enterprise, group or region. */
export interface Entrant {
  source: Source;
  apart?: string;
}

/**
 * How soon those who are to be kept apart could meet in a bracket: of each round, from the first, how many pairs of them
 * would meet there if both got so far. Of two draws the better one has fewer in the first round in which they differ.
 */
export function meetings(slots: readonly (Entrant | null)[]): number[] {
  const rounds = roundsOf(slots.length);
  const pairs = Array.from({ length: rounds }, () => 0);
  for (const [a, one] of slots.entries()) {
    for (const [b, other] of slots.entries()) {
      if (b <= a || !one?.apart || one.apart !== other?.apart) continue;
      let round = 0;
      while (a >> (round + 1) !== b >> (round + 1)) round += 1;
      pairs[round] = (pairs[round] ?? 0) + 1;
    }
  }
  return pairs;
}

const kindsOf = (entrants: readonly (Entrant | null | undefined)[]) =>
  entrants.flatMap((entrant) => (entrant?.apart === undefined ? [] : [entrant.apart]));

/**
 * The slots of a knockout. The first `seeds` entrants stand on their lines: 1 and 2 can meet in the final at the
 * earliest, the first four in the semi-finals. Byes go to the first lines. The rest are drawn from the published seed,
 * so that no other draw would be better by `meetings`; anybody who has the seed and the list draws the same.
 */
export function drawKnockout(
  entrants: readonly Entrant[],
  { seeds, seed, purpose }: { seeds: number; seed: string; purpose: string },
): (Entrant | null)[] {
  const size = bracketSize(entrants.length);
  const chance = chanceFrom(seed, `draw\n${purpose}`);
  const order = lines(size);
  const slots = order.map((line) => (line <= seeds ? (entrants[line - 1] ?? null) : null));
  const free = order.map((line) => line > seeds && line <= entrants.length);
  const leaves: Leaf[] = Array.from({ length: size / 2 }, (_, leaf) => ({
    free: [free[leaf * 2], free[leaf * 2 + 1]].filter((empty) => empty === true).length,
    fixed: kindsOf([slots[leaf * 2], slots[leaf * 2 + 1]]),
  }));
  // The whole bracket is no level: nobody can be kept out of it.
  const levels = Array.from({ length: roundsOf(size) - 1 }, (_, level) => leaves.map((_leaf, at) => at >> level));
  const rest = entrants.slice(seeds);
  const matches = spread(
    rest.map(({ apart }) => apart),
    leaves,
    levels,
    chance,
  );
  for (const at of shuffled([...rest.keys()], chance)) {
    const [top, entrant] = [(matches[at] ?? 0) * 2, rest[at] ?? null];
    const places = [top, top + 1].filter((slot) => free[slot] && slots[slot] === null);
    const slot = places[chance(places.length)] ?? top;
    slots[slot] = entrant;
  }
  return slots;
}

/** The group of each position: 0 1 2 2 1 0 0 1 … of three. */
function snake(position: number, groups: number): number {
  const [row, column] = [Math.floor(position / groups), position % groups];
  return row % 2 === 0 ? column : groups - 1 - column;
}

/** `A`, `B` … `Z`, `AA` … */
function groupName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : groupName(Math.floor(at / 26) - 1) + letter;
}

/**
 * Groups whose sizes differ by one at most. The first `seeds` entrants are dealt out like a snake, the rest are drawn from
 * the published seed, so that as few pairs as possible of those to be kept apart are in the same group.
 */
export function drawGroups(
  entrants: readonly Entrant[],
  { groups, seeds, seed, purpose }: { groups: number; seeds: number; seed: string; purpose: string },
): Group[] {
  const chance = chanceFrom(seed, `draw\n${purpose}`);
  const members: Entrant[][] = Array.from({ length: groups }, () => []);
  const sizes = members.map(() => 0);
  for (const at of entrants.keys()) {
    const group = snake(at, groups);
    sizes[group] = (sizes[group] ?? 0) + 1;
    const entrant = entrants[at];
    if (at < seeds && entrant) members[group]?.push(entrant);
  }
  const leaves = members.map((fixed, at) => ({ free: (sizes[at] ?? 0) - fixed.length, fixed: kindsOf(fixed) }));
  const rest = entrants.slice(seeds);
  const where = spread(
    rest.map(({ apart }) => apart),
    leaves,
    [[...members.keys()]],
    chance,
  );
  for (const at of shuffled([...rest.keys()], chance)) {
    const entrant = rest[at];
    if (entrant) members[where[at] ?? 0]?.push(entrant);
  }
  return members.map((own, at) => ({ id: groupName(at), slots: own.map(({ source }) => source) }));
}

/** The places of a stage of which `take` go on, the first ones first. */
function placesOf(stage: Stage, place: number): Entrant[] {
  const { id } = stage;
  if (stage.kind === 'knockout') return [{ source: { from: 'place', stage: id, place }, apart: id }];
  return stage.groups
    .filter(({ slots }) => place <= slots.length)
    .map(({ id: group }) => ({ source: { from: 'group', stage: id, group, place }, apart: tableId(id, group) }));
}

/**
 * Who goes on from groups or regional preliminaries, ready to be drawn: all first places, then all second places, and so
 * on, each in the order of the stages and groups. They are kept apart from those whom they have met already. To seed by
 * place, draw with as many seeds as there are first places.
 */
export function qualifiers(stages: readonly Stage[], take: number): Entrant[] {
  const places = Array.from({ length: take }, (_, at) => at + 1);
  return places.flatMap((place) => stages.flatMap((stage) => placesOf(stage, place)));
}

/** The drawn slots as a stage has them. */
export function slotsOf(drawn: readonly (Entrant | null)[]): KnockoutStage['slots'] {
  return drawn.map((entrant) => entrant?.source ?? null);
}
