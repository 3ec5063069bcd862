import { saySeed } from './seed';

/** Before or after the effect of a wire call, counted from 1. */
export interface Moment {
  at: number;
  when: 'before' | 'after';
}

/** Nothing is left to other seeds: `MOMENTS=all npx jest …`. */
export const everyMoment = process.env.MOMENTS === 'all';

/**
 * At most so many of the moments of a run that makes that many wire calls, evenly spread; those of the next seed are
 * others, so that a few runs have seen all of them.
 */
export function moments(calls: number, most: number): Moment[] {
  const every = everyMoment ? 1 : Math.ceil((2 * calls) / most);
  const all = Array.from({ length: 2 * calls }, (_, cell): Moment => {
    return { at: 1 + (cell >> 1), when: cell % 2 === 0 ? 'before' : 'after' };
  });
  return all.filter((_, cell) => (cell + saySeed()) % every === 0);
}
