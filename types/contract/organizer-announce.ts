import type { ActivityId, Instant, SessionId } from '../vocabulary';
import type { Op, Page } from './op';

/** Whom words to all go to: who has a place or came, who waits for one, who waits for the organizer's word. */
export const AUDIENCES = ['confirmed', 'waitlisted', 'applied'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What an organizer wrote to all, and how far it has gone out. */
export interface Announcement {
  id: string;
  at: Instant;
  /** The organizer's name, while they are a member. */
  by: string;
  text: string;
  to: Audience[];
  /** Only those of this session. */
  session?: { id: SessionId; name: string };
  /** People who have it among their messages by now. */
  written: number;
  /** Everybody who is to have it has it. */
  done: boolean;
}

/** Registrations of one session, by whom words would go to. */
export interface SessionAudience extends Record<Audience, number> {
  id: SessionId;
  /** Empty where the session is gone. */
  name: string;
  startsAt: Instant;
}

/** What an organizer sees before writing to all. */
export interface Announcing {
  title: string;
  state: 'draft' | 'published' | 'cancelled';
  sessions: SessionAudience[];
  /** Since this day began, of how many a day. */
  sentToday: number;
  most: number;
  /** When another can be sent, where today's are used up. */
  nextAt?: Instant;
  /** The last instant at which something can be sent. */
  until: Instant;
  now: Instant;
}

export interface OrganizerAnnounceOperations {
  /**
   * Words to all who were registered before and stand in one of those states when theirs is written. Sweeps write what the
   * call does not; see docs/decisions/0020.
   */
  announce: Op<
    { activityId: ActivityId; text: string; to: Audience[]; sessionId?: SessionId },
    { announcementId: string },
    {
      NOT_FOUND: { what: 'activity' | 'session' };
      /** A draft, or over for too long; `until` is when that began. */
      NOT_ANNOUNCEABLE: { state: 'draft' } | { state: 'over'; until: Instant };
      ENOUGH_TODAY: { sent: number; nextAt: Instant };
      /** Content security calls it bad. */
      TEXT_REFUSED: Record<never, never>;
      /** Content security gave no answer: nothing was sent. */
      NOT_CHECKED: Record<never, never>;
    }
  >;
  /** What was sent, latest first. */
  announcements: Op<
    { activityId: ActivityId; cursor?: string },
    Page<Announcement> & { now: Instant },
    { NOT_FOUND: { what: 'activity' } }
  >;
  /** To how many it would go, counted by the store; nobody is read for it. */
  announcing: Op<{ activityId: ActivityId }, Announcing, { NOT_FOUND: { what: 'activity' } }>;
}
