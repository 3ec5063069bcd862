import { ABANDONED_MS } from '../../types/limits';
import type { Instant, MemberId } from '../../types/vocabulary';
import { _ } from './cloud';
import { changeAll } from './documents';

/**
 * Says, before a member changes their name, that boards have to look again how they are seen: a sweep does when the change
 * is made, or its call is certainly dead.
 */
export async function boardsLookAgain(memberId: MemberId, now: Instant): Promise<void> {
  await changeAll('readers', { memberId }, { retell: true, rev: _.inc(1), dueAt: _.min(now + ABANDONED_MS) });
}
