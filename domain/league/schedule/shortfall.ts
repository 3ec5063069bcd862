import type { FixtureId, Instant } from '../../../types/vocabulary';
import { byCourts, byPerson, heads, mostMatches, prospects } from './lower-bound';
import { type CourtId, MINUTE_MS } from './plan';
import type { Problem } from './problem';
import { sumOfLengths } from './spans';

/** Why a match has no place. All but `no-room` hold in every schedule that could be made. */
export type Why =
  /** No court is there for its discipline. */
  | { kind: 'no-court'; discipline: string }
  /** No opening of its courts, between its own earliest and latest, is as long as it takes. */
  | { kind: 'too-long'; minutes: number; longest: number }
  /** Somebody who may play it has something else whenever it could be played. */
  | { kind: 'committed' }
  /** What feeds it has no place itself. */
  | { kind: 'waits'; for: FixtureId[] }
  /** What feeds it cannot be over, and rested from, before `from` at the earliest; then no opening is long enough. */
  | { kind: 'too-late'; from: Instant }
  /** It would have a place, had others not been given theirs. */
  | { kind: 'no-room' };

export interface Left {
  fixtureId: FixtureId;
  why: Why;
}

/** What is missing whatever is tried. */
export type Shortfall =
  /** `missingMinutes` of time on those courts; 105 open minutes have no more than 100 for matches of 20. */
  | { kind: 'courts'; courts: CourtId[]; neededMinutes: number; openMinutes: number; missingMinutes: number }
  /** One person has more matches than their time and rest allow. */
  | { kind: 'person'; person: string; matches: number; atMost: number };

function courtShortfalls(problem: Problem): Shortfall[] {
  return byCourts(problem).flatMap(({ courts, numbers }): Shortfall[] => {
    const tasks = numbers.flatMap((number) => problem.tasks[number] ?? []);
    const places = courts.flatMap((court) => problem.courts[court] ?? []);
    const needed = tasks.reduce((sum, { length }) => sum + length, 0);
    const open = sumOfLengths(places.flatMap(({ openings }) => openings));
    const shortest = tasks.reduce((low, { length }) => Math.min(low, length), Number.POSITIVE_INFINITY);
    const unplaced = tasks.length - mostMatches(problem, tasks);
    const missing = Math.max(needed - open, unplaced > 0 ? unplaced * shortest : 0);
    if (missing <= 0 || places.length === 0) return [];
    return [
      {
        ...{ kind: 'courts', courts: places.map(({ id }) => id), neededMinutes: needed / MINUTE_MS },
        ...{ openMinutes: open / MINUTE_MS, missingMinutes: missing / MINUTE_MS },
      },
    ];
  });
}

function personShortfalls(problem: Problem): Shortfall[] {
  return [...byPerson(problem)].flatMap(([person, numbers]): Shortfall[] => {
    const tasks = numbers.flatMap((number) => problem.tasks[number] ?? []);
    const atMost = mostMatches(problem, tasks, 'by-one');
    return atMost < tasks.length ? [{ kind: 'person', person, matches: tasks.length, atMost }] : [];
  });
}

export function shortfallsOf(problem: Problem): Shortfall[] {
  return [...courtShortfalls(problem), ...personShortfalls(problem)];
}

/** Why each of those has no place, by number ascending. */
export function whyLeft(problem: Problem, left: readonly number[]): Left[] {
  const head = heads(problem);
  const missing = new Set(left);
  return left.flatMap((number) => {
    const task = problem.tasks[number];
    return task ? [{ fixtureId: task.match.id, why: whyOne(problem, number, head, missing) }] : [];
  });
}

function whyOne(problem: Problem, number: number, head: readonly Instant[], missing: ReadonlySet<number>): Why {
  const task = problem.tasks[number];
  if (!task) throw new Error(`no match has the number ${number}`);
  const { match, courts, length, feeders } = task;
  if (courts.length === 0) return { kind: 'no-court', discipline: match.discipline };
  const { longest, alone, beside } = prospects(problem, task);
  if (!alone) return { kind: 'too-long', minutes: length / MINUTE_MS, longest: longest / MINUTE_MS };
  if (!beside) return { kind: 'committed' };
  const waits = feeders.filter((feeder) => missing.has(feeder));
  if (waits.length > 0) return { kind: 'waits', for: waits.map((feeder) => problem.tasks[feeder]?.match.id ?? '') };
  if (head[number] !== Number.POSITIVE_INFINITY) return { kind: 'no-room' };
  const ends = feeders.map((feeder) => {
    const { length: long = 0, rest = 0 } = problem.tasks[feeder] ?? {};
    return (head[feeder] ?? 0) + long + rest;
  });
  return { kind: 'too-late', from: Math.max(...ends) };
}
