import { chance, oneOf, type Random } from './seed';

/** A model or an ordeal that runs with any number of rounds: a few in `npm test`, all of them in `npm run simulate`. */
export interface Simulation {
  /** What it tries, in a line. */
  says: string;
  /** Rounds that `npm run simulate` runs. */
  full: number;
  /** Runs so many rounds from that seed; throws at the first fault, else says what was done. */
  run(rounds: number, seed: number): Promise<string>;
}

/**
 * Runs so many rounds, each by chance of its own, and adds up how many commands they gave. Where one of them fails the
 * fault says its seed, which repeats it as the first round.
 */
export function countCommands(rounds: number, seed: number, round: (random: Random) => number): number {
  let commands = 0;
  for (let at = 0; at < rounds; at++) {
    try {
      commands += round(chance(seed + at));
    } catch (error) {
      throw new Error(`SEED=${seed + at} (round ${at} of ${seed})`, { cause: error });
    }
  }
  return commands;
}

/** Commands, each as often as it comes up among the others. */
export type Frequencies<T> = readonly (readonly [times: number, act: (told: T) => void])[];

/** Gives `count` of these commands by chance to something that is told twice, and compares after every one. */
export function giveByChance<T extends { compare(): void }>(
  told: T,
  frequencies: Frequencies<T>,
  count: number,
  random: Random,
): void {
  const turns = frequencies.flatMap(([times, act]) => Array.from({ length: times }, () => act));
  for (let at = 0; at < count; at++) {
    oneOf(turns, random)(told);
    told.compare();
  }
}
