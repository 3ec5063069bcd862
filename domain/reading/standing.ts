import type { Badge } from '../../types/contract';
import type { Day } from '../../types/vocabulary';
import { dayNumber, daysFrom, shifted } from '../time/days';
import { type ChallengeTerms, counts } from './challenge';
import type { ReaderRecord } from './reader';

/** Real days of an unbroken streak that earn a card, again and again. */
export const CARD_EVERY = 7;
export const CARDS_MOST = 2;
/** How many days back a card reaches. */
export const CARD_REACH = 3;

const BADGE_DAYS: [Badge, number][] = [
  ['first-day', 1],
  ['days-7', 7],
  ['days-21', 21],
  ['days-50', 50],
  ['days-100', 100],
];

export interface Cards {
  /** What can be used now, 0 to 2. */
  held: number;
  /** Cards that were used and are no longer earned, after a check-in was removed: the next ones settle it. */
  owed: number;
}

/** All that follows from accepted check-ins and used cards, in whatever order they came. */
export interface Standing {
  /** Days in a row, those filled by a card among them; today, not read yet, does not break it. */
  current: number;
  longest: number;
  /** Those days of the current streak that count by their check-ins; it is what cards and bonuses go by. */
  row: number;
  /** Days that count by their check-ins, in a row or not. */
  days: number;
  cards: Cards;
  badges: { badge: Badge; on: Day }[];
  /**
   * Days that count, each with how many of them its streak has up to it. A day filled by a card is not among them, and
   * does not break their row.
   */
  real: Map<Day, number>;
  /** Days that stand on a card alone. */
  filled: Day[];
}

type Basis = Pick<ReaderRecord, 'days' | 'fills' | 'joinedOn'>;

/** Cards used on each day, without those that came back: a card stands only for a day that does not count by itself. */
function usedOn({ fills }: Basis, isReal: (day: Day) => boolean): Map<Day, number> {
  const used = new Map<Day, number>();
  for (const [day, on] of Object.entries(fills)) if (!isReal(day)) used.set(on, (used.get(on) ?? 0) + 1);
  return used;
}

function badgesOf(real: Map<Day, number>, longest: number, { startsOn, endsOn }: ChallengeTerms): Standing['badges'] {
  const days = [...real.keys()];
  const badges = BADGE_DAYS.flatMap(([badge, count]) => {
    const on = days[count - 1];
    return on === undefined ? [] : [{ badge, on }];
  });
  const whole = longest === dayNumber(endsOn) - dayNumber(startsOn) + 1;
  // One that was closed before it began has no day.
  return whole && longest > 0 ? [...badges, { badge: 'whole', on: endsOn }] : badges;
}

/**
 * Day by day from joining to today. What a day earns and what it uses meet within the day, so that nobody loses a
 * card by using one in the morning rather than in the evening, and only then does the limit of two hold.
 */
export function standingOf(reader: Basis, terms: ChallengeTerms, today: Day): Standing {
  const { startsOn, endsOn, rule } = terms;
  const isReal = (day: Day) => counts(rule, reader.days[day]);
  const used = usedOn(reader, isReal);
  const real = new Map<Day, number>();
  const filled: Day[] = [];
  let [current, longest, row, held] = [0, 0, 0, 0];
  const first = reader.joinedOn < startsOn ? startsOn : reader.joinedOn;
  // Cards can still be used when the last day is over.
  const horizon = shifted(endsOn, CARD_REACH);
  for (const day of daysFrom(first, today < horizon ? today : horizon)) {
    let earned = 0;
    if (day <= endsOn && isReal(day)) {
      [current, row] = [current + 1, row + 1];
      real.set(day, row);
      earned = row % CARD_EVERY === 0 ? 1 : 0;
    } else if (day <= endsOn && reader.fills[day] !== undefined) {
      current += 1;
      filled.push(day);
    } else if (day < today && day <= endsOn) [current, row] = [0, 0];
    longest = Math.max(longest, current);
    held = Math.min(CARDS_MOST, held + earned - (used.get(day) ?? 0));
  }
  const cards = { held: Math.max(0, held), owed: Math.max(0, -held) };
  return { current, longest, row, days: real.size, cards, badges: badgesOf(real, longest, terms), real, filled };
}
