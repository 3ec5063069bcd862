import type { FixtureId, Instant } from '../../../types/vocabulary';
import { leastFinish } from './lower-bound';
import { MINUTE_MS, type Placement, type Plan } from './plan';
import { idsOf, problemOf } from './problem';
import { type RestQuality, restQuality } from './rest';
import { EFFORT, rested, search } from './search';
import { type Left, type Shortfall, shortfallsOf, whyLeft } from './shortfall';
import { merged } from './spans';

export interface Fits {
  kind: 'fits';
  /** By time, then court. */
  placements: Placement[];
  /** When all is over, and before when no schedule could be. */
  finish: Instant;
  leastFinish: Instant;
  /** Absent where nobody plays twice on one day. */
  rest?: RestQuality;
}

export interface DoesNotFit {
  kind: 'does-not-fit';
  /** What has a place; it stands as it is, without a clash. */
  placements: Placement[];
  left: Left[];
  /** What is missing whatever is tried; where this is empty and `impossible` false, a schedule may exist that was not found. */
  shortfalls: Shortfall[];
  impossible: boolean;
  /** Were every court open so many minutes longer on its last day, all would fit: it was tried. Absent: not even then. */
  longer?: number;
}

export type Scheduled = Fits | DoesNotFit;

/** More than any evening: what closing later could bring at most. */
const LATEST_MS = 12 * 60 * MINUTE_MS;

/** How many minutes longer all courts must be open on their last day for everything to find a place. */
function longerBy(plan: Plan, effort: number): number | undefined {
  const closing = new Map<string, Instant>();
  const courts = plan.courts.map((court) => {
    const openings = merged(court.openings);
    const last = openings.pop();
    if (!last) return court;
    closing.set(court.id, last.endsAt);
    return { ...court, openings: [...openings, { ...last, endsAt: last.endsAt + LATEST_MS }] };
  });
  const problem = problemOf({ ...plan, courts });
  const { pass } = search(problem, new Map(), leastFinish(problem), effort);
  if (pass.left.length > 0) return undefined;
  const over = pass.board.placements().map(({ court, endsAt }) => endsAt - (closing.get(court) ?? endsAt));
  return Math.ceil(Math.max(0, ...over) / MINUTE_MS);
}

/** What to say of a plan of which those matches are left without a place, the others having theirs. */
export function doesNotFit(
  plan: Plan,
  placements: Placement[],
  left: readonly FixtureId[],
  effort: number,
): DoesNotFit {
  const problem = problemOf(plan);
  const longer = longerBy(plan, effort);
  const numbers = left.flatMap((id) => problem.numberOf.get(id) ?? []);
  return {
    ...{ kind: 'does-not-fit', placements, left: whyLeft(problem, numbers), shortfalls: shortfallsOf(problem) },
    impossible: leastFinish(problem) === Number.POSITIVE_INFINITY,
    ...(longer !== undefined && { longer }),
  };
}

/**
 * A court and a time for every match, or why not. Never a clash: no two matches on one court, nobody in two places or
 * without their rest, nothing before what feeds it, nothing while a court is closed. The same plan gives the same
 * schedule, in whatever order its parts stand.
 *
 * The algorithm is list scheduling. In an order of priority each match takes the earliest place that is left to it. The
 * first orders follow the critical path: what most has to follow upon comes first. Further orders learn from what ended
 * late in the last one, and then move single matches forward, as long as that is better and `effort` (placings) lasts,
 * or until the finish meets the lower bound. Of schedules that are over at the same time, one with longer rests is taken
 * where adding to all rests costs nothing.
 */
export function schedule(plan: Plan, effort = EFFORT): Scheduled {
  const problem = problemOf(plan);
  const bound = leastFinish(problem);
  const found = search(problem, new Map(), bound, effort);
  if (found.pass.left.length > 0) {
    const { board, left } = found.pass;
    return doesNotFit(plan, board.placements(), idsOf(problem, left), effort);
  }
  const { board, finish } = rested(plan, problem, new Map(), found);
  const placements = board.placements();
  const rest = restQuality(plan, placements);
  return { kind: 'fits', placements, finish, leastFinish: bound, ...(rest && { rest }) };
}
