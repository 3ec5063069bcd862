import type { CheckInId, CommentId, Instant, MemberId } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';
import { timeKey } from '../time/shanghai';
import { type Moderated, moderated } from './moderated';
import { after, draft } from './moderation';

export const COMMENT_V = 1;
/** Comments of one note that others see: a page shows all of them. */
export const COMMENTS_MOST = 500;
/** Of one member in an hour. */
export const COMMENTS_AN_HOUR = 20;
export const COMMENT_CHARACTERS = 200;
/** Members who may like one note: the document has an end. */
export const LIKES_MOST = 10_000;
const HOUR_MS = 3_600_000;

/** What somebody said of a note. */
export interface CommentRecord extends Moderated {
  _id: CommentId;
  v: typeof COMMENT_V;
  rev: number;
  noteId: CheckInId;
  memberId: MemberId;
  /** As others see who said it, and where they worked then. */
  author: string;
  enterpriseName: string;
  text: string;
  at: Instant;
  /** Taken back by its author; what it said is gone. */
  removed?: true;
  requests: AcceptedRequest[];
}

export type Said = Pick<CommentRecord, '_id' | 'noteId' | 'memberId' | 'author' | 'enterpriseName' | 'text' | 'at'>;

/** As it is first stored: nobody has looked at it. */
export function newComment(said: Said, request: AcceptedRequest): CommentRecord {
  const { _id, at } = said;
  const record: CommentRecord = {
    ...{ ...said, v: COMMENT_V, rev: 1, madeKey: timeKey(at, _id) },
    ...{ moderation: draft(), reports: [], requests: [request] },
  };
  const offered = after(record.moderation, { kind: 'submitted', photos: false }, at);
  return offered ? moderated(record, offered, at) : record;
}

/** Whoever has said so much may say more when the oldest of it is an hour old; `undefined`: now. */
export function saysTooMuch(latest: readonly Pick<CommentRecord, 'at'>[], now: Instant): Instant | undefined {
  const within = latest.map(({ at }) => at).filter((at) => at > now - HOUR_MS);
  within.sort((a, b) => b - a);
  const oldest = within[COMMENTS_AN_HOUR - 1];
  return oldest === undefined ? undefined : oldest + HOUR_MS;
}

/** From when on what somebody said counts for that. */
export function hourBefore(now: Instant): Instant {
  return now - HOUR_MS;
}

/** Nothing of it is left to read, for whoever counts or looks; that it was there is known, so that it comes back never. */
export function takenBack<T extends Moderated>(comment: T & { text: string }, now: Instant): T {
  const kept = after(comment.moderation, { kind: 'kept-back' }, now) ?? comment.moderation;
  return { ...moderated(comment, kept, now, []), text: '', removed: true };
}
