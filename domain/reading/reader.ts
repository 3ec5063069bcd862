import type { Badge, Book, CheckInMark, EarningKind } from '../../types/contract';
import type {
  ChallengeId,
  CheckInId,
  Day,
  EnterpriseId,
  Instant,
  MemberId,
  Month,
  TeamId,
} from '../../types/vocabulary';
import type { AcceptedRequest } from '../request/remembered';
import type { ChallengeTerms } from './challenge';

export const READER_V = 1;

/** A reader's points that came to be due, or are no longer; written out as an entry of the ledger, or its reversal. */
export type AwardPosting =
  | { do: 'earn'; id: string; kind: Extract<EarningKind, 'reading' | 'streak'>; day: Day; days?: number }
  | { do: 'take-back'; id: string };

/** With the badges that it brought, so that sent again it brings the same. */
export type ReaderRequest = AcceptedRequest & { badges?: Badge[] };

/** Books of one's own that are offered first. */
export const LAST_BOOKS = 8;

/**
 * One member in one challenge: what was accepted and which cards were used, and nothing that follows from it. Every
 * change is one conditional update by `rev`; a streak is this one document.
 */
export interface ReaderRecord {
  /** Challenge and member. */
  _id: string;
  v: typeof READER_V;
  rev: number;
  challengeId: ChallengeId;
  memberId: MemberId;
  /** As others see them on boards; absent: not at all. */
  name?: string;
  /** In whose sum they count. */
  enterpriseId: EnterpriseId;
  /** As it stands under their notes. */
  enterpriseName: string;
  teamId?: TeamId;
  /** What counts, counts from this day on. */
  joinedOn: Day;
  /** Accepted check-ins by the day that they count for, by `id` where made; a day without one is absent. */
  days: Record<Day, CheckInMark[]>;
  /** Cards that were used: the day that one fills, and the day on which that was. */
  fills: Record<Day, Day>;
  /** Days of a month for which a check-in was accepted late. They stay although it be removed. */
  late: Record<Month, Day[]>;
  /** Check-ins that were removed and could still be sent again by a slow network. */
  removed: { id: CheckInId; day: Day }[];
  /** Points that the ledger was told of, by what they are for; see `awards.ts`. The number makes the entry's id. */
  awards: Record<string, number>;
  /** Numbers given to awards so far. */
  awarded: number;
  /** What has still to be written out, in order. */
  pending: AwardPosting[];
  /** Books that were named last, latest first: offered first at the next check-in. */
  books: Book[];
  /** Days that changed, whose boards may not have heard of it. */
  untold: Day[];
  /** Name or enterprise may have changed: a sweep looks, and tells every board that can be asked for. */
  retell?: true;
  requests: ReaderRequest[];
  /** When a sweep should write out what is pending, and tell boards what they may not have heard. */
  dueAt?: Instant;
}

export function readerId(challengeId: ChallengeId, memberId: MemberId): string {
  return `${challengeId}.${memberId}`;
}

/** Who reads, as boards know them. */
export type ReaderSelf = Pick<ReaderRecord, 'memberId' | 'enterpriseId' | 'enterpriseName' | 'name'>;

/** Somebody who joins, at any time: days before are not asked of them, and cannot be filled. */
export function openReader({ id, startsOn }: ChallengeTerms, self: ReaderSelf, today: Day): ReaderRecord {
  return {
    _id: readerId(id, self.memberId),
    v: READER_V,
    rev: 0,
    challengeId: id,
    ...self,
    joinedOn: today < startsOn ? startsOn : today,
    days: {},
    fills: {},
    late: {},
    removed: [],
    awards: {},
    awarded: 0,
    pending: [],
    books: [],
    untold: [],
    requests: [],
  };
}

function sameBook(a: Book, b: Book): boolean {
  return a.id === undefined || b.id === undefined ? a.title === b.title && a.id === b.id : a.id === b.id;
}

/** With that book as the latest one. */
export function withBook(reader: ReaderRecord, book: Book): ReaderRecord {
  const others = reader.books.filter((each) => !sameBook(each, book));
  return { ...reader, books: [book, ...others].slice(0, LAST_BOOKS) };
}

/** The check-in and the day that it counts for; `undefined` where none of that id stands. */
export function markOf(
  { days }: Pick<ReaderRecord, 'days'>,
  id: CheckInId,
): { day: Day; mark: CheckInMark } | undefined {
  for (const [day, marks] of Object.entries(days)) {
    const mark = marks.find((each) => each.id === id);
    if (mark) return { day, mark };
  }
  return undefined;
}
