import type { BoardSpan, BoardWhen } from '../../types/contract';
import type { Day } from '../../types/vocabulary';
import { shifted } from '../time/days';
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

const SPANS: readonly BoardSpan[] = ['day', 'week', 'whole'];

/** All that can be asked for today: the older ones need no news. */
export function askable(terms: Span, today: Day): Period[] {
  const all = SPANS.flatMap((span) => [periodFor(terms, span, 'now', today), periodFor(terms, span, 'before', today)]);
  return [...new Map(all.map((period) => [period.name, period])).values()];
}

/** What one board has to hear of somebody. */
export interface News {
  of: string;
  next: Own;
  /** It concerns a day that changed; else who has nothing there, and is not known there, is no news. */
  changed: boolean;
}

function ownIn(reader: ReaderRecord, terms: ChallengeTerms, period: Period): Own {
  const { rev, name, enterpriseId } = reader;
  const score = packed(amountIn(reader, terms, period));
  return { rev, score, enterpriseId, ...(name !== undefined && { name }) };
}

/** What the boards that can be asked for may not have heard of a reader. */
export function newsOf(reader: ReaderRecord, terms: ChallengeTerms, today: Day): News[] {
  return askable(terms, today).flatMap((period) => {
    const changed = reader.untold.some((day) => period.from <= day && day <= period.to);
    if (!changed && !reader.retell) return [];
    return [{ of: boardId(terms.id, period), next: ownIn(reader, terms, period), changed }];
  });
}
