import type { Instant } from '../../../types/vocabulary';
import type { Placement } from './plan';
import type { Problem, Task } from './problem';
import { byStart, onStep, type Span, without } from './spans';

/** A court by its number, or `NO_COURT` for what takes none of those that are there now. */
export interface Spot extends Span {
  court: number;
}

export const NO_COURT = -1;

/**
 * The courts with what has been placed on them. `longer` is what everybody rests beyond what they must, milliseconds: a
 * wish that holds between two matches of the same people, not between a match and what it feeds.
 */
export class Board {
  readonly #problem: Problem;
  readonly #longer: number;
  readonly #free: Span[][];
  readonly #placed: (Spot | undefined)[];

  constructor(problem: Problem, longer = 0) {
    this.#problem = problem;
    this.#longer = longer;
    this.#free = problem.courts.map(({ openings }) => [...openings]);
    this.#placed = problem.tasks.map(() => undefined);
  }

  at(number: number): Spot | undefined {
    return this.#placed[number];
  }

  /** Takes the court for it. What is placed here has been found by `earliest`, or has happened, whatever the plan says. */
  put(number: number, spot: Spot): void {
    this.#placed[number] = spot;
    this.close(spot);
  }

  /** Takes the court for something else. */
  close({ court, ...span }: Spot): void {
    const free = this.#free[court];
    if (free) this.#free[court] = without(free, span);
  }

  /** Between which instants it can be played for the sake of what it rests on, and of what rests on it. */
  #room({ match, since, until }: Task): Span {
    let startsAt = match.notBefore ?? Number.NEGATIVE_INFINITY;
    let endsAt = match.notAfter ?? Number.POSITIVE_INFINITY;
    for (const [earlier, lag] of since) {
      const before = this.#placed[earlier];
      if (before) startsAt = Math.max(startsAt, before.endsAt + lag);
    }
    for (const [later, lag] of until) {
      const after = this.#placed[later];
      // What takes no court is over or off: it binds nobody who is still to play.
      if (after && after.court !== NO_COURT) endsAt = Math.min(endsAt, after.startsAt - lag);
    }
    return { startsAt, endsAt };
  }

  /** When it cannot begin, since somebody plays or rests: without the ends, ascending. */
  #barred({ clashes, busy, length, rest }: Task): Span[] {
    const barred = busy.map((other) => ({
      startsAt: other.startsAt - length - rest,
      endsAt: other.endsAt + other.rest,
    }));
    for (const clash of clashes) {
      const other = this.#placed[clash];
      const theirs = this.#problem.tasks[clash]?.rest ?? 0;
      if (!other) continue;
      barred.push({
        startsAt: other.startsAt - length - rest - this.#longer,
        endsAt: other.endsAt + theirs + this.#longer,
      });
    }
    return barred.sort(byStart);
  }

  /**
   * Where and when it can be played first beside all that has been placed; `undefined` where it has no place, or while
   * what feeds it has none. Of several courts the first in the task's own order.
   */
  earliest(number: number): Spot | undefined {
    const task = this.#problem.tasks[number];
    if (!task || task.feeders.some((feeder) => this.#placed[feeder] === undefined)) return undefined;
    const room = this.#room(task);
    const barred = this.#barred(task);
    let best: Spot | undefined;
    for (const court of task.courts) {
      for (const gap of this.#free[court] ?? []) {
        if (best && gap.startsAt >= best.startsAt) break;
        if (gap.endsAt - task.length < room.startsAt) continue;
        const startsAt = this.#firstStart(Math.max(gap.startsAt, room.startsAt), barred);
        const endsAt = startsAt + task.length;
        if (endsAt > Math.min(gap.endsAt, room.endsAt)) continue;
        if (!best || startsAt < best.startsAt) best = { court, startsAt, endsAt };
        break;
      }
    }
    return best;
  }

  /** Whether it can be played just there, beside all that has been placed. What feeds it may find its place later. */
  fits(number: number, { court, startsAt, endsAt }: Spot): boolean {
    const task = this.#problem.tasks[number];
    if (!task?.courts.includes(court) || endsAt - startsAt !== task.length) return false;
    const room = this.#room(task);
    if (startsAt < room.startsAt || endsAt > room.endsAt) return false;
    if (this.#barred(task).some((span) => span.startsAt < startsAt && startsAt < span.endsAt)) return false;
    return (this.#free[court] ?? []).some((gap) => gap.startsAt <= startsAt && endsAt <= gap.endsAt);
  }

  #firstStart(from: Instant, barred: readonly Span[]): Instant {
    let startsAt = onStep(from, this.#problem.step);
    for (const span of barred) {
      if (span.startsAt >= startsAt) break;
      if (span.endsAt > startsAt) startsAt = onStep(span.endsAt, this.#problem.step);
    }
    return startsAt;
  }

  /** What has been placed, by time, then court. */
  placements(): Placement[] {
    const { tasks, courts } = this.#problem;
    const placed = this.#placed.flatMap((spot, number) => {
      const [task, court] = [tasks[number], courts[spot?.court ?? -1]];
      if (!spot || !task || !court) return [];
      return [{ fixtureId: task.match.id, court: court.id, startsAt: spot.startsAt, endsAt: spot.endsAt }];
    });
    return placed.sort(inTime);
  }
}

const inTime = (a: Placement, b: Placement): number =>
  a.startsAt - b.startsAt || (a.court < b.court ? -1 : a.court > b.court ? 1 : 0);
