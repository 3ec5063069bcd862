import type { Instant, MemberId } from '../../types/vocabulary';
import { type Moderated, moderated, reportsOf } from './moderated';
import { after } from './moderation';

/** Members whose reports hide something until somebody has looked. */
export const REPORTS_HIDE = 3;
/** Kept of one wording: an organizer reads no more, and the document has an end. */
export const REPORTS_KEPT = 20;

/**
 * A member says that others should not see it. The first brings it before an organizer, the third of another member each
 * hides it; after an organizer has let it pass they do neither. `undefined` where it changes nothing: the same member
 * says it again, or enough have.
 */
export function reported<T extends Moderated>(
  words: T,
  { by, reason }: { by: MemberId; reason: string },
  now: Instant,
): T | undefined {
  const { moderation } = words;
  const { text } = moderation;
  const former = reportsOf(words);
  if (former.length >= REPORTS_KEPT || former.some((each) => each.by === by)) return undefined;
  const reports = [...former, { by, reason, text }];
  const hidden = reports.length >= REPORTS_HIDE ? after(moderation, { kind: 'reported', text }, now) : undefined;
  return moderated(words, hidden ?? moderation, now, reports);
}
