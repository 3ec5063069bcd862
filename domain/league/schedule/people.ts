import type { FixtureId } from '../../../types/vocabulary';
import type { Match } from './plan';

export interface Playing {
  known: ReadonlySet<string>;
  /** Who may come in through a seat: everybody who plays, or may play, in what feeds it. */
  possible: ReadonlySet<string>;
}

/** Who plays and who may play; `order` has each match after those that feed it. */
export function playingOf(
  matches: readonly Match[],
  order: readonly number[],
  numberOf: ReadonlyMap<FixtureId, number>,
): Playing[] {
  const all: Playing[] = matches.map(({ people }) => ({ known: new Set(people), possible: new Set() }));
  for (const number of order) {
    const possible = new Set<string>();
    for (const id of (matches[number]?.seats ?? []).flatMap(({ from }) => from)) {
      const feeder = all[numberOf.get(id) ?? -1];
      for (const person of feeder?.known ?? []) possible.add(person);
      for (const person of feeder?.possible ?? []) possible.add(person);
    }
    const known = all[number]?.known ?? new Set();
    all[number] = { known, possible };
  }
  return all;
}

function meet(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const [few, many] = some.size < others.size ? [some, others] : [others, some];
  for (const person of few) if (many.has(person)) return true;
  return false;
}

const names = ({ seats }: Match): Set<string> => new Set(seats.map(({ name }) => name));

/**
 * Whether somebody may have to play both. Of those who are only possible in both, within one competition, nobody: whoever
 * leaves a match goes on to one seat, so that two matches of which neither feeds the other have the same entry only
 * where they have the same seat. Without this, no two quarter-finals could be played side by side: before the groups are
 * over anybody may be in either. Across competitions everybody who is possible counts.
 */
function mayMeet(a: Match, b: Match, playsA: Playing, playsB: Playing): boolean {
  if (meet(playsA.known, playsB.known)) return true;
  if (meet(playsA.known, playsB.possible) || meet(playsA.possible, playsB.known)) return true;
  if (a.competition !== b.competition) return meet(playsA.possible, playsB.possible);
  return meet(names(a), names(b));
}

/** For each match those that must not be played at its time, without those that feed it or that it feeds. */
export function clashesOf(
  matches: readonly Match[],
  playing: readonly Playing[],
  since: readonly ReadonlyMap<number, number>[],
): number[][] {
  const clashes: number[][] = matches.map(() => []);
  for (const [one, a] of matches.entries()) {
    for (const [other, b] of matches.entries()) {
      if (other >= one || since[one]?.has(other) || since[other]?.has(one)) continue;
      const [playsA, playsB] = [playing[one], playing[other]];
      if (!playsA || !playsB || !mayMeet(a, b, playsA, playsB)) continue;
      clashes[one]?.push(other);
      clashes[other]?.push(one);
    }
  }
  return clashes;
}
