import type { Book, CheckInAmounts, CheckInMark } from '../../types/contract';
import { ABANDONED_MS } from '../../types/limits';
import type { Day, Instant } from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';
import { timeKey } from '../time/shanghai';
import { CHECK_IN_V, type CheckInRecord, type CheckInWords } from './check-in-record';
import { moderated } from './moderated';
import { after, draft, type ModerationEvent } from './moderation';
import type { ReaderRecord } from './reader';

/** Characters as a reader counts them. */
export function charactersOf(note: string): number {
  return [...note].length;
}

/** What a mark says of a check-in's words. */
export function amountsIn({ minutes, pages, note }: Pick<CheckInAmounts, 'minutes' | 'pages' | 'note'>) {
  return { minutes, pages, characters: charactersOf(note) };
}

/** Where it stands in time: as the reader's document has decided. */
export function placed<T extends CheckInWords>(record: T, day: Day, { at, late }: CheckInMark): T {
  const { late: _late, ...rest } = record;
  // Only what the shape lets be absent was taken away.
  return { ...rest, day, at, madeKey: timeKey(at, record._id), ...(late && { late }) } as T;
}

/** Whether there are words for others: minutes alone are none. */
const offers = ({ shared, note }: Pick<CheckInAmounts, 'shared' | 'note'>): boolean => shared && note !== '';

export interface Written extends CheckInAmounts {
  photos: string[];
  book: Book | undefined;
}

/**
 * A check-in's words, before it counts. No index finds them for a check: nobody looks at what may never come to count.
 */
export function newCheckIn(
  reader: ReaderRecord,
  { day, mark }: { day: Day; mark: CheckInMark },
  { book, minutes, pages, note, photos, shared }: Written,
  request: AcceptedRequest,
  now: Instant,
): CheckInRecord {
  const { challengeId, memberId, enterpriseId, enterpriseName, name } = reader;
  const submitted = { kind: 'submitted', photos: photos.length > 0 } as const;
  const record: CheckInRecord = {
    ...{ _id: mark.id, v: CHECK_IN_V, rev: 1, challengeId, memberId, enterpriseId, enterpriseName },
    ...{ day, at: mark.at, madeKey: '', minutes, pages, note, photos, shared },
    ...(book && { book }),
    ...(shared && name !== undefined && { author: name }),
    moderation: (offers({ shared, note }) && after(draft(), submitted, now)) || draft(),
    ...{ reports: [], likedBy: {}, likes: 0, said: {}, comments: 0 },
    settleAt: now + ABANDONED_MS,
    requests: [request],
  };
  return placed(record, day, mark);
}

/** What an edit means for the note's way to others: other words are looked at anew. */
function eventOf(before: CheckInWords, next: CheckInAmounts): ModerationEvent | undefined {
  const offered = before.moderation.state !== 'draft';
  if (!offers(next)) return offered ? { kind: 'kept-back' } : undefined;
  const same = offered && next.note === before.note;
  return same ? undefined : { kind: 'submitted', photos: before.photos.length > 0 };
}

/** Other words and amounts; the reader's document has still to hear of them, so a sweep asks until it has. */
export function reworded(
  before: CheckInWords,
  { minutes, pages, note, shared }: CheckInAmounts,
  { name }: Pick<ReaderRecord, 'name'>,
  now: Instant,
): CheckInWords {
  const event = eventOf(before, { minutes, pages, note, shared });
  const { erased: _erased, ...former } = before;
  const moderation = event && after(before.moderation, event, now);
  const next: CheckInWords = {
    ...former,
    ...{ rev: before.rev + 1, minutes, pages, note, shared, settleAt: now + ABANDONED_MS },
    ...(event?.kind === 'submitted' && name !== undefined && { author: name }),
  };
  return moderation ? moderated(next, moderation, now) : next;
}

/** Taken away by an organizer: nobody else sees it, and the reader's document has still to hear of it. */
export function takenAway(
  before: CheckInWords,
  why: NonNullable<CheckInWords['takenAway']>,
  requests: AcceptedRequest[],
): CheckInWords {
  const next: CheckInWords = {
    ...before,
    ...{ rev: before.rev + 1, shared: false, takenAway: why, requests, settleAt: why.at + ABANDONED_MS },
  };
  const moderation = after(before.moderation, { kind: 'kept-back' }, why.at);
  return moderation ? moderated(next, moderation, why.at) : next;
}
