/** A model or an ordeal that runs with any number of rounds: a few in `npm test`, all of them in `npm run simulate`. */
export interface Simulation {
  /** What it tries, in a line. */
  says: string;
  /** Rounds that `npm run simulate` runs. */
  full: number;
  /** Runs so many rounds from that seed; throws at the first fault, else says what was done. */
  run(rounds: number, seed: number): Promise<string>;
}
