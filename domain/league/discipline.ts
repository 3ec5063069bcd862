import type { GameRules } from '../../types/contract';
import type { Day } from '../../types/vocabulary';

export type { GameRules } from '../../types/contract';

/** What a score is made of. `bestOf` names the lengths that a stage may choose from; all are odd. */
export type MatchRules =
  /** Games with points, such as 11:7, 9:11 … */
  | { kind: 'games'; bestOf: readonly number[]; game: GameRules }
  /** Games that only somebody wins: maps, pulls. */
  | { kind: 'wins'; bestOf: readonly number[] }
  /** A team match made of individual matches in a fixed order; it ends with the one that decides it. */
  | {
      kind: 'tie';
      bestOf: readonly number[];
      order: readonly string[];
      individual: { bestOf: number; game: GameRules };
    };

/** Who may enter. A team has `lineup` players in a match and at most so many substitutes beside them. */
export type EntryRules = { kind: 'person' } | { kind: 'pair' } | { kind: 'team'; lineup: number; substitutes: number };

/** `matches` are those between entries; `individual` those within a team match. */
export type Measure = 'match-points' | 'matches' | 'individual' | 'games' | 'points';

/** One thing that a table is ordered by: how much was won, won by lost, or won less lost; of all matches of the group,
 * or only of those between the entries that are level. */
export interface Criterion {
  of: Measure;
  as: 'won' | 'ratio' | 'difference';
  over: 'group' | 'level';
}

export interface StandingRules {
  /** What a match brings; `unfinished` is a loss in a match that was not played to its end, or not at all. */
  matchPoints: { win: number; loss: number; unfinished: number };
  criteria: readonly Criterion[];
  /** Looked at first whenever exactly two are level. */
  between?: Criterion;
  /** Once some are separated, the rest of those who were level are looked at from the first criterion again, without
   * the others' matches; else from the next one. */
  restart: boolean;
  /**
   * What a match counts that was not played to its end. `credited`: what was played stands, and the winner gets what
   * they lacked, to love. `deleted`: whoever did not complete the group has all results deleted and comes last.
   */
  unfinished: 'credited' | 'deleted';
}

export interface DisciplineRef {
  id: string;
  version: number;
}

/**
 * One sport or game as plain data. A version is never changed once a league has begun with it: a federation that changes
 * its rules makes the next version, and a league keeps the one it began with.
 */
export interface Discipline extends DisciplineRef {
  name: string;
  /** The first day on which a league may begin with this version; absent: from the start. */
  from?: Day;
  /** Where the rules are written. */
  sources: readonly string[];
  entry: EntryRules;
  match: MatchRules;
  standing: StandingRules;
}

/** What a fixture is played by. */
export interface Length {
  match: MatchRules;
  bestOf: number;
}

/** What a fixture is played and counted by. */
export interface Format extends Length {
  standing: StandingRules;
}

/** Wins that decide a match of so many games. */
export function needed(bestOf: number): number {
  return (bestOf + 1) / 2;
}
