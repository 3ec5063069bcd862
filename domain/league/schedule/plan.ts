import type { FixtureId, Instant } from '../../../types/vocabulary';
import type { Span } from './spans';

/** A table, a pitch, a rope, a set of computers: what one match needs and holds while it is played. */
export type CourtId = string;

export interface Court {
  id: CourtId;
  /** When it can be used. A match is played within one of them; two that touch are one. */
  openings: readonly Span[];
  /** The disciplines that can be played there; absent: every one. */
  disciplines?: readonly string[];
}

/** Where somebody comes in whom other matches decide, such as "first of group A" or "loser of the semi-final". */
export interface Seat {
  /** Unique in its competition for whoever takes it: two matches with a seat of the same name have the same entry. */
  name: string;
  /** All that must be over before it is known who sits there. */
  from: readonly FixtureId[];
}

/** One match that needs a court and a time. */
export interface Match {
  id: FixtureId;
  /** Within one competition a person plays for one entry, and whoever leaves a match goes on to one seat. */
  competition: string;
  discipline: string;
  /** How long the court is taken, change-over included: minutes. */
  minutes: number;
  /** What everybody who played has before their next match begins: minutes. */
  rest: number;
  /** Earlier rounds are played first where that costs nothing. */
  round: number;
  /** Who is known to play, substitutes among them; an entry without a roster yet stands for its people. */
  people: readonly string[];
  seats: readonly Seat[];
  notBefore?: Instant;
  /** By when it is over. */
  notAfter?: Instant;
}

/** What people have to do elsewhere: a fixed match of another competition. */
export interface Commitment extends Span {
  people: readonly string[];
  /** Minutes before they can play again. */
  rest: number;
  /** The court that it takes, where that is one of ours. */
  court?: CourtId;
}

export interface Plan {
  courts: readonly Court[];
  matches: readonly Match[];
  commitments: readonly Commitment[];
  /** Matches begin on whole steps of the clock: minutes, a divisor of 60; 5 gives 19:35 and never 19:37. */
  step: number;
}

export interface Placement extends Span {
  fixtureId: FixtureId;
  court: CourtId;
}

export const MINUTE_MS = 60_000;
