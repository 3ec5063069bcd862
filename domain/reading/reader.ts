import type { CheckInMark, EarningKind } from '../../types/contract';
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
  requests: AcceptedRequest[];
  /** When a sweep should write out what is pending. */
  dueAt?: Instant;
}

export function readerId(challengeId: ChallengeId, memberId: MemberId): string {
  return `${challengeId}.${memberId}`;
}

/** Who reads, as boards know them. */
export type ReaderSelf = Pick<ReaderRecord, 'memberId' | 'enterpriseId' | 'name'>;

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
    requests: [],
  };
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
