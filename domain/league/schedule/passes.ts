import type { Instant } from '../../../types/vocabulary';
import { Board, NO_COURT, type Spot } from './board';
import type { Problem } from './problem';

/** What comes first: for each match its rank, the lowest first. */
export type Ranks = readonly number[];

/** `in-order`: each in its turn at its earliest place. `soonest`: whatever can begin first, so that no court idles. */
export type Way = 'in-order' | 'soonest';

/** What stands before anything is placed: what has been played, what is kept. */
export type Kept = ReadonlyMap<number, Spot>;

export interface Pass {
  board: Board;
  /** What has no place, ascending. */
  left: number[];
  /** When all that has a place is over; 0 where nothing has. */
  finish: Instant;
  /** Of all placed, the instants when they are over with the least that must follow, added up. */
  pressure: number;
}

export function boardWith(problem: Problem, kept: Kept, longer = 0): Board {
  const board = new Board(problem, longer);
  for (const [number, spot] of kept) board.put(number, spot);
  return board;
}

/** The matches that wait for nothing that has no place yet. */
class Ready {
  readonly #problem: Problem;
  readonly #missing: number[];
  readonly ready: number[] = [];

  constructor(problem: Problem, isPlaced: (number: number) => boolean) {
    this.#problem = problem;
    this.#missing = problem.tasks.map(({ feeders }) => feeders.filter((feeder) => !isPlaced(feeder)).length);
    this.#missing.forEach((missing, number) => {
      if (missing === 0 && !isPlaced(number)) this.ready.push(number);
    });
  }

  /** That one is done with; those that waited for it alone come in. */
  take(number: number, isPlaced: boolean): void {
    this.ready.splice(this.ready.indexOf(number), 1);
    for (const next of isPlaced ? (this.#problem.tasks[number]?.fed ?? []) : []) {
      this.#missing[next] = (this.#missing[next] ?? 0) - 1;
      if (this.#missing[next] === 0) this.ready.push(next);
    }
  }
}

/** The one with the lowest value, then the lowest rank. */
function first(numbers: readonly number[], ranks: Ranks, value: (number: number) => number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const number of numbers) {
    const its = value(number);
    if (best === -1 || its < least || (its === least && (ranks[number] ?? 0) < (ranks[best] ?? 0))) {
      [best, least] = [number, its];
    }
  }
  return best;
}

/** One pass of list scheduling: everything that is not kept gets a place, one after the other, and is not moved again. */
export function pass(problem: Problem, kept: Kept, ranks: Ranks, way: Way, longer = 0): Pass {
  const board = boardWith(problem, kept, longer);
  const waiting = new Ready(problem, (number) => kept.has(number));
  /** Places as they were found last: as more is placed, they can only become later. */
  const found = new Map<number, Spot | undefined>();
  const startOf = (number: number): number => {
    if (way === 'in-order') return 0;
    if (!found.has(number)) found.set(number, board.earliest(number));
    return found.get(number)?.startsAt ?? Number.MAX_SAFE_INTEGER;
  };
  while (waiting.ready.length > 0) {
    const number = first(waiting.ready, ranks, startOf);
    const spot = board.earliest(number);
    if (way === 'soonest' && spot && spot.startsAt > startOf(number)) {
      found.set(number, spot);
      continue;
    }
    if (spot) board.put(number, spot);
    waiting.take(number, spot !== undefined);
  }
  return outcome(problem, board);
}

export function outcome(problem: Problem, board: Board): Pass {
  let [finish, pressure] = [0, 0];
  const left = problem.tasks.flatMap(({ tail }, number) => {
    const spot = board.at(number);
    if (!spot) return [number];
    if (spot.court !== NO_COURT) finish = Math.max(finish, spot.endsAt);
    if (spot.court !== NO_COURT) pressure += spot.endsAt + tail;
    return [];
  });
  return { board, left, finish, pressure };
}
