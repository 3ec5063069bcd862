import type { BookId, ChallengeId, CheckInId, CommentId, Day, Instant, TeamId } from '../vocabulary';
import type { Op, Page } from './op';
import type { Book, NoteState } from './reading';

/** A note that passed, as others see it: nothing leads from it to a person beyond the name that they chose. */
export interface NoteCard {
  id: CheckInId;
  challengeId: ChallengeId;
  /** As its author chose to be seen, when it was written. */
  author: string;
  enterpriseName: string;
  day: Day;
  at: Instant;
  book?: Book;
  minutes: number;
  pages: number;
  text: string;
  /** File ids, up to three. */
  photos: string[];
  likes: number;
  liked: boolean;
  /** Those that others see. */
  comments: number;
  featured?: true;
  mine?: true;
}

export interface CommentView {
  id: CommentId;
  author: string;
  enterpriseName: string;
  text: string;
  at: Instant;
  mine?: true;
  /** Of the caller's own alone: others' are there only when they passed. */
  state?: NoteState;
}

/**
 * What an organizer looks at: a note, a comment or the name of a team that waits for a human, or that members reported.
 * One of `noteId` and `teamId` is there.
 */
export interface Queued {
  noteId?: CheckInId;
  /** Of a comment; absent: the note itself. */
  commentId?: CommentId;
  teamId?: TeamId;
  /** Of a team: its captain; empty where they are not seen. */
  author: string;
  enterpriseName: string;
  text: string;
  photos: string[];
  book?: Book;
  state: NoteState;
  /** Which wording this is: what is decided of it holds for it alone. */
  wording: number;
  /** What members said of it, latest last, without their names. */
  reports: string[];
  at: Instant;
}

interface NoNote {
  NOT_FOUND: { what: 'note' };
}

export interface FeedContract {
  /** Notes that passed, latest first: of one challenge or book, or those that organizers want seen, or all. */
  feed: Op<
    { challengeId?: ChallengeId; bookId?: BookId; featured?: true; cursor?: string },
    Page<NoteCard> & { now: Instant }
  >;
  /** With its comments, oldest first. */
  note: Op<{ noteId: CheckInId }, NoteCard & { said: CommentView[]; now: Instant }, NoNote>;
  /** Says whether the caller likes it from now on; twice is once. How many do is told with the note. */
  like: Op<
    { noteId: CheckInId; liked: boolean },
    { liked: boolean },
    NoNote & { NOT_MEMBER: Record<never, never>; LIKES_FULL: { most: number } }
  >;
  /** Needs a name that others see. Its author sees it at once, others when it passed. */
  comment: Op<
    { noteId: CheckInId; text: string },
    CommentView,
    NoNote & {
      NOT_MEMBER: Record<never, never>;
      NO_NAME: Record<never, never>;
      COMMENTS_FULL: { most: number };
      /** So many of the caller's own in an hour. */
      TOO_MANY: { most: number; until: Instant };
    }
  >;
  removeComment: Op<
    { noteId: CheckInId; commentId: CommentId },
    Record<never, never>,
    { NOT_FOUND: { what: 'comment' } }
  >;
  /** Puts it before an organizer. Three reports hide it until one has looked. */
  report: Op<
    { noteId: CheckInId; commentId?: CommentId; reason: string },
    { reported: true },
    { NOT_FOUND: { what: 'note' | 'comment' }; NOT_MEMBER: Record<never, never> }
  >;

  /** What organizers do: oldest first. */
  queue: Op<{ cursor?: string }, Page<Queued> & { now: Instant }>;
  /** Lets a note, a comment or the name of a team pass, or hides it with a reason that its author reads. */
  judge: Op<
    {
      noteId?: CheckInId;
      commentId?: CommentId;
      teamId?: TeamId;
      wording: number;
      verdict: 'pass' | 'reject';
      reason?: string;
    },
    { state: NoteState },
    {
      NOT_FOUND: { what: 'note' | 'comment' | 'team' };
      /** Its author has changed it meanwhile, or keeps it. */
      CHANGED: Record<never, never>;
    }
  >;
  feature: Op<{ noteId: CheckInId; featured: boolean }, { featured: boolean }, NoNote>;
}
