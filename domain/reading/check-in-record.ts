import type { Book } from '../../types/contract';
import type { ChallengeId, CheckInId, CommentId, Day, EnterpriseId, Instant, MemberId } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';
import type { Moderation } from './moderation';

export const CHECK_IN_V = 1;

/** A member's word that others should not see a note or comment. */
export interface Report {
  by: MemberId;
  reason: string;
  /** The wording that they saw. */
  text: number;
}

/**
 * What was read and written. Whether it counts stands in the reader's document alone: this one is written before, so that
 * nothing that counts lacks its words, and a sweep takes away what never came to count.
 */
export interface CheckInRecord {
  /** That of the request that made it. */
  _id: CheckInId;
  v: typeof CHECK_IN_V;
  /** Changes of words and of moderation go by it; likes and comments do not. */
  rev: number;
  challengeId: ChallengeId;
  memberId: MemberId;
  enterpriseId: EnterpriseId;
  day: Day;
  at: Instant;
  late?: true;
  /** When and id: one's own history is read by it. */
  madeKey: string;
  book?: Book;
  minutes: number;
  pages: number;
  note: string;
  /** What it said is gone, because its author leaves the union; how long it was stands in the reader's document. */
  erased?: true;
  photos: string[];
  shared: boolean;
  /** As others see the author; only of what is shared. */
  author?: string;
  enterpriseName: string;
  moderation: Moderation;
  /** This and what indexes find it by change by `moderated` alone, see `moderated.ts`. */
  checkAt?: Instant;
  feedKey?: string;
  queueKey?: string;
  featured?: true;
  reports: Report[];
  /** Who likes it: one field a member, so that a like is one conditional update. */
  likedBy: Record<MemberId, true>;
  likes: number;
  /** Comments that others see, by id, so that one is counted once. */
  said: Record<CommentId, true>;
  comments: number;
  /** While it is not known whether it came to count as it stands here: a sweep asks the reader's document then. */
  settleAt?: Instant;
  /** An organizer took it away: it counts no more, and its author reads why. */
  takenAway?: { by: MemberId | ''; at: Instant; reason: string };
  requests: AcceptedRequest[];
}

/** Without those who like it and what was said of it, which are as many as there are people. */
export type CheckInWords = Omit<CheckInRecord, 'likedBy' | 'said'>;
