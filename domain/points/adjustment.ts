import type { AdjustmentState } from '../../types/contract';
import type { Instant, MemberId } from '../../types/vocabulary';
import { type AcceptedRequest, remember } from '../request/remembered';
import { timeKey } from '../time/shanghai';
import type { EntryRecord } from './account';
import type { Posting } from './causes';

/** Points up to which one organizer decides alone. */
export const ALONE_UP_TO = 100;

/** Points that organizers give or take back: proposed, decided, then posted with this as the cause. */
export interface AdjustmentRecord {
  /** A digest of the caller and the request: proposed twice it is still one. */
  _id: string;
  v: 1;
  kind: 'grant' | 'reverse';
  memberId: MemberId;
  points: number;
  reason: string;
  /** `reverse`: what it takes back. */
  entryId?: string;
  /** Unique: the entry while this may take it back, its own id otherwise. So nobody takes the same back twice at once. */
  openKey: string;
  state: AdjustmentState;
  /** Empty where the first admin does it, who need be no member. */
  by: MemberId;
  at: Instant;
  /** Sorts by when it was proposed. */
  key: string;
  decidedBy?: MemberId;
  decidedAt?: Instant;
  /** Why it was rejected. */
  rejected?: string;
  /** The commands that proposed and decided it. */
  requests: AcceptedRequest[];
  /** Approved, and not certainly posted: a sweep posts it then. */
  dueAt?: Instant;
}

type Proposal = Pick<AdjustmentRecord, '_id' | 'kind' | 'memberId' | 'points' | 'reason' | 'by' | 'at' | 'entryId'>;

/**
 * Up to the limit it is approved as it is proposed. Above it, and whenever it is about the organizer's own points, it waits
 * for somebody else. `dueAt`: when a sweep posts what the call did not.
 */
export function proposed(proposal: Proposal, request: AcceptedRequest, dueAt: Instant): AdjustmentRecord {
  const { _id, points, by, memberId, at, entryId = _id } = proposal;
  const alone = points <= ALONE_UP_TO && by !== memberId;
  return {
    ...proposal,
    v: 1,
    key: timeKey(at, _id),
    openKey: entryId,
    requests: [request],
    ...(alone ? { state: 'approved', decidedBy: by, decidedAt: at, dueAt } : { state: 'proposed' }),
  };
}

export type AdjustmentDecision =
  | { kind: 'change'; next: AdjustmentRecord }
  | { kind: 'refuse'; refusal: 'ALREADY' | 'OWN' | 'REASON_NEEDED' };

/** Nobody approves what they asked for, or what is theirs; they may reject it. Rejecting takes a reason. */
export function decided(
  adjustment: AdjustmentRecord,
  command: { approve: boolean; by: MemberId; reason: string | undefined; request: AcceptedRequest; now: Instant },
  dueAt: Instant,
): AdjustmentDecision {
  const { approve, by, reason, request, now } = command;
  if (adjustment.state !== 'proposed') return { kind: 'refuse', refusal: 'ALREADY' };
  if (approve && (by === adjustment.by || by === adjustment.memberId)) return { kind: 'refuse', refusal: 'OWN' };
  if (!approve && reason === undefined) return { kind: 'refuse', refusal: 'REASON_NEEDED' };
  const next: AdjustmentRecord = {
    ...adjustment,
    decidedBy: by,
    decidedAt: now,
    requests: remember(adjustment.requests, request),
    ...(approve
      ? { state: 'approved', dueAt }
      : { state: 'rejected', rejected: reason ?? '', openKey: adjustment._id }),
  };
  return { kind: 'change', next };
}

/** What an approved adjustment posts. */
export function postingOf({ _id, kind, points, reason, entryId, at, decidedAt = at }: AdjustmentRecord): Posting {
  if (kind === 'grant' || entryId === undefined)
    return { do: 'grant', id: `adjustment.${_id}`, on: decidedAt, cause: { kind: 'grant', reason }, points };
  return { do: 'take-back', of: entryId, on: decidedAt, cause: { kind: 'reversal', reason } };
}

/** Why an entry cannot be taken back; `undefined` where it can. `isBack`: that has happened already. */
export function notReversible(
  entry: EntryRecord,
  isBack: boolean,
): 'spent' | 'expired' | 'nothing' | 'reversal' | undefined {
  if (entry.against === 'redeemed') return 'spent';
  if (entry.against === 'expired') return 'expired';
  if (entry.reverses !== undefined) return 'reversal';
  return entry.points === 0 || isBack ? 'nothing' : undefined;
}
