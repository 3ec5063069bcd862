import type { Registration } from '../../../types/contract/registration';
import type { CalendarEntry } from '../../device/calendar-entry';

/** A registration as it stands in somebody's calendar. */
export function entryOf({ id, title, venue, session }: Registration): CalendarEntry {
  const place = `${venue.name} ${venue.address}`;
  return { id, title, place, startsAt: session.startsAt, endsAt: session.endsAt };
}
