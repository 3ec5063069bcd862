import type { Day } from '../../types/vocabulary';
import { daysFrom } from '../time/days';
import { amountsOf, type ChallengeTerms, counts } from './challenge';
import type { ReaderRecord } from './reader';

/** Minutes from which a day is shaded one step darker. */
const STEPS = [1, 20, 40, 60];

export interface CalendarDay {
  day: Day;
  minutes: number;
  /** 0 blank to 4 darkest, by minutes; a day that counts is never blank. */
  level: number;
  /** `read` counts by its check-ins, `filled` by a card; a day with check-ins that do not suffice has neither. */
  state?: 'read' | 'filled';
}

/** The days asked for that are of the challenge; those before joining are blank as missed ones are. */
export function calendarOf(
  { days, fills }: Pick<ReaderRecord, 'days' | 'fills'>,
  { startsOn, endsOn, rule }: ChallengeTerms,
  from: Day,
  to: Day,
): CalendarDay[] {
  const first = from < startsOn ? startsOn : from;
  return daysFrom(first, to < endsOn ? to : endsOn).map((day) => {
    const marks = days[day];
    const { minutes } = amountsOf(marks ?? []);
    const read = counts(rule, marks);
    const level = STEPS.filter((step) => minutes >= step).length;
    if (read) return { day, minutes, level: Math.max(1, level), state: 'read' };
    return { day, minutes, level, ...(fills[day] !== undefined && { state: 'filled' as const }) };
  });
}
