import type { BookId, CheckInId, Day, Instant } from '../vocabulary';

/**
 * What makes a day count: so many minutes or pages in all check-ins of the day together, or one note of so many
 * characters.
 */
export type DailyRule = { kind: 'minutes' | 'pages' | 'note'; least: number };

/** `team`: three to ten colleagues whose days add up; `enterprise`: the same for everybody of an enterprise. */
export const CHALLENGE_ENTRIES = ['personal', 'team', 'enterprise'] as const;
export type ChallengeEntry = (typeof CHALLENGE_ENTRIES)[number];

/** What an organizer decides of a challenge. */
export interface ChallengePlan {
  title: string;
  tagline: string;
  /** Plain paragraphs. */
  description: string[];
  startsOn: Day;
  /** The last day that counts. */
  endsOn: Day;
  rule: DailyRule;
  /** Only these books count; absent: any. */
  books?: BookId[];
  entry: ChallengeEntry;
  /** Counting days that a reader, or a team together, sets out to reach; absent: none. */
  goal?: number;
  /** What there is for it, in words; points follow from the published rules alone. */
  rewards: string[];
}

/** One check-in, as far as days and sums go. */
export interface CheckInMark {
  id: CheckInId;
  minutes: number;
  pages: number;
  /** Of the note. */
  characters: number;
  /** When it was made: the server's time of arrival, or the device's, corrected, for one made offline. */
  at: Instant;
  /** It arrived after its day was over. */
  late?: true;
  /** Of the last edit that it has: an earlier one that is late changes nothing. */
  edit?: number;
}

/** `days-…` is for so many counting days, in a row or not; `whole` for a streak over the whole challenge. */
export const BADGES = ['first-day', 'days-7', 'days-21', 'days-50', 'days-100', 'whole'] as const;
export type Badge = (typeof BADGES)[number];

/** Where a note stands on its way to the feed; others see it only when it has `passed`. */
export const NOTE_STATES = ['draft', 'pending', 'waiting-for-author', 'human', 'passed', 'rejected'] as const;
export type NoteState = (typeof NOTE_STATES)[number];

/** A day, a week from Monday, or all days of the challenge. */
export const BOARD_SPANS = ['day', 'week', 'whole'] as const;
export type BoardSpan = (typeof BOARD_SPANS)[number];

/** A book as somebody named it, or as it stands on the park's shelf. */
export interface Book {
  /** Absent for one that is named by its title alone. */
  id?: BookId;
  title: string;
  author?: string;
  /** File id. */
  cover?: string;
}

export interface NoChallenge {
  NOT_FOUND: { what: 'challenge' };
}
