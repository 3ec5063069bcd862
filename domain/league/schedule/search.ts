import { type Kept, type Pass, pass, type Ranks, type Way } from './passes';
import { MINUTE_MS, type Plan } from './plan';
import type { Problem } from './problem';
import { firstRanks, ranked } from './ranks';
import { restQuality } from './rest';

/** How many matches are placed in all before the search ends: more orders are tried of few matches than of many. */
export const EFFORT = 40_000;
/** What is tried to be added to everybody's rest, the most first: minutes. */
const LONGER = [60, 45, 30, 20, 15, 10, 5];
/** How many passes in a row learn from the last. */
const LESSONS = 12;

interface Found {
  pass: Pass;
  ranks: Ranks;
  way: Way;
}

/** Below 0 where `a` is better: more have a place, all is over earlier, then each is over earlier with what rests on it. */
export function better(a: Pass, b: Pass): number {
  return a.left.length - b.left.length || a.finish - b.finish || a.pressure - b.pressure;
}

const same = (a: Pass, b: Pass): boolean => a.left.length === b.left.length && a.finish === b.finish;

/** Tries orders one after the other and remembers the best, until it is as good as can be or the effort is spent. */
class Search {
  readonly #problem: Problem;
  readonly #kept: Kept;
  readonly #goal: number;
  #left: number;
  best: Found | undefined;

  constructor(problem: Problem, kept: Kept, goal: number, effort: number) {
    this.#problem = problem;
    this.#kept = kept;
    this.#goal = goal;
    this.#left = effort;
  }

  get isOver(): boolean {
    const perfect = this.best && this.best.pass.left.length === 0 && this.best.pass.finish <= this.#goal;
    return this.#left <= 0 || perfect === true;
  }

  try(ranks: Ranks, way: Way = 'in-order'): Found {
    this.#left -= this.#problem.tasks.length;
    const found = { pass: pass(this.#problem, this.#kept, ranks, way), ranks, way };
    if (!this.best || better(found.pass, this.best.pass) < 0) this.best = found;
    return found;
  }

  /**
   * Those move forward that kept the last pass from being over earlier: whatever had no place, whatever ended
   * last, or had so much to follow that this ended last.
   */
  learn(from: Found): Found {
    const gained: number[] = [];
    let [best, last] = [from, from];
    for (let lesson = 0; lesson < LESSONS && !this.isOver; lesson++) {
      last = this.try(this.#turnedOver(last.pass, gained, 1 + (lesson % 3)));
      if (better(last.pass, best.pass) < 0) best = last;
    }
    return best;
  }

  #turnedOver({ board, left, finish }: Pass, gained: number[], strength: number): Ranks {
    const missing = new Set(left);
    return ranked(
      this.#problem.tasks.map(({ length, tail }, number) => {
        const spot = board.at(number);
        // What ended last matters less while something has no place: every third lesson leaves it out.
        const alone = left.length > 0 && strength === 2;
        const critical = missing.has(number) || (!alone && (spot?.endsAt ?? finish) + tail >= finish);
        if (critical) gained[number] = (gained[number] ?? 0) + strength * length;
        return [(spot?.startsAt ?? finish) - (gained[number] ?? 0)];
      }),
    );
  }

  /** One match after the other, the last first, is put before each that came before it; what is better is kept. */
  descend(from: Found): void {
    let order = this.#orderOf(from.pass);
    let now = this.try(ranksOf(order));
    for (let at = order.length - 1; at > 0 && !this.isOver; at--) {
      for (let before = at - 1; before >= 0 && !this.isOver; before--) {
        const moved = [...order];
        moved.splice(before, 0, ...moved.splice(at, 1));
        const tried = this.try(ranksOf(moved));
        if (better(tried.pass, now.pass) >= 0) continue;
        now = tried;
        order = this.#orderOf(now.pass);
        at = order.length;
        break;
      }
    }
  }

  /** In the order in which they begin; those without a place first, so that they find one. */
  #orderOf({ board }: Pass): number[] {
    const keys = this.#problem.tasks.map((_, number) => [board.at(number)?.startsAt ?? 0]);
    const order: number[] = [];
    ranked(keys).forEach((rank, number) => {
      order[rank] = number;
    });
    return order;
  }
}

function ranksOf(order: readonly number[]): number[] {
  const ranks: number[] = [];
  order.forEach((number, rank) => {
    ranks[number] = rank;
  });
  return ranks;
}

/**
 * The best of many passes of list scheduling: first in several orders by rule, then in orders that learn from what was
 * late, then with single matches moved forward. It ends where everything is over by `goal`, which nothing can beat, or
 * after `effort` placings.
 */
export function search(problem: Problem, kept: Kept, goal: number, effort = EFFORT): Found {
  const searching = new Search(problem, kept, goal, effort);
  const starts: Found[] = [];
  for (const ranks of firstRanks(problem)) {
    for (const way of ['in-order', 'soonest'] as const) {
      const { best } = searching;
      if (!best || !searching.isOver) starts.push(searching.try(ranks, way));
    }
  }
  starts.sort((a, b) => better(a.pass, b.pass));
  for (const start of starts) if (!searching.isOver) searching.descend(searching.learn(start));
  if (!searching.best) throw new Error('no order was tried');
  return searching.best;
}

/** The same with as much more rest for everybody as costs nothing: nothing loses its place, and nothing is over later. */
export function rested(plan: Plan, problem: Problem, kept: Kept, found: Found): Pass {
  const has = restQuality(plan, found.pass.board.placements())?.shortest ?? 0;
  for (const minutes of LONGER) {
    const tried = pass(problem, kept, found.ranks, found.way, minutes * MINUTE_MS);
    if (!same(tried, found.pass)) continue;
    const rests = restQuality(plan, tried.board.placements())?.shortest ?? 0;
    if (rests > has) return tried;
  }
  return found.pass;
}
