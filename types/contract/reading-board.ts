import type { ChallengeId, Day, EnterpriseId, Instant, TeamId } from '../vocabulary';
import type { Op } from './op';
import type { BoardSpan, NoChallenge } from './reading';

/** A reader who chose to be seen, or a team: `id` is of the team; nothing leads from a row to a person. */
export interface BoardRow {
  rank: number;
  name: string;
  days: number;
  minutes: number;
  mine?: true;
  teamId?: TeamId;
}

/** Members from which on an enterprise is of the class; below ten there is no place for it. */
export const SIZE_CLASSES = [1_000, 200, 50, 10] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

export interface EnterpriseRow {
  rank: number;
  enterpriseId: EnterpriseId;
  name: string;
  days: number;
  minutes: number;
  /** Of the union, readers or not: what days and minutes are divided by. */
  members: number;
  mine?: true;
}

/** The span that is under way, or the one before; of the whole there is one. */
export type BoardWhen = 'now' | 'before';

export interface BoardContract {
  /** Twenty at a time, the highest first, from the `from`-th place on, counted from 0. Teams are ranked over the whole alone. */
  board: Op<
    { challengeId: ChallengeId; of: 'people' | 'teams'; span: BoardSpan; when: BoardWhen; from: number },
    {
      rows: BoardRow[];
      /** All who are ranked. */
      count: number;
      /** Of the caller, or of their team; absent where they are not seen, or have read nothing. */
      mine?: { rank: number; days: number; minutes: number };
      from: Day;
      to: Day;
      now: Instant;
    },
    NoChallenge
  >;
  /** Enterprises of one size class that have read at all. */
  enterpriseBoard: Op<
    { challengeId: ChallengeId; span: BoardSpan; when: BoardWhen; size: SizeClass },
    {
      rows: EnterpriseRow[];
      /** The class of the caller's own enterprise; absent where it has none. */
      ownSize?: SizeClass;
      /** When members were counted last. */
      countedAt: Instant;
      from: Day;
      to: Day;
      now: Instant;
    },
    NoChallenge
  >;
}
