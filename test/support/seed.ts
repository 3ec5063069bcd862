import fc, { type IRawProperty } from 'fast-check';

/** Rotates from run to run; `SEED=n` repeats the run that printed n. */
export const seed = Number(process.env.SEED ?? Math.floor(Date.now() / 1000) % 1_000_000_000);

let said = false;

/** Says once a file with which seed it runs, so that a failure can be repeated. */
export function saySeed(): number {
  if (!said) process.stdout.write(`seed ${seed}\n`);
  said = true;
  return seed;
}

/** Holds a property against `runs` random cases of the printed seed; the failing case comes out shrunk. */
export function holds(property: IRawProperty<unknown, boolean>, runs = 200): void {
  fc.assert(property, { seed: saySeed(), numRuns: runs });
}

export function holdsAsync(property: IRawProperty<unknown, true>, runs = 200): Promise<void> {
  return Promise.resolve(fc.assert(property, { seed: saySeed(), numRuns: runs }));
}

export type Random = () => number;

/** A small generator of reproducible chance (mulberry32): numbers from 0 up to, and without, 1. */
export function chance(from: number): Random {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of the items, by chance. Throws where there is none. */
export function oneOf<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}

/** A whole number from 0 up to, and with, the most. */
export const upTo = (most: number, random: Random): number => Math.floor(random() * (most + 1));
