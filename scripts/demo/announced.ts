import type { ActivityRecord } from '../../domain/activity/activity';
import type { LogRecord } from '../../domain/activity/log';
import {
  type AnnouncementRecord,
  announcedLog,
  isReceiver,
  messageTo,
  newAnnouncement,
} from '../../domain/message/announcement';
import type { MessageRecord } from '../../domain/message/message';
import type { RegistrationRecord } from '../../domain/signup/registration';
import type { Instant, MemberId } from '../../types/vocabulary';
import { demoId, demoRequest } from './chance';

export interface Announced {
  announcements: AnnouncementRecord[];
  logs: LogRecord[];
  messages: MessageRecord[];
}

/** What the organizer wrote to all who have a place: everybody who was there by then has it, and it stands in the log. */
export function announced(
  text: string | undefined,
  { activity, registrations }: { activity: ActivityRecord; registrations: readonly RegistrationRecord[] },
  { by, at }: { by: MemberId; at: Instant },
): Announced {
  if (text === undefined) return { announcements: [], logs: [], messages: [] };
  const request = { id: demoRequest(`announced ${activity._id}`, at), digest: demoId(text) };
  const asked = { by, text, to: ['confirmed' as const], request };
  const { dueAt: _over, ...begun } = newAnnouncement(activity, asked, { sent: 0, now: at, heldUntil: at });
  const told = registrations.filter((record) => isReceiver(begun, record));
  const after = registrations.reduce((last, { cameKey }) => (cameKey > last ? cameKey : last), '');
  const record = { ...begun, after, written: told.length, doneAt: at };
  return {
    announcements: [record],
    logs: [{ ...announcedLog(record), count: told.length }],
    messages: told.map((registration) => messageTo(record, registration, undefined, at)),
  };
}
