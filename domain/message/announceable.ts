import type { Instant } from '../../types/vocabulary';
import type { ActivityRecord } from '../activity/activity';
import { DAY_MS } from '../time/shanghai';

/** Characters of words to all. */
export const WORDS_MOST = 300;

/** Thanks, and what was left behind, have their time after the end. */
const AFTERWARDS_MS = 30 * DAY_MS;

/** The last instant at which something can be sent to who signed up. */
export function announceableUntil({ endsAt }: Pick<ActivityRecord, 'endsAt'>): Instant {
  return endsAt + AFTERWARDS_MS;
}

/** Why nothing can be sent now: nobody has signed up to a draft, and what is long over is left in peace. */
export function unannounceable(
  { state, until }: Pick<ActivityRecord, 'state'> & { until: Instant },
  now: Instant,
): { state: 'draft' } | { state: 'over'; until: Instant } | undefined {
  if (state === 'draft') return { state };
  return now > until ? { state: 'over', until } : undefined;
}
