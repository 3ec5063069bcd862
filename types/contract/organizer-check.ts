import type { ActivityId, Instant, SessionId } from '../vocabulary';
import type { Op } from './op';
import type { Plan } from './plan';

/** A published activity that is at the plan's venue while a session of the plan is. */
export interface VenueClash {
  sessionId: SessionId;
  activityId: ActivityId;
  title: string;
  startsAt: Instant;
  endsAt: Instant;
}

/** What a plan cannot say of itself, and its organizer should know before it is published. */
export interface PlanCheck {
  /** Up to twenty, earliest first. */
  clashes: VenueClash[];
  /** There may be more: of that many activities, or days, not all were looked at. */
  moreClashes: boolean;
  /** Volunteers whose grant lasts until the first session begins; absent while the activity does not exist. */
  volunteers?: number;
  now: Instant;
}

export interface OrganizerCheckOperations {
  /** `activityId`: of the activity that the plan is for, which is not in its own way. */
  checkPlan: Op<{ activityId?: ActivityId; plan: Plan }, PlanCheck>;
}
