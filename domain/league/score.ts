/** 0 is the entry that a fixture names first, 1 the other. */
export type Side = 0 | 1;

export const otherSide = (side: Side): Side => (side === 0 ? 1 : 0);

/** Points of one game, side 0 first. */
export type Game = readonly [number, number];

/** One of the individual matches of a team match. */
export interface IndividualMatch {
  games: readonly Game[];
  /** Who lost it without playing it to its end: nobody came, or they could not go on. */
  lost?: { side: Side; by: 'walkover' | 'retired' };
}

export type Score =
  | { kind: 'games'; games: readonly Game[] }
  | { kind: 'wins'; wins: readonly [number, number] }
  | { kind: 'tie'; matches: readonly IndividualMatch[] };

/** How a match ended. `side` is who lost it. */
export type Outcome =
  | { kind: 'played'; score: Score }
  /** They could not go on; what was played until then stands. */
  | { kind: 'retired'; side: Side; score: Score }
  /** Before or during the match; what was played until then stands. */
  | { kind: 'disqualified'; side: Side; score?: Score }
  /** They did not come, or gave up beforehand. */
  | { kind: 'walkover'; side: Side }
  /** Neither came: both have lost. In a knockout somebody has to go on, so there it is refused. */
  | { kind: 'both-absent' };
