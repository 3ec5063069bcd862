import type { Brand, EntryId, FixtureId, Instant, LeagueId, MemberId, StageId } from '../vocabulary';
import type {
  EntryCard,
  EntryDetail,
  FixtureDetail,
  FixtureView,
  LeagueCard,
  LeagueDetail,
  LeagueState,
  NoLeague,
  TableView,
} from './league';
import type { LeagueDesk } from './league-desk';
import type { FixtureState, Outcome, ScoreIssue } from './league-score';
import type { Op, Page } from './op';

interface NoEntry {
  NOT_FOUND: { what: 'league' | 'league-entry' };
}

interface NoFixture {
  NOT_FOUND: { what: 'league' | 'fixture' };
}

interface Locked {
  ROSTER_LOCKED: { lockedAt: Instant };
}

interface CaptainsOnly {
  NOT_CAPTAIN: Record<never, never>;
}

interface Reasoned {
  /** An organizer does it for a captain, and says why. */
  REASON_NEEDED: Record<never, never>;
}

interface NotInRoster {
  NOT_IN_ROSTER: Record<never, never>;
}

/** What keeps somebody from taking part at all, or now. */
interface Entering extends Locked {
  NOT_MEMBER: Record<never, never>;
  NOT_OPEN_YET: { opensAt: Instant };
  CANCELLED: { reason: string };
  /** The caller is in this entry of the league already. */
  ALREADY_ENTERED: { entryId: EntryId; name: string; discipline: string };
}

interface Reporting extends NoFixture {
  /** The caller is no captain of either side. */
  NOT_CAPTAIN: Record<never, never>;
  /** Who meets whom is not known yet. */
  NOT_PAIRED: Record<never, never>;
  NOT_NOW: { state: FixtureState };
  /** Silence confirmed it then. */
  ALREADY_CONFIRMED: { dueAt: Instant };
}

interface BadScore {
  BAD_SCORE: { issue: ScoreIssue };
}

export interface NewEntry {
  leagueId: LeagueId;
  /** Of a pair or a team: 2 to 12 characters; a person enters under their own name. */
  name?: string;
  /** Where the league has regions. */
  region?: string;
}

/** One of the caller's leagues, with what comes next in it. */
export interface MyLeague {
  league: LeagueCard;
  entry: EntryCard;
  next?: FixtureView;
}

/** What somebody who opens an invite link sees before they join. */
export interface InviteView {
  league: LeagueCard;
  entry: EntryCard;
  captainName: string;
  /** Places that the roster has left. */
  left: number;
  lockAt: Instant;
  /** The caller's entry in this league, where they have one. */
  mine?: EntryId;
  now: Instant;
}

export interface LeagueContract extends LeagueDesk {
  /** What has not ended, by its end; `past` latest first. */
  leagues: Op<{ brand?: Brand; past?: boolean; cursor?: string }, Page<LeagueCard> & { now: Instant }>;
  /** Leagues that the caller plays in and that are not over, the next match first. */
  mine: Op<Record<never, never>, { items: MyLeague[]; now: Instant }>;
  league: Op<{ leagueId: LeagueId }, LeagueDetail, NoLeague>;
  /** By name; 20 at a time. */
  entries: Op<{ leagueId: LeagueId; cursor?: string }, Page<EntryCard>, NoLeague>;
  entry: Op<{ leagueId: LeagueId; entryId: EntryId }, EntryDetail, NoEntry>;
  /** The tables of a stage: up to eight groups, from the named one on, and the group after them. */
  tables: Op<
    { leagueId: LeagueId; stage: StageId; from?: string },
    { tables: TableView[]; next?: string; now: Instant },
    NoLeague
  >;
  /** A group's matches, or those of a knockout from `round` on: up to 127. */
  fixtures: Op<
    { leagueId: LeagueId; stage: StageId; group?: string; round?: number },
    { rounds: number; items: FixtureView[]; now: Instant },
    NoLeague
  >;
  /**
   * By time, 20 at a time: all, those on a court (by its id), or those of entries that the caller plays for or follows.
   * `results`: those that count alone, the latest first; `false`: those that do not count yet.
   */
  schedule: Op<
    { leagueId: LeagueId; court?: string; mine?: boolean; results?: boolean; cursor?: string },
    Page<FixtureView> & { now: Instant },
    NoLeague
  >;
  fixture: Op<{ leagueId: LeagueId; fixtureId: FixtureId }, FixtureDetail, NoFixture>;

  /** The caller is its captain. */
  enter: Op<
    NewEntry,
    EntryDetail,
    NoLeague &
      Entering & {
        /** As many as the league takes. */
        LEAGUE_FULL: { most: number; discipline: string };
        NAME_TAKEN: Record<never, never>;
        /** Content security calls it bad. */
        NAME_REFUSED: Record<never, never>;
        NAME_NEEDED: Record<never, never>;
        REGION_NEEDED: { regions: { id: string; name: string }[] };
      }
  >;
  invite: Op<{ invite: string }, InviteView, NoEntry>;
  joinEntry: Op<
    { invite: string },
    EntryDetail,
    NoEntry & Entering & { ROSTER_FULL: { most: number }; ENTRY_WITHDRAWN: Record<never, never> }
  >;
  /** The last one takes the entry along. */
  leaveEntry: Op<{ leagueId: LeagueId; entryId: EntryId }, { left: true }, NoEntry & Locked>;
  /** By the captain, or by an organizer with a reason, also once rosters are locked. */
  removePlayer: Op<
    { leagueId: LeagueId; entryId: EntryId; memberId: MemberId; reason?: string },
    EntryDetail,
    NoEntry & Locked & CaptainsOnly & NotInRoster & Reasoned
  >;
  handOver: Op<
    { leagueId: LeagueId; entryId: EntryId; memberId: MemberId },
    EntryDetail,
    NoEntry & CaptainsOnly & NotInRoster
  >;
  /** Who are substitutes; all others play. */
  arrange: Op<
    { leagueId: LeagueId; entryId: EntryId; substitutes: MemberId[] },
    EntryDetail,
    NoEntry & CaptainsOnly & NotInRoster & { LINEUP: { lineup: number } }
  >;
  /** By the captain before the deadline; by the captain or an organizer, who gives a reason, at any time. */
  renameEntry: Op<
    { leagueId: LeagueId; entryId: EntryId; name: string; reason?: string },
    EntryDetail,
    NoEntry &
      Locked &
      CaptainsOnly &
      Reasoned & {
        NAME_TAKEN: Record<never, never>;
        NAME_REFUSED: Record<never, never>;
        NOT_A_TEAM: Record<never, never>;
      }
  >;
  /** It gives up its part: matches from then on are lost without being played. An organizer gives a reason. */
  withdraw: Op<
    { leagueId: LeagueId; entryId: EntryId; reason?: string },
    EntryDetail,
    NoEntry & CaptainsOnly & Reasoned & { NOT_NOW: { state: LeagueState } }
  >;
  follow: Op<
    { leagueId: LeagueId; entryId: EntryId; follow: boolean },
    { follows: EntryId[] },
    NoEntry & { NOT_MEMBER: Record<never, never>; FOLLOWS_TOO_MANY: { most: number } }
  >;

  /** A captain says how it ended. The other one's same word confirms it, another word disputes it. */
  report: Op<{ leagueId: LeagueId; fixtureId: FixtureId; outcome: Outcome }, FixtureDetail, Reporting & BadScore>;
  confirm: Op<
    { leagueId: LeagueId; fixtureId: FixtureId },
    FixtureDetail,
    Reporting & { NOT_YOURS: Record<never, never> }
  >;
  dispute: Op<
    { leagueId: LeagueId; fixtureId: FixtureId; words: string; photos: string[]; claims?: Outcome },
    FixtureDetail,
    Reporting & BadScore & { NOT_YOURS: Record<never, never> }
  >;
  takeBack: Op<
    { leagueId: LeagueId; fixtureId: FixtureId },
    FixtureDetail,
    Reporting & { NOT_YOURS: Record<never, never> }
  >;
  /** A referee on their own courts, an organizer on all: what counts already is changed by `correct` alone. */
  enterResult: Op<
    { leagueId: LeagueId; fixtureId: FixtureId; outcome: Outcome },
    FixtureDetail,
    NoFixture &
      BadScore & { NOT_PAIRED: Record<never, never>; NOT_NOW: { state: FixtureState }; OTHER_COURT: { court?: string } }
  >;
}
