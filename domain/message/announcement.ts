import type { Audience, SessionPlan } from '../../types/contract';
import type { ActivityId, Instant, MemberId, RegistrationState, SessionId } from '../../types/vocabulary';
import type { ActivityRecord } from '../activity/activity';
import { type LogRecord, logId, logOf } from '../activity/log';
import type { AcceptedRequest } from '../request/remembered';
import type { RegistrationRecord } from '../signup/registration';
import { DAY_MS, dayOf, startOfDay, timeKey } from '../time/shanghai';
import type { Consents } from './consent';
import { type AnnouncementMessageRecord, announcementMessage } from './message';

export const ANNOUNCEMENT_V = 1;

/** Announcements of one activity in one day: each rings in thousands of pockets. */
export const ANNOUNCED_MOST = 3;

/** Words to all of an activity, and how far they have gone out. */
export interface AnnouncementRecord {
  /** Of the activity and the request: sent again it is still one. */
  _id: string;
  v: typeof ANNOUNCEMENT_V;
  activityId: ActivityId;
  /** Instant and id: sorts an activity's announcements, and a page can go on from it. */
  key: string;
  /** The activity, the day, and which of that day it is. Unique: no more a day than there may be, whatever races. */
  slot: string;
  at: Instant;
  /** Empty where the first admin, who need be no member, wrote it. */
  by: MemberId | '';
  text: string;
  to: Audience[];
  sessionId?: SessionId;
  /** The activity as of then. */
  title: string;
  sessions: Pick<SessionPlan, 'id' | 'name' | 'startsAt'>[];
  /** When the activity was cancelled, where it was: who lost what they had by that is written to too. */
  cancelledAt?: Instant;
  request: AcceptedRequest;
  /** Registrations up to that key have been looked at. */
  after: string;
  /** People who have it among their messages. */
  written: number;
  doneAt?: Instant;
  /** When a sweep should go on with it; absent once it is done. */
  dueAt?: Instant;
}

/** The day's announcements of an activity are those from this key on. */
export const dayKey = (now: Instant): string => timeKey(startOfDay(dayOf(now)));

/** Of a day that has had so many: how many, and when the next can be sent, where that is not now. */
export function usedUp(sent: number, now: Instant): { sent: number; nextAt: Instant } | undefined {
  return sent < ANNOUNCED_MOST ? undefined : { sent, nextAt: startOfDay(dayOf(now)) + DAY_MS };
}

/** When the activity was cancelled: the last change of what it promised, since nothing of it changes after. */
export function cancelledAtOf({ state, promises }: Pick<ActivityRecord, 'state' | 'promises'>): Instant | undefined {
  return state === 'cancelled' ? promises?.at(-1)?.at : undefined;
}

export function announcementId(activityId: ActivityId, request: AcceptedRequest): string {
  return logId(activityId, request.id);
}

/** What an organizer asks for, and by what request. */
export interface Asked {
  by: MemberId | '';
  text: string;
  to: readonly Audience[];
  sessionId?: SessionId;
  request: AcceptedRequest;
}

/**
 * The announcement as the `sent + 1`th of its day. Whoever writes it is the first to go on with it: until `heldUntil`
 * no sweep does.
 */
export function newAnnouncement(
  activity: ActivityRecord,
  asked: Asked,
  { sent, now, heldUntil }: { sent: number; now: Instant; heldUntil: Instant },
): AnnouncementRecord {
  const { _id: activityId, title, sessions } = activity;
  const _id = announcementId(activityId, asked.request);
  const cancelledAt = cancelledAtOf(activity);
  return {
    ...asked,
    ...{ _id, v: ANNOUNCEMENT_V, activityId, key: timeKey(now, _id), at: now, title },
    slot: `${activityId}.${dayOf(now)}.${sent + 1}`,
    to: [...asked.to],
    sessions: sessions.map(({ id, name, startsAt }) => ({ id, name, startsAt })),
    ...(cancelledAt !== undefined && { cancelledAt }),
    ...{ after: '', written: 0, dueAt: heldUntil },
  };
}

/** What the log says of it, with what its command is answered. */
export function announcedLog({ _id, activityId, at, by, text, request }: AnnouncementRecord): LogRecord {
  const entry = logOf({ activityId, at, by, what: 'announced', reason: text, request });
  return { ...entry, answer: { announcementId: _id } };
}

const AUDIENCE: Partial<Record<RegistrationState, Audience>> = {
  confirmed: 'confirmed',
  attended: 'confirmed',
  waitlisted: 'waitlisted',
  offered: 'waitlisted',
  applied: 'applied',
};

/** States that announcements go to as they stand. Who did not come is written to by nobody for it. */
export const ANNOUNCED_STATES = Object.keys(AUDIENCE) as RegistrationState[];

/** Of a registration what says whether it is written to; and what the message says of it. */
export type Receiver = Pick<
  RegistrationRecord,
  | ('_id' | 'memberId' | 'sessionId' | 'state' | 'startKey' | 'cameKey')
  | ('placed' | 'endedBy' | 'cancelledAt' | 'void')
>;

type Stands = Pick<Receiver, 'state' | 'placed' | 'endedBy' | 'cancelledAt'>;

/**
 * Whom a registration makes its member one of. One that ended with the activity counts as what it was: with a place, or
 * waiting, of which its record does not say for what.
 */
export function audienceOf(record: Stands, cancelledAt: Instant | undefined): readonly Audience[] {
  const { state, placed, endedBy, cancelledAt: endedAt = 0 } = record;
  const standing = AUDIENCE[state];
  if (standing) return [standing];
  const letDown = state === 'cancelled' && endedBy === 'organizer' && cancelledAt !== undefined;
  if (!letDown || endedAt < cancelledAt) return [];
  return placed ? ['confirmed'] : ['waitlisted', 'applied'];
}

/** Whether it goes to this one: registered before, in the session that is named, in a state that is. */
export function isReceiver(announcement: AnnouncementRecord, record: Receiver): boolean {
  const { at, to, sessionId, cancelledAt } = announcement;
  if (record.void || record.cameKey >= timeKey(at)) return false;
  if (sessionId !== undefined && record.sessionId !== sessionId) return false;
  return audienceOf(record, cancelledAt).some((each) => to.includes(each));
}

/** The one message that a member gets of it, for whichever of their registrations: written twice it is still one. */
export function announcementMessageId({ _id }: AnnouncementRecord, memberId: MemberId): string {
  return `${_id}.${memberId}`;
}

/**
 * The message to one of them, as of the instant at which it is written. Outside the app it goes out to who agreed; of
 * the others it is said at once that it does not, so that thousands of them keep nobody's offer waiting.
 */
export function messageTo(
  announcement: AnnouncementRecord,
  { _id: registrationId, memberId, sessionId, startKey }: Receiver,
  consents: Consents | undefined,
  now: Instant,
): AnnouncementMessageRecord {
  const { activityId, title, text, sessions } = announcement;
  const session = sessions.find(({ id }) => id === sessionId);
  const startsAt = session?.startsAt ?? Number.parseInt(startKey, 10);
  const of = { activityId, registrationId, title, text, sessionName: session?.name ?? '', startsAt };
  const id = announcementMessageId(announcement, memberId);
  return announcementMessage(id, memberId, of, { at: now, consented: (consents?.announced ?? 0) > 0 });
}
