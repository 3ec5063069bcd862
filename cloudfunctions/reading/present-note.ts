import type { CheckInRecord } from '../../domain/reading/check-in-record';
import type { CommentRecord } from '../../domain/reading/comment';
import type { CommentView, NoteCard } from '../../types/contract';
import type { MemberId } from '../../types/vocabulary';
import type { Projection } from '../kit/documents';

const SHOWN = {
  ...{ challengeId: true, memberId: true, author: true, enterpriseName: true, day: true, at: true, book: true },
  ...{ minutes: true, pages: true, note: true, photos: true, likes: true, comments: true, featured: true },
  ...{ feedKey: true },
};
export type ShownNote = Pick<CheckInRecord, '_id' | Extract<keyof typeof SHOWN, keyof CheckInRecord>> &
  Partial<Pick<CheckInRecord, 'likedBy'>>;

/** Of all who like it the caller alone, however many there are. */
export function noteShownTo(memberId: MemberId | undefined): Projection {
  return memberId === undefined ? SHOWN : { ...SHOWN, [`likedBy.${memberId}`]: true };
}

export function presentNote(record: ShownNote, me: MemberId | undefined): NoteCard {
  const { _id, challengeId, memberId, author = '', enterpriseName, day, at, book, featured, likedBy = {} } = record;
  const { minutes, pages, note, photos, likes, comments } = record;
  return {
    ...{ id: _id, challengeId, author, enterpriseName, day, at },
    ...(book && { book }),
    ...{ minutes, pages, text: note, photos, likes, comments },
    liked: me !== undefined && likedBy[me] === true,
    ...(featured && { featured }),
    ...(memberId === me && { mine: true as const }),
  };
}

export const COMMENT_SHOWN = {
  ...{ memberId: true, author: true, enterpriseName: true, text: true, at: true, moderation: true, removed: true },
};
export type ShownComment = Pick<CommentRecord, '_id' | Extract<keyof typeof COMMENT_SHOWN, keyof CommentRecord>>;

/** Its state is its author's business alone. */
export function presentComment(comment: ShownComment, me: MemberId | undefined): CommentView {
  const { _id, memberId, author, enterpriseName, text, at, moderation } = comment;
  return {
    ...{ id: _id, author, enterpriseName, text, at },
    ...(memberId === me && { mine: true as const, state: moderation.state }),
  };
}
