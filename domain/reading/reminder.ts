import type { Day, Instant, MemberId } from '../../types/vocabulary';
import { MESSAGE_V, type ReminderRecord } from '../message/message';
import { DAY_MS, dayOf, startOfDay } from '../time/shanghai';
import { type ChallengeTerms, counts, isWithin } from './challenge';
import type { ReaderRecord } from './reader';

const MINUTE_MS = 60_000;
/** One that comes later than that disturbs more than it helps. */
const FRESH_MS = 3_600_000;

/** The next instant at which the clock on the wall shows that minute of the day, later than `now`. */
export function nextReminder(remindAt: number, now: Instant): Instant {
  const today = startOfDay(dayOf(now)) + remindAt * MINUTE_MS;
  return today > now ? today : today + DAY_MS;
}

export interface Reading {
  reader: Pick<ReaderRecord, 'days' | 'joinedOn'>;
  terms: ChallengeTerms;
  title: string;
}

/** The first of somebody's challenges in which this day does not count yet; `undefined`: there is nothing to say. */
export function lackingOn(own: readonly Reading[], day: Day): Reading | undefined {
  return own.find(
    ({ reader, terms }) => isWithin(terms, day) && reader.joinedOn <= day && !counts(terms.rule, reader.days[day]),
  );
}

/** One a day, whoever writes it and however often; `undefined` where it is too late for it. */
export function reminder(memberId: MemberId, dueAt: Instant, title: string, now: Instant): ReminderRecord | undefined {
  const offerUntil = dueAt + FRESH_MS;
  if (now >= offerUntil) return undefined;
  const _id = `reading.${memberId}.${dayOf(dueAt)}`;
  const times = { at: dueAt, startsAt: dueAt, sendAt: now, offerUntil };
  return { _id, v: MESSAGE_V, memberId, about: 'reading', kind: 'reading', title, ...times, tries: 0 };
}
