import type { FixtureId } from '../../types/vocabulary';
import type { Feed, Fixture, KnockoutStage } from './stage';

/** The smallest bracket for so many: a power of two, 2 at least. */
export function bracketSize(entrants: number): number {
  let size = 2;
  while (size < entrants) size *= 2;
  return size;
}

/**
 * The line of each slot from the top of the bracket down, 1 for the first seed: 1 8 5 4 3 6 7 2 of eight. While all go
 * by their lines the first two meet in the final, the first four in the semi-finals, and so on. Of fewer entrants than
 * slots the last lines are empty: each is a bye of a different match, and the first lines have them.
 */
export function lines(size: number): number[] {
  let order = [1, 2];
  while (order.length < size) {
    const sum = order.length * 2 + 1;
    order = order.flatMap((line, at) => (at % 2 === 0 ? [line, sum - line] : [sum - line, line]));
  }
  return order;
}

/** 1 for the first round; the final is the last. */
export function roundsOf(size: number): number {
  return Math.log2(size);
}

const won = (fixture: FixtureId): Feed => ({ from: 'winner', fixture });
const lost = (fixture: FixtureId): Feed => ({ from: 'loser', fixture });

/** The match for place 3; none where one of the semi-finals is a bye. */
function placeThree(stage: KnockoutStage, semiFinals: readonly Fixture[], round: number): Fixture[] {
  const [one, other] = semiFinals;
  if (!stage.placeThree || !one || !other) return [];
  const feeds = [lost(one.id), lost(other.id)] as const;
  return [{ id: `${stage.id}.place3`, stage: stage.id, round, feeds, bestOf: stage.bestOf, forPlaceThree: true }];
}

/** The matches of a knockout. Whoever has a bye has none in the first round. */
export function knockoutFixtures(stage: KnockoutStage): Fixture[] {
  const rounds = roundsOf(stage.slots.length);
  const fixtures: Fixture[] = [];
  let feeds: (Feed | null)[] = [...stage.slots];
  let former: Fixture[] = [];
  for (let round = 1; round <= rounds; round++) {
    const next: (Feed | null)[] = [];
    const played: Fixture[] = [];
    for (let at = 0; at < feeds.length; at += 2) {
      const [one, other] = [feeds[at] ?? null, feeds[at + 1] ?? null];
      if (one === null || other === null) {
        next.push(one ?? other);
        continue;
      }
      const id = `${stage.id}.${round}.${at / 2 + 1}`;
      played.push({ id, stage: stage.id, round, feeds: [one, other], bestOf: stage.bestOf });
      next.push(won(id));
    }
    if (round === rounds) fixtures.push(...placeThree(stage, former, round));
    fixtures.push(...played);
    former = played;
    feeds = next;
  }
  return fixtures;
}
