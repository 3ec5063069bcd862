/** 0 is the entry that a fixture names first, 1 the other. */
export type Side = 0 | 1;

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

/** When a game is won: at `target` points with a `lead`, or by the point that reaches `cap`, whatever the lead. */
export interface GameRules {
  target: number;
  lead: number;
  cap?: number;
}

/** Why no game of that discipline can end like that. */
export type GameFault =
  /** Points are whole numbers from 0 up. */
  | 'not-points'
  /** Both have the same. */
  | 'level'
  /** Nobody has the points that win a game: 9:7 where 11 are needed. */
  | 'short'
  /** The points are there, the lead is not: 11:10 where two are needed. */
  | 'no-lead'
  /** It went on after it was won: 13:10, which was over at 12:10. */
  | 'overrun'
  /** More points than any game has: 31:29 where the 30th decides. */
  | 'over-cap';

/** What is wrong with a score, and where: `game` and `match` count from 1. */
export type ScoreIssue =
  | { code: 'other-kind'; wanted: Score['kind'] }
  | { code: 'game'; fault: GameFault; score: Game; rules: GameRules; game: number; match?: number }
  /** Something was entered that came after the match was decided. */
  | { code: 'too-many'; needs: number; match?: number }
  /** Nobody has won what decides the match. */
  | { code: 'undecided'; needs: number; match?: number }
  /** Nobody wins more than decides the match, and both cannot have won it. */
  | { code: 'impossible-wins'; wins: readonly [number, number]; needs: number }
  /** Given up although it was over. */
  | { code: 'already-decided'; match?: number }
  /** In a knockout somebody has to go on. */
  | { code: 'nobody-advances' };

/** How far a fixture's result is. Only `confirmed` and `walkover` count in tables and pairings. */
export const FIXTURE_STATES = [
  'unplayed',
  /** One captain has said how it ended. */
  'reported',
  /** The other says it ended otherwise; a referee decides. */
  'disputed',
  'confirmed',
  /** Lost without being played, by one side or both. */
  'walkover',
] as const;
export type FixtureState = (typeof FIXTURE_STATES)[number];
