import type { LeagueMessage, LeagueNewsKind, RedemptionNewsKind } from '../../types/contract';
import type {
  ActivityId,
  Instant,
  LeagueId,
  MemberId,
  MessageKind,
  RedemptionId,
  RegistrationId,
} from '../../types/vocabulary';
import type { RedemptionRecord } from '../benefit/redemption';
import type { News, RegistrationRecord } from '../signup/registration';
import { timeKey } from '../time/shanghai';

export const MESSAGE_V = 2;

interface Envelope {
  /** What it is about, what happened and when: written twice it is still one. */
  _id: string;
  v: typeof MESSAGE_V;
  memberId: MemberId;
  /** Instant and id: sorts a member's messages, and a page can go on from it. */
  key: string;
  /** When it should go out through the platform; absent once it did, or never will. */
  sendAt?: Instant;
  /** Tries so far, and how the last one ended. */
  tries: number;
  outcome?: 'sent' | 'no-consent' | 'given-up';
}

export interface RegistrationMessageRecord extends Envelope, News {
  about: 'registration';
  activityId: ActivityId;
  registrationId: RegistrationId;
}

export interface RedemptionMessageRecord extends Envelope {
  about: 'redemption';
  kind: RedemptionNewsKind;
  at: Instant;
  redemptionId: RedemptionId;
  title: string;
  useUntil: Instant;
  refunded?: number;
  reason?: string;
}

/** What happened in a league, as of then. */
export interface LeagueNews extends Pick<LeagueMessage, 'match' | 'answerUntil' | 'place' | 'reason'> {
  kind: LeagueNewsKind;
  at: Instant;
  leagueId: LeagueId;
  title: string;
}

export interface LeagueMessageRecord extends Envelope, LeagueNews {
  about: 'league';
  /** From then on it is of no use: a match that has begun, an answer that is due. */
  offerUntil?: Instant;
}

/** What an organizer wrote to all who signed up to an activity. */
export interface AnnouncementMessageRecord extends Envelope {
  about: 'announcement';
  kind: 'announced';
  at: Instant;
  activityId: ActivityId;
  registrationId: RegistrationId;
  title: string;
  sessionName: string;
  startsAt: Instant;
  /** Goes when its member leaves the union. */
  text?: string;
}

/** What somebody is told, as it stands in the app; outside it goes out once, where they consented. */
export type MessageRecord =
  | RegistrationMessageRecord
  | RedemptionMessageRecord
  | LeagueMessageRecord
  | AnnouncementMessageRecord;

/**
 * What somebody asked to be reminded of. It goes out where they consented, and stands nowhere in the app, which says the
 * same itself: it has no `key`, so no list has it.
 */
export interface ReminderRecord extends Omit<Envelope, 'key'> {
  about: 'reading';
  kind: 'reading';
  at: Instant;
  title: string;
  startsAt: Instant;
  /** From then on it is of no use. */
  offerUntil: Instant;
}

/** All that goes out through the platform. */
export type SendableRecord = MessageRecord | ReminderRecord;

/** Of when registrations alone were told of. */
export type MessageV1 = Omit<RegistrationMessageRecord, 'v' | 'about'> & { v: 1 };

/** As the store holds it, in whichever shape. */
export type StoredMessage = MessageRecord | MessageV1;

export function upgraded(stored: StoredMessage): MessageRecord;
export function upgraded(stored: StoredMessage | ReminderRecord): SendableRecord;
export function upgraded(stored: StoredMessage | ReminderRecord): SendableRecord {
  return stored.v === 1 ? { ...stored, v: MESSAGE_V, about: 'registration' } : stored;
}

export function messageId(of: RegistrationId | RedemptionId, kind: MessageKind, at: Instant): string {
  return `${of}.${kind}.${at}`;
}

function envelope(_id: string, memberId: MemberId, at: Instant): Envelope {
  return { _id, v: MESSAGE_V, memberId, key: timeKey(at, _id), sendAt: at, tries: 0 };
}

/** The messages that the news of a registration become. */
export function messagesOf({
  _id: registrationId,
  memberId,
  activityId,
  news,
}: RegistrationRecord): RegistrationMessageRecord[] {
  return news.map((each) => {
    const about = { about: 'registration' as const, activityId, registrationId };
    return { ...envelope(messageId(registrationId, each.kind, each.at), memberId, each.at), ...about, ...each };
  });
}

/** What its member did not do themselves; who gave it back, used it or left the union is told nothing. */
function newsOf({ state, endedBy }: RedemptionRecord): RedemptionNewsKind | undefined {
  if (state === 'expired') return 'ran-out';
  return state === 'cancelled' && endedBy === 'organizer' ? 'revoked' : undefined;
}

/** The message that the end of a redemption becomes; it has but one end, so there is never a second. */
export function messageOfEnd(record: RedemptionRecord): RedemptionMessageRecord | undefined {
  const { _id: redemptionId, memberId, title, useUntil, endedAt: at, refunded, reason } = record;
  const kind = newsOf(record);
  if (kind === undefined || at === undefined) return undefined;
  return {
    ...envelope(messageId(redemptionId, kind, at), memberId, at),
    ...{ about: 'redemption', kind, at, redemptionId, title, useUntil },
    ...(refunded !== undefined && { refunded }),
    ...(reason !== undefined && { reason }),
  };
}

/**
 * The message that the news of a league become for one of its people; the same news written again is the same message.
 * `offerUntil`: the instant from which it no longer goes out through the platform.
 */
export function leagueMessage(memberId: MemberId, news: LeagueNews, offerUntil?: Instant): LeagueMessageRecord {
  const { leagueId, match, kind, at } = news;
  const of = match ? `${leagueId}.${match.fixtureId}.${memberId}` : `${leagueId}.${memberId}`;
  const until = offerUntil === undefined ? {} : { offerUntil };
  return { ...envelope(messageId(of, kind, at), memberId, at), about: 'league', ...news, ...until };
}

/** Words to all, as one of them has them; `consented`: they agreed to such a message outside the app. */
export function announcementMessage(
  _id: string,
  memberId: MemberId,
  of: Pick<AnnouncementMessageRecord, 'activityId' | 'registrationId' | 'title' | 'sessionName' | 'startsAt' | 'text'>,
  { at, consented }: { at: Instant; consented: boolean },
): AnnouncementMessageRecord {
  const { sendAt: _later, ...stands } = envelope(_id, memberId, at);
  const written = consented ? envelope(_id, memberId, at) : { ...stands, outcome: 'no-consent' as const };
  return { ...written, about: 'announcement', kind: 'announced', at, ...of };
}

/** The least key of what is not seen by somebody who looked up to then. */
export function unreadFrom(seenUpTo: Instant): string {
  return timeKey(seenUpTo + 1);
}
