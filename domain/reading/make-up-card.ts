import type { Day } from '../../types/vocabulary';
import { daysFrom, shifted } from '../time/days';
import { type ChallengeTerms, counts, isWithin } from './challenge';
import type { ReaderRecord } from './reader';
import { CARD_EVERY, CARD_REACH, type Standing, standingOf } from './standing';

export type WhyNot = 'not-over' | 'too-old' | 'outside' | 'read' | 'already';

/** Why a card cannot fill that day; `undefined` where it can. */
export function unfillable(reader: ReaderRecord, terms: ChallengeTerms, day: Day, today: Day): WhyNot | undefined {
  if (day >= today) return 'not-over';
  if (!isWithin(terms, day) || day < reader.joinedOn) return 'outside';
  if (counts(terms.rule, reader.days[day])) return 'read';
  if (reader.fills[day] !== undefined) return 'already';
  return day < shifted(today, -CARD_REACH) ? 'too-old' : undefined;
}

/** The days that a card could fill today, the latest first: that one saves the streak. */
export function fillable(reader: ReaderRecord, terms: ChallengeTerms, today: Day): Day[] {
  const last = daysFrom(shifted(today, -CARD_REACH), shifted(today, -1));
  return last.filter((day) => unfillable(reader, terms, day, today) === undefined).reverse();
}

export type CardUse =
  | { kind: 'change'; reader: ReaderRecord }
  | { kind: 'refuse'; refusal: 'NOT_FILLABLE'; detail: { day: Day; why: WhyNot } }
  /** `daysToNext`: real days in this streak until the next card. */
  | { kind: 'refuse'; refusal: 'NO_CARD'; detail: { daysToNext: number } };

/** Real days until the next card can be used, if the streak goes on; what is owed is settled first. */
export function daysToNext({ row, cards }: Pick<Standing, 'row' | 'cards'>): number {
  return CARD_EVERY * (1 + cards.owed) - (row % CARD_EVERY);
}

/** Fills one of the last three days by a card. It is not asked which card: they are all alike. */
export function fillByCard(reader: ReaderRecord, terms: ChallengeTerms, day: Day, today: Day): CardUse {
  const why = unfillable(reader, terms, day, today);
  if (why) return { kind: 'refuse', refusal: 'NOT_FILLABLE', detail: { day, why } };
  const standing = standingOf(reader, terms, today);
  if (standing.cards.held === 0) {
    return { kind: 'refuse', refusal: 'NO_CARD', detail: { daysToNext: daysToNext(standing) } };
  }
  return { kind: 'change', reader: { ...reader, fills: { ...reader.fills, [day]: today } } };
}
