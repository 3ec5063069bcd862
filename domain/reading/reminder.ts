import type { Day, Instant } from '../../types/vocabulary';
import { DAY_MS, dayOf, startOfDay } from '../time/shanghai';
import type { ChallengeTerms } from './challenge';
import { counts, isWithin } from './challenge';
import type { ReaderRecord } from './reader';

const MINUTE_MS = 60_000;
/** One that comes later than that disturbs more than it helps. */
export const REMINDER_FRESH_MS = 3_600_000;

/** The next instant at which the clock on the wall shows that minute of the day, later than `now`. */
export function nextReminder(remindAt: number, now: Instant): Instant {
  const today = startOfDay(dayOf(now)) + remindAt * MINUTE_MS;
  return today > now ? today : today + DAY_MS;
}

type Own = Pick<ReaderRecord, 'days' | 'joinedOn'>;

/** Whether somebody has a challenge today in which the day does not count yet. */
export function isLacking(own: readonly { reader: Own; terms: ChallengeTerms }[], today: Day): boolean {
  return own.some(
    ({ reader, terms }) =>
      isWithin(terms, today) && reader.joinedOn <= today && !counts(terms.rule, reader.days[today]),
  );
}
