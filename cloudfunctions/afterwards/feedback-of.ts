import type { ActivityRecord } from '../../domain/activity/activity';
import { feedbackWindow } from '../../domain/afterwards/feedback';
import { overFor } from '../../domain/afterwards/took-part';
import type { FeedbackWindow, OnlyThere, Refused } from '../../types/contract';
import type { ActivityId, MemberId } from '../../types/vocabulary';
import type { Caller } from '../kit/caller';
import { byId } from '../kit/documents';
import { noActivity, notMember, notThere, takenPart } from './taken-part';

type Held = Pick<ActivityRecord, '_id' | 'title' | 'state' | 'endsAt' | 'sessions'>;

const HELD = { title: true, state: true, endsAt: true, sessions: true };

/** Who may say something of the activity, and when; or why not. Two calls. */
export async function feedbackOf(
  activityId: ActivityId,
  { memberId }: Caller,
): Promise<{ title: string; memberId: MemberId; window: FeedbackWindow } | { refused: Refused<OnlyThere> }> {
  if (memberId === undefined) return { refused: notMember };
  const [activity, parts] = await Promise.all([
    byId<Held>('activities', activityId, HELD),
    takenPart(activityId, memberId),
  ]);
  if (!activity || activity.state === 'draft') return { refused: noActivity };
  const over = overFor(parts, activity.sessions);
  if (over === undefined) return { refused: notThere };
  return { title: activity.title, memberId, window: feedbackWindow(over, activity.endsAt) };
}
