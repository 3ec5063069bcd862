import type { Instant } from '../../types/vocabulary';

/** What goes into the calendar of a phone. */
export interface CalendarEntry {
  id: string;
  title: string;
  place: string;
  startsAt: Instant;
  endsAt: Instant;
}

const stamp = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n');

/** The entry as an iCalendar file (RFC 5545), with a reminder an hour before. */
export function icsOf({ id, title, place, startsAt, endsAt }: CalendarEntry, now: Instant): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//yaogu-union//activities//ZH',
    'BEGIN:VEVENT',
    `UID:${id}@yaogu-union`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-PT1H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
