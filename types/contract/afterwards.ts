import type { ActivityId, Instant } from '../vocabulary';
import type { Op } from './op';

export const COMING_AGAIN = ['yes', 'maybe', 'no'] as const;
export type ComingAgain = (typeof COMING_AGAIN)[number];

/** What somebody who was there says of an activity: three questions. */
export interface Feedback {
  /** How it was: 1 to 5. */
  stars: number;
  /** Whether they would come again. */
  again: ComingAgain;
  /** Up to 300 characters, may be empty; organizers alone read it, without a name. */
  words: string;
}

/** When one may answer, and change what one said. */
export interface FeedbackWindow {
  opensAt: Instant;
  closesAt: Instant;
}

export interface MyFeedback extends FeedbackWindow {
  title: string;
  mine?: Feedback;
  now: Instant;
}

/** What was answered, without anybody's name: `counts` and `words` from so many answers on that none leads to a person. */
export interface FeedbackResult {
  title: string;
  /** Different members who were there, and how many of them answered. */
  came: number;
  answers: number;
  /** So many answers it takes until more than their number is shown. */
  least: number;
  counts?: {
    /** From 1 star to 5. */
    stars: number[];
    again: Record<ComingAgain, number>;
    /** Of the stars, in tenths. */
    average: number;
  };
  /** In an order that says nothing of who or when; phones in them are masked. */
  words?: { items: string[]; next?: string };
  now: Instant;
}

/** What only those can do who were there. */
export interface OnlyThere {
  NOT_FOUND: { what: 'activity' };
  NOT_MEMBER: Record<never, never>;
  /** No record says that they took part. */
  NOT_THERE: Record<never, never>;
}

export interface AlbumPhoto {
  id: string;
  /** Where it can be fetched for a time; absent where it cannot. */
  url?: string;
  /** Somebody who is in it asked for it to go: shown to staff alone, until an organizer decides. */
  hidden?: true;
}

/** Photos for those who were there: latest first. */
export interface Album {
  title: string;
  photos: AlbumPhoto[];
  /** When their addresses end. */
  seenUntil: Instant;
  /** The caller may add photos, and where they go in the storage; absent for everybody else. */
  folder?: string;
  /** The caller decides on what was asked to go, and takes photos away. */
  decides: boolean;
  now: Instant;
}

export const PHOTO_DECISIONS = ['keep', 'remove'] as const;
export type PhotoDecision = (typeof PHOTO_DECISIONS)[number];

/** Which photo of which activity. */
export interface OfPhoto {
  activityId: ActivityId;
  photoId: string;
}

export interface NoPhoto {
  NOT_FOUND: { what: 'photo' };
}

export interface AfterwardsContract {
  /** For those who were there, and for staff. Three documents at most, but for whoever was there more than once. */
  album: Op<{ activityId: ActivityId }, Album, OnlyThere>;
  /** For organizers, and volunteers of the activity, from when its gates open: up to nine at once, fifty in all. */
  addPhotos: Op<
    { activityId: ActivityId; photos: string[] },
    { activityId: ActivityId; added: number },
    Pick<OnlyThere, 'NOT_FOUND'> & {
      NOT_BEGUN: { opensAt: Instant; now: Instant };
      ALBUM_FULL: { most: number; left: number };
    }
  >;
  /** Whoever is in a photo, or thinks so: from then on nobody but staff sees it, until an organizer decides. */
  hidePhoto: Op<OfPhoto, OfPhoto, NoPhoto & Omit<OnlyThere, 'NOT_FOUND'>>;
  /** For organizers: it is shown again, or gone for good, asked about or not. */
  decidePhoto: Op<OfPhoto & { decision: PhotoDecision }, OfPhoto & { decision: PhotoDecision }, NoPhoto>;
  feedback: Op<{ activityId: ActivityId }, MyFeedback, OnlyThere>;
  /** Again it replaces what was said. */
  answer: Op<
    Feedback & { activityId: ActivityId },
    Feedback & { activityId: ActivityId },
    OnlyThere & { NOT_FEEDBACK_TIME: FeedbackWindow & { now: Instant } }
  >;
  /** For organizers. Costs the same however many answered. */
  result: Op<{ activityId: ActivityId; cursor?: string }, FeedbackResult, Pick<OnlyThere, 'NOT_FOUND'>>;
}
