import type { Brand, EntryId, FixtureId, Instant, LeagueId, StageId } from '../vocabulary';
import type { Venue } from './activity';
import type { FixtureState, Outcome, Side } from './league-score';

/** A table, a pitch, a set of computers, and when it can be used. */
export interface CourtPlan {
  /** `c` and up to six of 0-9 a-z. */
  id: string;
  name: string;
  openings: { startsAt: Instant; endsAt: Instant }[];
}

/** How a stage is played. `minutes`: how long a match takes its court, change-over included. */
interface Played {
  bestOf: number;
  minutes: number;
}

/** `groups`: each meets each, `rounds` times. `placeThree`: who loses the semi-finals plays for place 3. */
export type FirstStage = Played &
  ({ kind: 'groups'; groups: number; rounds: 1 | 2 } | { kind: 'knockout'; placeThree: boolean });

/** Which stages a league has; who plays in them is for the draw. */
export interface LeagueFormat {
  /** One preliminary for each region, all alike; entries choose theirs. Absent: one for all. */
  regions?: { id: string; name: string }[];
  first: FirstStage;
  /** A knockout of the best `take` of each group, or of each region's knockout. Absent: the first stage is all. */
  final?: Played & { take: number; placeThree: boolean };
}

/** What an organizer decides of a league; everything else follows from it. */
export interface LeaguePlan {
  title: string;
  tagline: string;
  brand: Brand;
  /** Plain paragraphs. */
  description: string[];
  /** By its id; the version is the one that holds when the league is published. */
  discipline: string;
  venue: Venue;
  /** Entries can be made from then on. */
  opensAt: Instant;
  /** From this instant on rosters stand; only an organizer changes them. */
  lockAt: Instant;
  /** Entries at most. */
  most: number;
  format: LeagueFormat;
  courts: CourtPlan[];
  /** What everybody who played has before their next match: minutes. */
  rest: number;
  /** How long the other captain has to answer a report; silence confirms it then: minutes. */
  answer: number;
}

/** `drawn`: who meets whom is known, and may be played. */
export const LEAGUE_STATES = ['draft', 'open', 'drawn', 'finished', 'cancelled'] as const;
export type LeagueState = (typeof LEAGUE_STATES)[number];

/** Where a league stands for a worker, by its state and the clock. `locked`: entries are closed, and nothing is drawn. */
export type LeaguePhase = 'soon' | 'open' | 'locked' | 'playing' | 'finished' | 'cancelled';

export interface LeagueCard {
  id: LeagueId;
  title: string;
  tagline: string;
  brand: Brand;
  /** By its id; its words are on the phone. */
  discipline: string;
  phase: LeaguePhase;
  opensAt: Instant;
  lockAt: Instant;
  /** When the first court opens, and the last one closes. */
  startsAt: Instant;
  endsAt: Instant;
  venueName: string;
  entries: number;
  most: number;
  /** Once it is finished. */
  champion?: string;
}

/** Who comes to a side of a match. */
export type Comer =
  | { kind: 'entry'; id: EntryId; name: string; enterpriseName?: string; mine?: true; followed?: true }
  /** Nobody: the other side goes on without playing. */
  | { kind: 'nobody' }
  /** Not known yet: `A 组第 1`. Words, since only who has the whole league can find them. */
  | { kind: 'from'; words: string };

/** One match, as lists and the bracket show it. */
export interface FixtureView {
  id: FixtureId;
  stage: StageId;
  group?: string;
  /** From 1 within its stage. */
  round: number;
  forPlaceThree?: true;
  sides: [Comer, Comer];
  /** Games, or individual matches, that each side has won; absent without a result, and for a walkover. */
  wins?: [number, number];
  winner?: Side;
  state: FixtureState;
  /** Its name; until it is scheduled there is none. */
  court?: string;
  startsAt?: Instant;
  endsAt?: Instant;
}

/** Places are counted from 1; shared, or not decided yet, where they differ. */
export interface PlaceRange {
  from: number;
  to: number;
}

export interface TableRow {
  entry: Extract<Comer, { kind: 'entry' }>;
  place: PlaceRange;
  played: number;
  won: number;
  /** What the discipline counts first: its match points, or matches won. */
  points: number;
  games: [number, number];
  /** Why it stands there: `胜场相同，相互对战胜`; empty where nothing was level. */
  why: string;
  /** It did not complete the group: its results do not count. */
  deleted?: true;
  /** This place goes on to the next stage. */
  goesOn?: true;
}

export interface TableView {
  stage: StageId;
  group: string;
  /** Of the region, where the league has some. */
  region?: string;
  rows: TableRow[];
  complete: boolean;
  /** Complete, and some share a place until lots are drawn. */
  lotsDue: boolean;
  /** The published seed that the lots were drawn from. */
  lots?: string;
}

/** One who plays, as their own team, the organizers and the referees see them. */
export interface Player {
  memberId: string;
  name: string;
  enterpriseName: string;
  captain?: true;
  substitute?: true;
  mine?: true;
}

/** An entry as everybody sees it: who plays in a team is for the team alone. */
export interface EntryCard {
  id: EntryId;
  name: string;
  enterpriseName?: string;
  region?: string;
  players: number;
  /** Players that are missing before it can be drawn. */
  missing: number;
  withdrawn?: true;
  mine?: true;
  followed?: true;
  /** What it ended with, once the league is finished. */
  place?: PlaceRange;
}

export interface EntryDetail extends EntryCard {
  leagueId: LeagueId;
  /** For its own players, organizers and referees of the league. */
  roster?: Player[];
  limits: { least: number; most: number; lineup: number };
  /** What colleagues join with; for its own players until rosters are locked. */
  invite?: string;
  /** The caller speaks for it. */
  captain: boolean;
  lockAt: Instant;
  fixtures: FixtureView[];
  now: Instant;
}

/** The published draw: with the seed and the list of entries anybody can repeat it. */
export interface DrawView {
  seed: string;
  at: Instant;
  /** Why it was drawn anew. */
  reason?: string;
}

export interface LeagueDetail extends LeagueCard {
  description: string[];
  venue: Venue;
  format: LeagueFormat;
  /** The version that the league is played by, from its publication on. */
  version?: number;
  courts: { id: string; name: string }[];
  stages: {
    id: StageId;
    kind: 'groups' | 'knockout';
    name: string;
    groups: string[];
    matches: number;
    played: number;
  }[];
  /** All draws, the latest last: it is the one that counts. */
  draws: DrawView[];
  cancelReason?: string;
  /** The caller's entry, and those they follow. */
  mine?: EntryCard;
  captain?: true;
  follows: EntryId[];
  /** The caller's matches that are still to be played, and those that wait for their word, by time. */
  next: FixtureView[];
  /** Once it is finished: the first eight places. */
  placings: { entry: EntryCard; place: PlaceRange }[];
  /** Courts on which the caller is a referee. */
  referees: string[];
  now: Instant;
}

export interface DisputeView {
  by: Side;
  at: Instant;
  words: string;
  /** File ids. */
  photos: string[];
  claims?: Outcome;
}

/** What the caller may do with a match now. */
export const FIXTURE_ACTS = ['report', 'confirm', 'dispute', 'take-back', 'enter', 'correct'] as const;
export type FixtureAct = (typeof FIXTURE_ACTS)[number];

export interface FixtureDetail extends FixtureView {
  leagueId: LeagueId;
  leagueTitle: string;
  discipline: { id: string; version: number };
  bestOf: number;
  knockout: boolean;
  /** What was reported, entered or confirmed. */
  outcome?: Outcome;
  reportedBy?: Side;
  /** The caller plays for this side. */
  mySide?: Side;
  /** Silence confirms it then. */
  dueAt?: Instant;
  /** For both teams, the referees and organizers. */
  dispute?: DisputeView;
  acts: FixtureAct[];
  venueName: string;
  now: Instant;
}

export interface NoLeague {
  NOT_FOUND: { what: 'league' };
}
