import type { Brand, EntryId, FixtureId, Instant, LeagueId, MemberId, StageId } from '../vocabulary';
import type {
  EntryCard,
  FixtureDetail,
  FixtureView,
  LeagueDetail,
  LeagueFormat,
  LeaguePlan,
  LeagueState,
  NoLeague,
  PlaceRange,
} from './league';
import type { Outcome, ScoreIssue } from './league-score';
import type { Issue, Op, Page } from './op';

/** What an organizer did, and why. */
export interface LeagueLogEntry {
  at: Instant;
  /** Empty for the first admin. */
  by: string;
  what: string;
  reason?: string;
}

export interface ManagedLeague {
  id: LeagueId;
  state: LeagueState;
  plan: LeaguePlan;
  /** Rises with every change; an edit names the one that it was made from. */
  rev: number;
  entries: { all: number; complete: number; withdrawn: number };
  matches: { all: number; scheduled: number; played: number; reported: number };
  /** Those that were drawn, in order. */
  stages: LeagueDetail['stages'];
  /** Matches whose captains disagree, the oldest first. */
  disputed: FixtureView[];
  /** Tables that are complete and share a place until lots are drawn. */
  lotsDue: { stage: StageId; group: string }[];
  /** The schedule that workers see was made for these pairings. */
  scheduled: boolean;
  draws: { seed: string; at: Instant; reason?: string }[];
  referees: { memberId: MemberId; name: string; courts: string[] }[];
  cancelReason?: string;
  /** The latest twenty. */
  log: LeagueLogEntry[];
  now: Instant;
}

export interface ManagedLeagueCard {
  id: LeagueId;
  title: string;
  brand: Brand;
  discipline: string;
  state: LeagueState;
  startsAt: Instant;
  endsAt: Instant;
  entries: number;
}

/** What a plan comes to, before there are entries. */
export interface LeaguePreview {
  stages: { name: string; matches: number }[];
  matches: number;
  /** How long all matches take together, and how long all courts are open: minutes. */
  neededMinutes: number;
  openMinutes: number;
  /** No schedule does with fewer courts; absent: not even all of them are enough. */
  leastCourts?: number;
  /** With so many courts a schedule was found, and when it is over; absent: with none. */
  courts?: number;
  finish?: Instant;
  /** How many minutes longer all courts would have to be open on their last day. */
  longer?: number;
  issues: Issue[];
}

/** One match that is elsewhere than before, in words: `A 组 张伟 - 李娜：从 19:00 改到 19:20`. */
export interface ScheduleProposal {
  /** Every match has a place. */
  fits: boolean;
  items: FixtureView[];
  finish?: Instant;
  /** When no schedule could be over earlier. */
  leastFinish?: Instant;
  /** Shortest rest between two matches of anybody on one day: minutes. */
  shortestRest?: number;
  /** What moved against the published schedule, in words. */
  moved: string[];
  /** What is missing, in words, and for which matches. */
  lacks: string[];
  now: Instant;
}

interface Changing extends NoLeague {
  /** The plan has changed since that `rev`. */
  STALE: { rev: number };
}

interface Wrong {
  NOT_NOW: { state: LeagueState };
}

interface Unfit {
  PLAN_UNFIT: { issues: Issue[] };
}

export interface LeagueDesk {
  /** Drafts too; what ends last at the top. */
  managedLeagues: Op<{ cursor?: string }, Page<ManagedLeagueCard>>;
  managedLeague: Op<{ leagueId: LeagueId }, ManagedLeague, NoLeague>;
  /** Looks at a plan with so many entries; changes nothing. */
  previewLeague: Op<{ plan: LeaguePlan; entries: number }, LeaguePreview>;
  createLeague: Op<{ plan: LeaguePlan }, ManagedLeague, Unfit>;
  /** Of a league that is open only what breaks no promise: discipline and regions stay, and `most` holds all entries. */
  editLeague: Op<{ leagueId: LeagueId; rev: number; plan: LeaguePlan }, ManagedLeague, Changing & Wrong & Unfit>;
  publishLeague: Op<{ leagueId: LeagueId }, ManagedLeague, NoLeague & Wrong & Unfit>;
  /** Everybody who entered is told. */
  cancelLeague: Op<{ leagueId: LeagueId; reason: string }, ManagedLeague, NoLeague & Wrong>;
  /** Somebody whom the captain cannot reach is entered by the organizer; also once rosters are locked. */
  addPlayer: Op<
    { leagueId: LeagueId; entryId: EntryId; memberId: MemberId; reason: string },
    EntryCard,
    {
      NOT_FOUND: { what: 'league' | 'league-entry' | 'member' };
      ROSTER_FULL: { most: number };
      ALREADY_ENTERED: { entryId: EntryId; name: string; discipline: string };
      ENTRY_WITHDRAWN: Record<never, never>;
    } & Wrong
  >;
  /**
   * Draws all complete entries that have not withdrawn, from a seed that the server makes then and publishes. Entries are
   * closed with it. Drawn anew, which needs a reason, only as long as nothing was played; every draw stays published.
   */
  draw: Op<
    { leagueId: LeagueId; seeds: EntryId[]; format?: LeagueFormat; reason?: string },
    ManagedLeague,
    NoLeague &
      Wrong & {
        REASON_NEEDED: Record<never, never>;
        /** The format does not fit so many. */
        FORMAT_UNFIT: { entries: number; issues: Issue[]; discipline: string };
        /** A seed that is no complete entry. */
        SEED_UNKNOWN: { entryId: EntryId };
        ALREADY_PLAYED: { fixtures: number };
      }
  >;
  /** The schedule as it would be: for a new one `after` is absent; else nothing before it moves, nor what was played. */
  previewSchedule: Op<{ leagueId: LeagueId; after?: Instant }, ScheduleProposal, NoLeague & Wrong>;
  /** The same, for all to see; everybody whose match moved is told. */
  publishSchedule: Op<
    { leagueId: LeagueId; after?: Instant; partly?: boolean },
    ManagedLeague,
    NoLeague & Wrong & { DOES_NOT_FIT: { lacks: string[] } }
  >;
  /** Who may enter results on which courts; they need the grant of a referee for this league too. None: on none. */
  setReferee: Op<
    { leagueId: LeagueId; memberId: MemberId; courts: string[] },
    ManagedLeague,
    { NOT_FOUND: { what: 'league' | 'member' | 'court' } }
  >;
  /** A result that counts is changed, or without an outcome taken back so that the match is played again. */
  correct: Op<
    { leagueId: LeagueId; fixtureId: FixtureId; outcome?: Outcome; reason: string },
    FixtureDetail & { moved: FixtureView[] },
    {
      NOT_FOUND: { what: 'league' | 'fixture' };
      NOT_PLAYED: Record<never, never>;
      BAD_SCORE: { issue: ScoreIssue };
      /** These were played by others than those who should have met: take them back first, in this order, or keep it. */
      NEXT_PLAYED: { blocked: FixtureView[]; void: FixtureId[] };
      NOT_NOW: { state: LeagueState };
    }
  >;
  /** Lots for a table that is complete and shares places, from a seed that the server makes then and publishes. */
  drawLots: Op<
    { leagueId: LeagueId; stage: StageId; group: string },
    ManagedLeague,
    { NOT_FOUND: { what: 'league' | 'group' }; NOT_DUE: Record<never, never> } & Wrong
  >;
  /** Placings stand; a sweep records who took part and posts the points of the published rules. */
  finish: Op<
    { leagueId: LeagueId },
    ManagedLeague & { placings: { entry: EntryCard; place: PlaceRange }[] },
    NoLeague & Wrong & { NOT_OVER: { left: number; lots: number } }
  >;
}
