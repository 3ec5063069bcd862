import type { Ranks } from './passes';
import type { Problem, Task } from './problem';

/** For each match how much the busiest of those known to play it have to play and rest in all, milliseconds. */
function loads({ tasks }: Problem): number[] {
  const load = new Map<string, number>();
  for (const { match, length, rest } of tasks) {
    for (const person of match.people) load.set(person, (load.get(person) ?? 0) + length + rest);
  }
  return tasks.map(({ match }) => Math.max(0, ...match.people.map((person) => load.get(person) ?? 0)));
}

/** Ranks by the lists of numbers, compared one after the other; then by id, which the number stands for. */
export function ranked(keys: readonly (readonly number[])[]): number[] {
  const order = keys.map((_, number) => number);
  order.sort((a, b) => {
    const [mine, theirs] = [keys[a] ?? [], keys[b] ?? []];
    for (const [at, value] of mine.entries()) if (value !== theirs[at]) return value - (theirs[at] ?? 0);
    return a - b;
  });
  const ranks: number[] = keys.map(() => 0);
  order.forEach((number, rank) => {
    ranks[number] = rank;
  });
  return ranks;
}

/**
 * The orders that are tried. First the critical path: whatever most has to follow upon, by feeding; then rounds as they are
 * numbered; then whoever has most to play.
 */
export function firstRanks(problem: Problem): Ranks[] {
  const load = loads(problem);
  const { tasks } = problem;
  const by = (keys: (task: Task, load: number) => number[]): Ranks =>
    ranked(tasks.map((task, number) => keys(task, load[number] ?? 0)));
  return [
    by(({ tail, length, match }, most) => [-(tail + length), -most, match.round]),
    by(({ tail, match }, most) => [match.round, -tail, -most]),
    by(({ tail, length }, most) => [-(tail + most), -length]),
    by(({ tail, match, length }) => [-tail, match.round, -length]),
  ];
}
