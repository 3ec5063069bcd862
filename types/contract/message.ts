import type { ActivityId, Instant, MessageKind, RegistrationId } from '../vocabulary';
import type { Op, Page } from './op';

/** What happened to something of mine, as it was when it happened. */
export interface Message {
  id: string;
  at: Instant;
  kind: MessageKind;
  activityId: ActivityId;
  registrationId: RegistrationId;
  title: string;
  sessionName: string;
  /** Of the session, as of then. */
  startsAt: Instant;
  /** `offered`: the last instant to accept. */
  offerUntil?: Instant;
  /** Staff's words: why it was declined, cancelled or moved. */
  reason?: string;
  unread: boolean;
}

export interface MessageContract {
  /** Latest first. */
  list: Op<{ cursor?: string }, Page<Message> & { now: Instant }>;
  /** Whether there is anything since the caller looked last, for the dot. */
  unread: Op<Record<never, never>, { unread: boolean; now: Instant }>;
  /** Everything up to that message has been seen. */
  seen: Op<{ upTo: Instant }, { seenUpTo: Instant }, { NOT_MEMBER: Record<never, never> }>;
  /** The platform's dialog was answered with yes for these: each is good for one message outside the app. */
  consent: Op<{ kinds: MessageKind[] }, { consented: MessageKind[] }, { NOT_MEMBER: Record<never, never> }>;
}
