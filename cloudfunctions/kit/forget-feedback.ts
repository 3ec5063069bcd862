import type { MemberId } from '../../types/vocabulary';
import { removeAll } from './documents';

/** What somebody said of activities, sentences too. The counts name nobody and stay: they are of those who were there then. */
export async function forgetFeedback(memberId: MemberId): Promise<void> {
  await removeAll('feedback', { memberId });
}
