import { dayOf } from '../../domain/time/shanghai';
import type { NewCheckIn } from '../../types/contract';
import type { Day, Instant, RequestId } from '../../types/vocabulary';
import type { Outcome, RefusedBy } from './call';
import { isUnsure } from './command';

export type CheckInRefused = RefusedBy<'reading.checkIn'>;

/** What became of a check-in that had to wait; kept until its reader has seen it. */
export type Told = { kind: 'counted'; day: Day; unshared?: true } | { kind: 'refused'; refused: CheckInRefused };

/** A check-in of which nobody has said yet that it arrived. */
export interface Waiting {
  /** Of every try; it becomes the check-in's own. */
  id: RequestId;
  input: NewCheckIn & { madeAt: Instant };
  /** How the book is called: of one that is named by its id nothing else tells. */
  title?: string;
  /** Its note should have been shared, which needed a name. */
  unshared?: true;
  told?: Told;
}

/** The day that it counts for, if it arrives in time. */
export const dayOfWaiting = ({ input }: Waiting): Day => dayOf(input.madeAt);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isWaiting(value: unknown): value is Waiting {
  return (
    isRecord(value) && typeof value.id === 'string' && isRecord(value.input) && typeof value.input.madeAt === 'number'
  );
}

/** What a storage gave back, as far as it is what was put there. */
export function asWaitingList(kept: unknown): Waiting[] {
  return Array.isArray(kept) ? kept.filter(isWaiting) : [];
}

/**
 * How it goes out while its reader looks on: without the device's time, since the server's own is better. Every later try
 * says when it was made, also where the first one was cut off by a restart.
 */
export function atOnce({ input }: Waiting): NewCheckIn {
  const { madeAt: _known, ...rest } = input;
  return rest;
}

/**
 * As it is after an answer to a later try; unchanged where nobody knows what was done. An id that is known with other
 * input says that the first try had arrived. What may not be shared is kept for its reader alone, under another id.
 */
export function afterAnswer(waiting: Waiting, outcome: Outcome<'reading.checkIn'>, another: RequestId): Waiting {
  const { unshared } = waiting;
  const counted = (day: Day): Waiting => ({
    ...waiting,
    told: { kind: 'counted', day, ...(unshared && { unshared }) },
  });
  if (outcome.ok) return counted(outcome.value.checkIn.day);
  if (outcome.refusal === 'REQUEST_REUSED') return counted(dayOfWaiting(waiting));
  if (isUnsure(outcome.refusal)) return waiting;
  if (outcome.refusal === 'NO_NAME' && waiting.input.shared) {
    return { ...waiting, id: another, unshared: true, input: { ...waiting.input, shared: false } };
  }
  return { ...waiting, told: { kind: 'refused', refused: outcome } };
}

/** The same list with that one in the place of the one of that id; where it is gone, it stays gone. */
export function replaced(list: readonly Waiting[], id: RequestId, next: Waiting): Waiting[] {
  return list.map((each) => (each.id === id ? next : each));
}
