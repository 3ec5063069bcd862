import type { Caps, EarningKind } from '../../types/contract';
import type { Instant } from '../../types/vocabulary';
import { DAY_MS, dayOf } from '../time/shanghai';
import type { AccountRecord } from './account';
import { yearOf } from './lots';

/** How many days back an account remembers what was earned in a day; for what is older only the year counts. */
export const DAYS_REMEMBERED = 62;

type Earned = AccountRecord['earned'];

const DAY_LENGTH = 10;

/** The first day that is remembered at that instant. */
function firstDay(at: Instant): string {
  return dayOf(at - DAYS_REMEMBERED * DAY_MS);
}

/** Points that the caps leave for that kind on the day, and in the year, of `on`. */
export function roomUnder(caps: Caps, earned: Earned, kind: EarningKind, on: Instant, at: Instant): number {
  const left = (cap: number | undefined, of: string) =>
    cap === undefined ? Number.POSITIVE_INFINITY : Math.max(0, cap - (earned[of]?.[kind] ?? 0));
  const day = dayOf(on);
  const inYear = left(caps.year[kind], yearOf(on));
  return day < firstDay(at) ? inYear : Math.min(inYear, left(caps.day[kind], day));
}

/** With so many points more, or less, earned on the day and in the year of `on`; days that are too old are forgotten. */
export function counted(earned: Earned, kind: EarningKind, points: number, on: Instant, at: Instant): Earned {
  const next: Earned = {};
  for (const [of, kinds] of Object.entries(earned)) {
    if (of.length < DAY_LENGTH || of >= firstDay(at)) next[of] = kinds;
  }
  for (const of of [dayOf(on), yearOf(on)]) {
    if (of.length === DAY_LENGTH && of < firstDay(at)) continue;
    next[of] = { ...next[of], [kind]: (next[of]?.[kind] ?? 0) + points };
  }
  return next;
}
