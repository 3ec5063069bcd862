import type { ComingAgain, Feedback, FeedbackResult, FeedbackWindow } from '../../types/contract';
import type { ActivityId, Instant, MemberId } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';
import { DAY_MS } from '../time/shanghai';

export const FEEDBACK_V = 1;

/** So long after the end one may answer, and change it: then people remember. */
export const FEEDBACK_DAYS = 14;

/** Characters of the sentence. */
export const WORDS_MOST = 300;

/** Of fewer answers nothing but their number is shown: who knows who was there could tell whose they are. */
export const ANSWERS_LEAST = 5;

/** What somebody said, until they leave the union. */
export interface FeedbackRecord extends Feedback {
  _id: string;
  v: typeof FEEDBACK_V;
  activityId: ActivityId;
  memberId: MemberId;
  /** Drawn anew whenever they say something: sentences are read by it. Absent where there is none. */
  lot?: string;
  requests: AcceptedRequest[];
}

/** How many said what. It names nobody, and stays when a person leaves. */
export interface FeedbackBook {
  _id: ActivityId;
  v: typeof FEEDBACK_V;
  /** From 1 star to 5. */
  stars: number[];
  again: Record<ComingAgain, number>;
}

export const feedbackId = (activityId: ActivityId, memberId: MemberId): string => `${activityId}.${memberId}`;

export const emptyBook = (activityId: ActivityId): FeedbackBook => ({
  _id: activityId,
  v: FEEDBACK_V,
  stars: [0, 0, 0, 0, 0],
  again: { yes: 0, maybe: 0, no: 0 },
});

/** From the end of the first session that they were in, until so many days after the end of the last. */
export function feedbackWindow(over: Instant, endsAt: Instant): FeedbackWindow {
  return { opensAt: over, closesAt: endsAt + FEEDBACK_DAYS * DAY_MS };
}

export const isOpen = ({ opensAt, closesAt }: FeedbackWindow, now: Instant): boolean =>
  now >= opensAt && now <= closesAt;

type Said = Pick<Feedback, 'stars' | 'again'>;

/** The book with an answer in it, in place of what the same person had said before. */
export function booked(book: FeedbackBook, before: Said | undefined, after: Said): FeedbackBook {
  const by = (value: number | ComingAgain, of: 'stars' | 'again') =>
    (value === after[of] ? 1 : 0) - (before && value === before[of] ? 1 : 0);
  const { yes, maybe, no } = book.again;
  return {
    ...book,
    stars: book.stars.map((count, at) => count + by(at + 1, 'stars')),
    again: { yes: yes + by('yes', 'again'), maybe: maybe + by('maybe', 'again'), no: no + by('no', 'again') },
  };
}

export const answersIn = ({ stars }: Pick<FeedbackBook, 'stars'>): number =>
  stars.reduce((sum, count) => sum + count, 0);

/** What organizers see of the counts; `undefined` while there are too few answers. */
export function countsShown(book: FeedbackBook): FeedbackResult['counts'] {
  const answers = answersIn(book);
  if (answers < ANSWERS_LEAST) return undefined;
  const { stars, again } = book;
  const sum = stars.reduce((all, count, at) => all + count * (at + 1), 0);
  return { stars, again, average: Math.round((sum * 10) / answers) };
}
