import type { ActivityId, EnterpriseId, Instant, SessionId, ZoneId } from '../vocabulary';
import type { Op } from './op';

/** Places and seats taken or come, with companions. */
export interface LiveCount {
  used: number;
  arrived: number;
}

export interface LiveSession extends LiveCount {
  id: SessionId;
  name: string;
  startsAt: Instant;
  endsAt: Instant;
  capacity: number;
  zones: (LiveCount & { id: ZoneId; name: string; capacity: number })[];
  /** Those that have places, or of whom somebody came: most first. One that is gone has an empty name. */
  enterprises: (LiveCount & { id: EnterpriseId; name: string })[];
  /** Minutes in which somebody came, ascending. */
  minutes: { at: Instant; arrived: number }[];
}

/** How an activity stands at this moment. */
export interface LiveActivity {
  state: 'draft' | 'published' | 'cancelled';
  /** People, without companions: those who wait for a decision. */
  applied: number;
  /** Who have a place, and those among them who came. */
  confirmed: number;
  waitlisted: number;
  /** For whom a place is held until they answer. */
  offered: number;
  /** Seats, with companions, of all sessions. */
  arrived: number;
  signUp: 'before' | 'open' | 'closed';
  opensAt: Instant;
  closesAt: Instant;
  sessions: LiveSession[];
  now: Instant;
}

export interface OrganizerLiveOperations {
  /** Costs the same however many have registered or come. */
  live: Op<{ activityId: ActivityId }, LiveActivity, { NOT_FOUND: { what: 'activity' } }>;
}
