import { useRef } from 'react';
import type { LiveActivity } from '../../../types/contract/organizer-live';
import type { Instant } from '../../../types/vocabulary';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** While numbers move, while they do not, and once it is all over. */
const PACE_MS = { moving: 5 * SECOND_MS, still: 15 * SECOND_MS, over: MINUTE_MS } as const;
export type Pace = keyof typeof PACE_MS;

/** Answers in a row that say the same before it is asked less often: half a minute. */
const SAME = 6;

/** How often to ask, by how many answers in a row have said the same, and whether anything can still happen. */
export function paceOf({ sessions, signUp }: LiveActivity, same: number, now: Instant): Pace {
  const end = Math.max(0, ...sessions.map(({ endsAt }) => endsAt));
  if (signUp === 'closed' && now > end + 60 * MINUTE_MS) return 'over';
  return same >= SAME ? 'still' : 'moving';
}

export const paceMs = (pace: Pace): number => PACE_MS[pace];

/** Older than two answers that did not come: the numbers are not those of now. */
export const isOld = ({ now: of }: LiveActivity, pace: Pace, now: Instant): boolean =>
  now - of > 2 * PACE_MS[pace] + 10 * SECOND_MS;

/** How many answers in a row have said the same. */
export function useSame(value: LiveActivity | undefined): number {
  const before = useRef<{ at: Instant; said: string; same: number }>();
  if (value && before.current?.at !== value.now) {
    const { now: at, ...rest } = value;
    const said = JSON.stringify(rest);
    const same = before.current?.said === said ? before.current.same + 1 : 0;
    before.current = { at, said, same };
  }
  return before.current?.same ?? 0;
}
