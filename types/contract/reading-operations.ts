import type { BookId, ChallengeId, CheckInId, Day, Instant, TeamId } from '../vocabulary';
import type { Issue, Op, Page } from './op';
import type { Badge, Book, ChallengeEntry, ChallengePlan, DailyRule, NoChallenge, NoteState } from './reading';
import type { BoardContract } from './reading-board';
import type { FeedContract } from './reading-feed';

export type ChallengeState = 'draft' | 'published' | 'closed';
/** `closed`: ended by an organizer before its last day. */
export type ChallengePhase = 'soon' | 'running' | 'over' | 'closed';

export interface ChallengeCard {
  id: ChallengeId;
  title: string;
  tagline: string;
  startsOn: Day;
  endsOn: Day;
  rule: DailyRule;
  entry: ChallengeEntry;
  goal?: number;
  phase: ChallengePhase;
}

/** All that follows from accepted check-ins and used cards, as of today. */
export interface StandingView {
  joinedOn: Day;
  current: number;
  longest: number;
  /** Days that count, and minutes, in the whole challenge. */
  days: number;
  minutes: number;
  badges: { badge: Badge; on: Day }[];
  cards: { held: number; owed: number; daysToNext: number };
  /** Days that a card could fill today, the latest first. */
  fillable: Day[];
  /** Days of this month that may still come late. */
  lateLeft: number;
  today: { day: Day; minutes: number; pages: number; characters: number; lacks: number; counts: boolean };
}

export interface CalendarDay {
  day: Day;
  minutes: number;
  /** 0 blank to 4 darkest. */
  level: number;
  state?: 'read' | 'filled';
}

/** How others see the caller on boards, notes and comments: by the full name, by the surname, or not at all. */
export type SeenAs = 'name' | 'surname' | 'nobody';

export interface TeamView {
  id: TeamId;
  name: string;
  /** Others see the name only when it passed; until then one that is made from the captain's surname. */
  nameState: NoteState;
  /** Why an organizer did not let it pass. */
  nameReason?: string;
  /** What colleagues join with; for members of the team alone. */
  invite?: string;
  captain: boolean;
  /** Longest in the team first, by the name that each is seen as in the team. */
  members: { name: string; days: number; minutes: number; mine?: true }[];
  days: number;
  minutes: number;
  /** From three members on it is ranked. */
  complete: boolean;
  goalOn?: Day;
}

export interface ChallengeDetail extends ChallengeCard {
  description: string[];
  rewards: string[];
  /** Those that count, where only some do. */
  books?: Book[];
  mine?: StandingView;
  /** All days of the challenge so far; absent before joining. */
  calendar?: CalendarDay[];
  team?: TeamView;
  /** Where the caller's own photos go in the cloud's storage, without a slash at its end; only members have one. */
  photoFolder?: string;
  seenAs: SeenAs;
  now: Instant;
}

/** One's own check-in. */
export interface CheckInView {
  id: CheckInId;
  challengeId: ChallengeId;
  day: Day;
  at: Instant;
  book?: Book;
  minutes: number;
  pages: number;
  note: string;
  photos: string[];
  shared: boolean;
  /** Of the note, where it is shared. */
  state: NoteState;
  /** Why an organizer hid it, or took it away. */
  reason?: string;
  /** An organizer took it away: it counts no more. */
  takenAway?: true;
  likes: number;
  comments: number;
  late?: true;
  /** Until the end of the day that it counts for. */
  editable: boolean;
}

/** A book of the shelf or of one's own history by its id, one by its ISBN, or one by its title alone. */
export type BookChoice = { id: BookId } | { isbn: string; title: string } | { title: string };

export interface CheckInAmounts {
  minutes: number;
  pages: number;
  /** Up to 500 characters; empty for none. */
  note: string;
  /** The note goes to the feed, once it has passed. */
  shared: boolean;
}

export interface NewCheckIn extends CheckInAmounts {
  challengeId: ChallengeId;
  book?: BookChoice;
  /** File ids of this caller's own uploads, each in their `photoFolder`; up to three. */
  photos: string[];
  /** By the device's clock, corrected; only of one that was made offline. */
  madeAt?: Instant;
}

export interface CheckedIn {
  checkIn: CheckInView;
  standing: StandingView;
  /** Badges that this brought. */
  badges: Badge[];
}

export interface BookDetail extends Book {
  /** Members who have checked in with it; those who are seen, by name, up to twelve. */
  readers: { count: number; names: string[] };
  /** The caller has. */
  mine: boolean;
  now: Instant;
}

export interface ManagedChallenge {
  id: ChallengeId;
  plan: ChallengePlan;
  state: ChallengeState;
  phase: ChallengePhase;
  readers: number;
}

interface NotMember {
  NOT_MEMBER: Record<never, never>;
}
interface NotJoined {
  NOT_JOINED: Record<never, never>;
}
interface NoCheckIn {
  NOT_FOUND: { what: 'check-in' };
}

export interface ReadingContract extends BoardContract, FeedContract {
  /** All that the tab opens with: challenges that are under way or to come, with the caller's standing, and their last books. */
  today: Op<
    Record<never, never>,
    {
      challenges: (ChallengeCard & { mine?: StandingView })[];
      books: Book[];
      seenAs: SeenAs;
      /** Minutes of the day at which the caller is reminded; absent: never. */
      remindAt?: number;
      now: Instant;
    }
  >;
  /** Also those that are over, latest first. */
  challenges: Op<{ cursor?: string }, Page<ChallengeCard> & { now: Instant }>;
  challenge: Op<{ challengeId: ChallengeId }, ChallengeDetail, NoChallenge>;
  /** At any time until its end: what counts, counts from that day on. */
  join: Op<{ challengeId: ChallengeId }, StandingView, NoChallenge & NotMember & { CHALLENGE_OVER: { endsOn: Day } }>;
  checkIn: Op<
    NewCheckIn,
    CheckedIn,
    NotMember &
      NotJoined & {
        NOT_FOUND: { what: 'challenge' | 'book' };
        NOT_A_DAY_OF_IT: { day: Day; startsOn: Day; endsOn: Day };
        BEFORE_JOINING: { day: Day; joinedOn: Day };
        NOT_ON_LIST: Record<never, never>;
        CAME_TOO_LATE: { day: Day; until: Instant };
        LATE_DAYS_USED: { day: Day; month: string; most: number };
        DAY_FULL: { day: Day; most: number };
        NOT_AN_ISBN: Record<never, never>;
        /** It was sent before, and removed since. */
        REMOVED: { day: Day };
        /** Who shares has to be seen as somebody. */
        NO_NAME: Record<never, never>;
      }
  >;
  editCheckIn: Op<
    { checkInId: CheckInId } & CheckInAmounts,
    CheckedIn,
    NoCheckIn & { DAY_OVER: { day: Day }; NO_NAME: Record<never, never> }
  >;
  removeCheckIn: Op<{ checkInId: CheckInId }, { standing: StandingView }, NoCheckIn & { DAY_OVER: { day: Day } }>;
  fillDay: Op<
    { challengeId: ChallengeId; day: Day },
    StandingView,
    NoChallenge &
      NotJoined & {
        NOT_FILLABLE: { day: Day; why: 'not-over' | 'too-old' | 'outside' | 'read' | 'already' };
        NO_CARD: { daysToNext: number };
      }
  >;
  /** Latest first; of one challenge, or of all. */
  myCheckIns: Op<{ challengeId?: ChallengeId; cursor?: string }, Page<CheckInView> & { now: Instant }>;
  /** On boards from now on, notes that are written from now on, and teams. `nobody` also takes shared notes out of the feed. */
  setSeenAs: Op<{ seenAs: SeenAs }, { seenAs: SeenAs }, NotMember>;
  /** Minutes of the day, Shanghai's; absent: no more. */
  setReminder: Op<{ remindAt?: number }, { remindAt?: number }, NotMember>;

  createTeam: Op<
    { challengeId: ChallengeId; name: string },
    TeamView,
    NoChallenge & NotJoined & { NOT_A_TEAM_CHALLENGE: Record<never, never>; IN_A_TEAM: { name: string } }
  >;
  joinTeam: Op<
    { invite: string },
    TeamView,
    NotMember & {
      NOT_FOUND: { what: 'team' };
      TEAM_FULL: { most: number };
      IN_A_TEAM: { name: string };
      CHALLENGE_OVER: { endsOn: Day };
    }
  >;
  leaveTeam: Op<{ teamId: TeamId }, Record<never, never>, { NOT_FOUND: { what: 'team' } }>;

  /** Of the shelf, and of the caller's own history, by the beginning of a word of the title or author, or by ISBN. */
  findBooks: Op<{ text: string }, { items: Book[] }>;
  book: Op<{ bookId: BookId }, BookDetail, { NOT_FOUND: { what: 'book' } }>;

  /** What organizers do. */
  managedChallenges: Op<{ state?: ChallengeState; cursor?: string }, Page<ManagedChallenge>>;
  managedChallenge: Op<{ challengeId: ChallengeId }, ManagedChallenge, NoChallenge>;
  createChallenge: Op<{ plan: ChallengePlan }, ManagedChallenge, { PLAN_UNFIT: { issues: Issue[] } }>;
  /** Once published the entry stays; after it has begun also the rule, the books and the first day, and the last day only moves to later. */
  editChallenge: Op<
    { challengeId: ChallengeId; plan: ChallengePlan },
    ManagedChallenge,
    NoChallenge & { PLAN_UNFIT: { issues: Issue[] }; ALREADY: { state: 'closed' } }
  >;
  publishChallenge: Op<
    { challengeId: ChallengeId },
    ManagedChallenge,
    NoChallenge & { ALREADY: { state: ChallengeState }; PLAN_UNFIT: { issues: Issue[] } }
  >;
  /** Its last day is today; what was read stays. */
  closeChallenge: Op<
    { challengeId: ChallengeId; reason: string },
    ManagedChallenge,
    NoChallenge & { ALREADY: { state: ChallengeState } }
  >;
  /** Takes somebody's check-in away, with a reason that they read; its points go back. */
  takeAway: Op<{ checkInId: CheckInId; reason: string }, { day: Day }, NoCheckIn>;
  shelf: Op<{ cursor?: string }, Page<Book & { id: BookId }>>;
  /** Puts a book on the shelf, or changes one. */
  saveBook: Op<
    { book: { id?: BookId; isbn?: string; title: string; author?: string; cover?: string } },
    Book & { id: BookId },
    { NOT_FOUND: { what: 'book' }; NOT_AN_ISBN: Record<never, never> }
  >;
}
