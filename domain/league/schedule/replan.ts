import type { FixtureId, Instant } from '../../../types/vocabulary';
import { NO_COURT, type Spot } from './board';
import { boardWith, type Kept, type Pass } from './passes';
import { MINUTE_MS, type Placement, type Plan } from './plan';
import { idsOf, type Problem, problemOf } from './problem';
import { type DoesNotFit, doesNotFit } from './schedule';
import { search } from './search';
import { byStart, within } from './spans';

/** How things stand when it turns out that the schedule does not hold. */
export interface Progress {
  now: Instant;
  /** The schedule as it was published. */
  before: readonly Placement[];
  /** What is over or under way, where and when it truly was; what is under way ends when it is expected to. */
  played: readonly Placement[];
  /** What will not be played: after a walkover, say. What it feeds need not wait for it. */
  off: readonly FixtureId[];
}

/** `from` is absent for a match that had no place before, `to` for one that has none now. */
export interface Moved {
  fixtureId: FixtureId;
  from?: Placement;
  to?: Placement;
}

/** `placements` has what was played among them; `moved` has not. By their old time, or new one. */
export type Replanned = ({ kind: 'fits'; placements: Placement[] } | DoesNotFit) & { moved: Moved[] };

/** For one try at a few matches; a whole evening that has to move takes more. */
const EFFORT = 2_000;
/** A single pass. */
const ONCE = 1;
/** Whenever all is over, a schedule will do in which everything has a place. */
const ANY = Number.POSITIVE_INFINITY;

/**
 * The plan as it is from now on. Nothing begins in the past, and nothing that was published begins before the time that
 * people were told, unless `evenEarlier`. What is off takes no time.
 */
function fromNow(plan: Plan, { now, before, played, off }: Progress, evenEarlier: boolean): Plan {
  const told = new Map(before.map(({ fixtureId, startsAt }) => [fixtureId, evenEarlier ? now : startsAt]));
  const facts = new Set(played.map(({ fixtureId }) => fixtureId));
  const matches = plan.matches.map((match) => {
    if (facts.has(match.id)) return match;
    if (off.includes(match.id)) return { ...match, minutes: 0, rest: 0 };
    const notBefore = Math.max(now, told.get(match.id) ?? now, match.notBefore ?? now);
    return { ...match, notBefore };
  });
  return { ...plan, matches };
}

/** What is still to be played, as a plan of its own: what was played binds its people, and what it feeds, by time alone. */
function remainder(plan: Plan, { now, played, off }: Progress): Plan {
  const was = new Map(played.map((placement) => [placement.fixtureId, placement]));
  const restOf = new Map(plan.matches.map(({ id, rest }) => [id, rest * MINUTE_MS]));
  const isSettled = (id: FixtureId): boolean => was.has(id) || off.includes(id);
  const matches = plan.matches.flatMap((match) => {
    if (isSettled(match.id)) return [];
    const ready = match.seats.flatMap(({ from }) =>
      from.flatMap((id) => (was.get(id)?.endsAt ?? Number.NEGATIVE_INFINITY) + (restOf.get(id) ?? 0)),
    );
    const seats = match.seats.map((each) => ({ ...each, from: each.from.filter((id) => !isSettled(id)) }));
    return [{ ...match, seats, notBefore: Math.max(now, match.notBefore ?? now, ...ready) }];
  });
  const taken = plan.matches.flatMap(({ id, people, rest }) => {
    const placement = was.get(id);
    return placement ? [{ ...placement, people, rest }] : [];
  });
  const courts = plan.courts.map((court) => ({ ...court, openings: within(court.openings, now, Number.MAX_VALUE) }));
  return { ...plan, courts, matches, commitments: [...plan.commitments, ...taken] };
}

function spotOf({ courts }: Problem, { court, startsAt, endsAt }: Placement): Spot {
  return { court: courts.findIndex(({ id }) => id === court), startsAt, endsAt };
}

/** What cannot be changed: what was played, and what is off, as if it had been over since ever. */
function factsOf(problem: Problem, { played, off }: Progress): Map<number, Spot> {
  const over = { court: NO_COURT, startsAt: Number.NEGATIVE_INFINITY, endsAt: Number.NEGATIVE_INFINITY };
  const facts: [FixtureId, Spot][] = [
    ...off.map((id): [FixtureId, Spot] => [id, over]),
    ...played.map((placement): [FixtureId, Spot] => [placement.fixtureId, spotOf(problem, placement)]),
  ];
  return new Map(
    facts.map(([id, spot]) => {
      const number = problem.numberOf.get(id);
      if (number === undefined) throw new Error(`match ${id} is not in the plan`);
      return [number, spot];
    }),
  );
}

/** The old places of what is still to be played, the earliest first. */
function oldSpots(problem: Problem, { before }: Progress, facts: Kept): [number, Spot][] {
  return [...before].sort(byStart).flatMap((placement): [number, Spot][] => {
    const number = problem.numberOf.get(placement.fixtureId);
    return number === undefined || facts.has(number) ? [] : [[number, spotOf(problem, placement)]];
  });
}

/** Those old places that still hold beside the facts and each other. */
function stillGood(problem: Problem, facts: Kept, old: readonly [number, Spot][]): Map<number, Spot> {
  const board = boardWith(problem, facts);
  const good = new Map<number, Spot>();
  for (const [number, spot] of old) {
    if (!board.fits(number, spot)) continue;
    board.put(number, spot);
    good.set(number, spot);
  }
  return good;
}

/** The kept ones that stand in the way of those left: first what rests on them or has the same people, then all later. */
function inTheWay(problem: Problem, kept: Kept, left: readonly number[]): number[] {
  const near = [...kept.keys()].filter((number) =>
    left.some((each) => {
      const task = problem.tasks[each];
      return task?.until.has(number) || task?.clashes.includes(number);
    }),
  );
  return near.length > 0 ? near : [...kept.keys()];
}

interface Attempt {
  pass: Pass;
  /** Of what had a place before and is still to be played, what keeps it. */
  kept: Map<number, Spot>;
}

class Replanning {
  readonly #problem: Problem;
  readonly #facts: Kept;
  readonly #old: [number, Spot][];

  constructor(plan: Plan, progress: Progress, evenEarlier: boolean) {
    this.#problem = problemOf(fromNow(plan, progress, evenEarlier));
    this.#facts = factsOf(this.#problem, progress);
    this.#old = oldSpots(this.#problem, progress, this.#facts);
  }

  get problem(): Problem {
    return this.#problem;
  }

  #with(kept: Kept, effort: number, goal: number): Pass {
    return search(this.#problem, new Map([...this.#facts, ...kept]), goal, effort).pass;
  }

  /** Lets go of more and more until everything has a place, or nothing is left to let go of; then takes back what it can. */
  attempt(): Attempt {
    const good = stillGood(this.#problem, this.#facts, this.#old);
    const first = { pass: this.#with(good, EFFORT, 0), kept: good };
    let { pass } = first;
    const kept = new Map(good);
    while (pass.left.length > 0 && kept.size > 0) {
      for (const number of inTheWay(this.#problem, kept, pass.left)) kept.delete(number);
      pass = this.#with(kept, EFFORT * (kept.size === 0 ? 10 : 1), ANY);
    }
    // Where some have no place anyhow, the organizer has to decide, and until then nobody else is moved.
    if (pass.left.length > 0) return first;
    return this.#takenBack(
      { pass, kept },
      [...good].filter(([number]) => !kept.has(number)),
    );
  }

  /**
   * Of what was let go of, each keeps its old place for which the others then still find one: all together if that can be,
   * else one half after the other, the earlier first.
   */
  #takenBack(from: Attempt, some: readonly (readonly [number, Spot])[]): Attempt {
    if (some.length === 0) return from;
    const kept = new Map([...from.kept, ...some]);
    const pass = this.#with(kept, ONCE, ANY);
    if (pass.left.length <= from.pass.left.length) return { pass, kept };
    if (some.length === 1) return from;
    const half = Math.ceil(some.length / 2);
    return this.#takenBack(this.#takenBack(from, some.slice(0, half)), some.slice(half));
  }
}

const samePlace = (a: Placement | undefined, b: Placement | undefined): boolean =>
  a?.court === b?.court && a?.startsAt === b?.startsAt && a?.endsAt === b?.endsAt;

function movedOf(plan: Plan, { before, played, off }: Progress, placements: readonly Placement[]): Moved[] {
  const settled = new Set([...played.map(({ fixtureId }) => fixtureId), ...off]);
  const [was, is] = [before, placements].map((list) => new Map(list.map((each) => [each.fixtureId, each])));
  const moved = plan.matches.flatMap(({ id }): Moved[] => {
    const [from, to] = [was?.get(id), is?.get(id)];
    if (settled.has(id) || samePlace(from, to)) return [];
    return [{ fixtureId: id, ...(from && { from }), ...(to && { to }) }];
  });
  const timeOf = ({ from, to }: Moved): Instant => from?.startsAt ?? to?.startsAt ?? 0;
  return moved.sort((a, b) => timeOf(a) - timeOf(b) || (a.fixtureId < b.fixtureId ? -1 : 1));
}

/**
 * A new schedule after a no-show, an overrun, a court that dropped out, or whatever else made the old one impossible:
 * `plan` says how courts, people and lengths are now, `progress` what has happened. What was played or is under way
 * stays. Of the rest everything keeps its place that can, and only so much is moved that all have one; what is moved
 * begins no earlier than people were told, unless there is no other way. An old place that no longer holds is given up,
 * a match that has not begun by `now` among them; further ones only where that gives every match a place.
 */
export function replan(plan: Plan, progress: Progress): Replanned {
  let replanning = new Replanning(plan, progress, false);
  let { pass } = replanning.attempt();
  if (pass.left.length > 0) {
    const other = new Replanning(plan, progress, true);
    const again = other.attempt();
    if (again.pass.left.length < pass.left.length) [replanning, pass] = [other, again.pass];
  }
  const gone = new Map(progress.played.map((placement) => [placement.fixtureId, placement]));
  const placements = [
    // As they were told, also on a court that is there no more.
    ...progress.played,
    ...pass.board.placements().filter(({ fixtureId }) => !gone.has(fixtureId)),
  ].sort(byStart);
  const moved = movedOf(plan, progress, placements);
  if (pass.left.length === 0) return { kind: 'fits', placements, moved };
  const left = idsOf(replanning.problem, pass.left);
  return { ...doesNotFit(remainder(plan, progress), placements, left, EFFORT), moved };
}
