import type { BoardSpan, BoardWhen } from '../../types/contract';
import type { Day } from '../../types/vocabulary';
import { daysFrom, shifted } from '../time/days';
import type { Own } from './board';
import type { ChallengeTerms } from './challenge';
import type { ReaderRecord } from './reader';
import { amountIn, boardId, type Period, packed, periodsOf } from './score';

type Span = Pick<ChallengeTerms, 'startsOn' | 'endsOn'>;

/** The day that boards of now are about: today, or the challenge's last day when it is over. */
function latestDay({ startsOn, endsOn }: Span, today: Day): Day {
  if (today < startsOn) return startsOn;
  return today > endsOn ? endsOn : today;
}

/** What a board is about: the day, week or challenge under way, or the one before; of the whole there is one. */
export function periodFor(terms: Span, span: BoardSpan, when: BoardWhen, today: Day): Period {
  const back = { day: 1, week: 7, whole: 0 }[span];
  const day = shifted(latestDay(terms, today), when === 'before' ? -back : 0);
  const period = periodsOf(terms, day).find((each) => each.span === span);
  if (!period) throw new Error(`no such span: ${span}`);
  return period;
}

const DAYS_OF_WEEK = 7;
const SPANS: readonly BoardSpan[] = ['day', 'week', 'whole'];

/** All that can be asked for today: the older ones need no news. */
export function askable(terms: Span, today: Day): Period[] {
  const all = SPANS.flatMap((span) => [periodFor(terms, span, 'now', today), periodFor(terms, span, 'before', today)]);
  return [...new Map(all.map((period) => [period.name, period])).values()];
}

/** How long boards of a day or week are kept after it, days. */
export const BOARD_DAYS = 40;

/** The day after which a board may go; absent: it stays with its challenge. */
const keptTo = ({ span, to }: Period): Day | undefined => (span === 'whole' ? undefined : shifted(to, BOARD_DAYS));

/** All of people that may still be there, whether or not they can be asked for. */
function standing(terms: Span, today: Day): Period[] {
  const last = latestDay(terms, today);
  const first = shifted(last, -BOARD_DAYS - DAYS_OF_WEEK);
  const all = daysFrom(first < terms.startsOn ? terms.startsOn : first, last).flatMap((day) => periodsOf(terms, day));
  return [...new Map(all.map((period) => [period.name, period])).values()];
}

/** What one board has to hear of somebody. */
export interface News {
  of: string;
  keptTo?: Day;
  next: Own;
  /** It concerns a day that changed; else who has nothing there, and is not known there, is no news. */
  changed: boolean;
}

function ownIn(reader: ReaderRecord, terms: ChallengeTerms, period: Period): Own {
  const { rev, name, enterpriseId } = reader;
  const score = packed(amountIn(reader, terms, period));
  return { rev, score, enterpriseId, ...(name !== undefined && { name }) };
}

function newsFor(reader: ReaderRecord, terms: ChallengeTerms, period: Period, changed: boolean): News {
  const kept = keptTo(period);
  const next = ownIn(reader, terms, period);
  return { of: boardId(terms.id, period), ...(kept !== undefined && { keptTo: kept }), next, changed };
}

/** What all boards have to hear of somebody who is seen no more: their name stays on none, whether or not it is shown. */
export function unseenNewsOf(reader: ReaderRecord, terms: ChallengeTerms, today: Day): News[] {
  return standing(terms, today).map((period) => newsFor(reader, terms, period, false));
}

/** Whether a board of people can be asked for. */
export function isAskable(board: string, terms: ChallengeTerms, today: Day): boolean {
  return askable(terms, today).some((period) => boardId(terms.id, period) === board);
}

/** What the boards that can be asked for may not have heard of a reader. */
export function newsOf(reader: ReaderRecord, terms: ChallengeTerms, today: Day): News[] {
  return askable(terms, today).flatMap((period) => {
    const changed = reader.untold.some((day) => period.from <= day && day <= period.to);
    if (!changed && !reader.retell) return [];
    return [newsFor(reader, terms, period, changed)];
  });
}
