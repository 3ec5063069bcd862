import type { Instant } from '../../../types/vocabulary';
import type { Problem, Task } from './problem';
import { byStart, lengthOf, merged, onStep, type Span, within } from './spans';

const NEVER = Number.POSITIVE_INFINITY;

function openingsOf({ courts }: Problem, numbers: readonly number[]): Span[] {
  return numbers.flatMap((number) => courts[number]?.openings ?? []);
}

/** When it can begin at the earliest with nothing else on any court; `NEVER` where no opening is long enough. */
function alone(problem: Problem, { match, length, rest, busy, courts }: Task, from: Instant): Instant {
  let best = NEVER;
  const barred = busy
    .map((other) => ({ startsAt: other.startsAt - length - rest, endsAt: other.endsAt + other.rest }))
    .sort(byStart);
  for (const { startsAt, endsAt } of openingsOf(problem, courts)) {
    let at = onStep(Math.max(startsAt, from, match.notBefore ?? startsAt), problem.step);
    for (const span of barred) {
      if (span.startsAt < at && at < span.endsAt) at = onStep(span.endsAt, problem.step);
    }
    if (at + length <= Math.min(endsAt, match.notAfter ?? NEVER)) best = Math.min(best, at);
  }
  return best;
}

/** What a match has by itself: the longest opening it could have, and whether one is long enough, without and with what
 * its people have elsewhere. */
export function prospects(problem: Problem, task: Task): { longest: number; alone: boolean; beside: boolean } {
  const { notBefore, notAfter } = task.match;
  const openings = within(openingsOf(problem, task.courts), notBefore ?? 0, notAfter ?? NEVER);
  return {
    longest: openings.reduce((most, opening) => Math.max(most, lengthOf(opening)), 0),
    alone: alone(problem, { ...task, busy: [] }, 0) < NEVER,
    beside: alone(problem, task, 0) < NEVER,
  };
}

/** For each match when it can begin at the earliest, for the sake of all that it rests on; `NEVER` where it cannot. */
export function heads(problem: Problem): Instant[] {
  const known: (Instant | undefined)[] = problem.tasks.map(() => undefined);
  const headOf = (number: number): Instant => {
    const before = known[number];
    const task = problem.tasks[number];
    if (before !== undefined || !task) return before ?? NEVER;
    const from = task.feeders.map((feeder) => {
      const { length = 0, rest = 0 } = problem.tasks[feeder] ?? {};
      return headOf(feeder) + length + rest;
    });
    const head = alone(problem, task, Math.max(Number.NEGATIVE_INFINITY, ...from));
    known[number] = head;
    return head;
  };
  return problem.tasks.map((_, number) => headOf(number));
}

/** When up to `count` matches are over that each take `length` of one of the openings and begin `apart`, ascending. */
function ends(openings: readonly Span[], count: number, length: number, apart: number, step: number): Instant[] {
  const all = openings.flatMap(({ startsAt, endsAt }) => {
    const list: Instant[] = [];
    for (let at = onStep(startsAt, step); at + length <= endsAt && list.length < count; at += apart) {
      list.push(at + length);
    }
    return list;
  });
  return all.sort((a, b) => a - b).slice(0, count);
}

/** No more of the matches than this can be played on their courts; or by one person, who rests between. */
export function mostMatches(problem: Problem, tasks: readonly Task[], byOne?: 'by-one'): number {
  const courts = [...new Set(tasks.flatMap((task) => task.courts))];
  const openings = openingsOf(problem, courts);
  const length = least(tasks, (task) => task.length);
  const apart = onStep(length + (byOne ? least(tasks, (task) => task.rest) : 0), problem.step);
  return ends(byOne ? merged(openings) : openings, tasks.length, length, apart, problem.step).length;
}

/** When that much work is done, with all openings used from their first minute. */
function workDone(openings: readonly Span[], work: number): Instant {
  const turns = [...new Set(openings.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]))].sort((a, b) => a - b);
  let left = work;
  for (const [at, from] of turns.entries()) {
    const until = turns[at + 1] ?? from;
    const open = openings.filter(({ startsAt, endsAt }) => startsAt <= from && endsAt >= until).length;
    if (open > 0 && left <= open * (until - from)) return from + left / open;
    left -= open * (until - from);
  }
  return NEVER;
}

/** The least time at which all of them are over, wherever they are played. */
type Bound = (tasks: readonly Task[], openings: readonly Span[]) => Instant;

const least = (tasks: readonly Task[], of: (task: Task) => number): number =>
  tasks.reduce((low, task) => Math.min(low, of(task)), NEVER);

/** What the courts must do: so many matches, so many minutes. */
function onCourts(step: number): Bound {
  return (tasks, openings) => {
    const length = least(tasks, (task) => task.length);
    const byCount = ends(openings, tasks.length, length, onStep(length, step), step)[tasks.length - 1] ?? NEVER;
    const work = tasks.reduce((sum, task) => sum + task.length, 0);
    return Math.max(byCount, workDone(openings, work));
  };
}

/** What one person must do, who is at one place at a time and rests between. */
function byOnePerson(step: number): Bound {
  return (tasks, openings) => {
    const length = least(tasks, (task) => task.length);
    const apart = onStep(length + least(tasks, (task) => task.rest), step);
    return ends(merged(openings), tasks.length, length, apart, step)[tasks.length - 1] ?? NEVER;
  };
}

/** The bound over all that begin late and all that have much to follow: what is left of the evening counts from there. */
function tightest(problem: Problem, numbers: readonly number[], head: readonly Instant[], bound: Bound): Instant {
  let tight = 0;
  const all = numbers.flatMap((number) => {
    const task = problem.tasks[number];
    return task ? [{ task, from: head[number] ?? NEVER }] : [];
  });
  if (all.some(({ from }) => from === NEVER)) return NEVER;
  for (const from of new Set(all.map((each) => each.from))) {
    const late = all.filter((each) => each.from >= from).map(({ task }) => task);
    for (const tail of new Set(late.map((task) => task.tail))) {
      const some = late.filter((task) => task.tail >= tail);
      const courts = [...new Set(some.flatMap((task) => task.courts))];
      const openings = within(openingsOf(problem, courts), from, NEVER);
      tight = Math.max(tight, bound(some, openings) + tail);
    }
  }
  return tight;
}

/** The matches of each set of courts: those that can be played on no other. */
export function byCourts({ tasks, courts }: Problem): { courts: number[]; numbers: number[] }[] {
  const sets = new Map<string, number[]>([['all', courts.map((_, number) => number)]]);
  for (const task of tasks) {
    const set = [...task.courts].sort((a, b) => a - b);
    if (set.length < courts.length) sets.set(set.join(), set);
  }
  return [...sets.values()].map((set) => ({
    courts: set,
    numbers: tasks.flatMap((task, number) => (task.courts.every((court) => set.includes(court)) ? [number] : [])),
  }));
}

/** The matches of each person who is known to play more than one. */
export function byPerson({ tasks }: Problem): Map<string, number[]> {
  const playing = new Map<string, number[]>();
  for (const [number, { match }] of tasks.entries()) {
    for (const person of match.people) playing.set(person, [...(playing.get(person) ?? []), number]);
  }
  return new Map([...playing].filter(([, numbers]) => numbers.length > 1));
}

/**
 * No schedule whatever is over before this instant; infinite where none can fit. The latest of: each match after all that
 * feed it; the work of the courts, as minutes and as a number of matches, from whenever a match can begin and with the
 * longest chain that must follow; and the matches of each person, rest between.
 */
export function leastFinish(problem: Problem): Instant {
  const head = heads(problem);
  const chains = problem.tasks.map(({ length }, number) => (head[number] ?? NEVER) + length);
  const courts = byCourts(problem).map(({ numbers }) => tightest(problem, numbers, head, onCourts(problem.step)));
  const people = new Map([...byPerson(problem)].map(([, numbers]) => [numbers.join(), numbers]));
  const persons = [...people.values()].map((numbers) => tightest(problem, numbers, head, byOnePerson(problem.step)));
  return Math.max(0, ...chains, ...courts, ...persons);
}
