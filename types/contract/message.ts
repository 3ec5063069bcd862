import type {
  ActivityId,
  FixtureId,
  Instant,
  LeagueId,
  MessageKind,
  RedemptionId,
  RegistrationId,
} from '../vocabulary';
import type { Op, Page } from './op';

/** `revoked`: an organizer took it back; `ran-out`: nobody used it in time. */
export const REDEMPTION_NEWS = ['revoked', 'ran-out'] as const satisfies readonly MessageKind[];
export type RedemptionNewsKind = (typeof REDEMPTION_NEWS)[number];
/** `match-soon` is a reminder; `match-reported` waits for the other captain's word; `match-decided` is a referee's word. */
export const LEAGUE_NEWS = [
  'match-soon',
  'match-moved',
  'match-reported',
  'match-decided',
  'league-drawn',
  'league-cancelled',
  'league-finished',
] as const satisfies readonly MessageKind[];
export type LeagueNewsKind = (typeof LEAGUE_NEWS)[number];
/** `reading` is a reminder, which stands in no list; `announced` are an organizer's own words. */
export type RegistrationNewsKind = Exclude<MessageKind, RedemptionNewsKind | LeagueNewsKind | 'announced' | 'reading'>;

interface Told {
  id: string;
  at: Instant;
  /** Of the activity, the benefit or the league. */
  title: string;
  /** Staff's words: why it was declined, cancelled, moved or revoked. */
  reason?: string;
  unread: boolean;
}

export interface RegistrationMessage extends Told {
  about: 'registration';
  kind: RegistrationNewsKind;
  activityId: ActivityId;
  registrationId: RegistrationId;
  sessionName: string;
  /** Of the session, as of then. */
  startsAt: Instant;
  /** `offered`: the last instant to accept. */
  offerUntil?: Instant;
}

export interface RedemptionMessage extends Told {
  about: 'redemption';
  kind: RedemptionNewsKind;
  redemptionId: RedemptionId;
  useUntil: Instant;
  /** Points that came back; absent where none did. */
  refunded?: number;
}

export interface LeagueMessage extends Told {
  about: 'league';
  kind: LeagueNewsKind;
  leagueId: LeagueId;
  /** Of one match: who plays, where and when, as of then. */
  match?: { fixtureId: FixtureId; sides: [string, string]; startsAt?: Instant; court?: string };
  /** `match-reported`: silence confirms it then. */
  answerUntil?: Instant;
  /** `league-finished`: the place that the receiver's entry came to. */
  place?: { from: number; to: number };
}

/** What an organizer wrote to all who signed up to an activity. */
export interface AnnouncementMessage extends Told {
  about: 'announcement';
  kind: 'announced';
  activityId: ActivityId;
  sessionName: string;
  /** Of the session, as of then. */
  startsAt: Instant;
  text: string;
}

/** What happened to something of mine, as it was when it happened. */
export type Message = RegistrationMessage | RedemptionMessage | LeagueMessage | AnnouncementMessage;

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
