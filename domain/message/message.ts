import type { ActivityId, Instant, MemberId, MessageKind, RegistrationId } from '../../types/vocabulary';
import type { News, RegistrationRecord } from '../signup/registration';
import { timeKey } from '../time/shanghai';

export const MESSAGE_V = 1;

/** What somebody is told, as it stands in the app; outside it goes out once, where they consented. */
export interface MessageRecord extends News {
  /** The registration, what happened and when: written twice it is still one. */
  _id: string;
  v: typeof MESSAGE_V;
  memberId: MemberId;
  activityId: ActivityId;
  registrationId: RegistrationId;
  /** Instant and id: sorts a member's messages, and a page can go on from it. */
  key: string;
  /** When it should go out through the platform; absent once it did, or never will. */
  sendAt?: Instant;
  /** Tries so far, and how the last one ended. */
  tries: number;
  outcome?: 'sent' | 'no-consent' | 'given-up';
}

/**
 * What somebody asked to be reminded of. It goes out where they consented, and stands nowhere in the app, which says the
 * same itself: it has no `key`, so no list has it.
 */
export interface ReminderRecord
  extends Pick<MessageRecord, '_id' | 'v' | 'memberId' | 'at' | 'title' | 'startsAt' | 'sendAt' | 'tries' | 'outcome'> {
  kind: 'reading';
  /** From then on it is of no use. */
  offerUntil: Instant;
}

export function messageId(registration: RegistrationId, kind: MessageKind, at: Instant): string {
  return `${registration}.${kind}.${at}`;
}

/** The messages that the news of a registration become. */
export function messagesOf({ _id: registrationId, memberId, activityId, news }: RegistrationRecord): MessageRecord[] {
  return news.map((each) => {
    const _id = messageId(registrationId, each.kind, each.at);
    const key = timeKey(each.at, _id);
    return { _id, v: MESSAGE_V, memberId, activityId, registrationId, key, ...each, sendAt: each.at, tries: 0 };
  });
}

/** The least key of what is not seen by somebody who looked up to then. */
export function unreadFrom(seenUpTo: Instant): string {
  return timeKey(seenUpTo + 1);
}
