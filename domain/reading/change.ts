import type { Badge, RuleBook } from '../../types/contract';
import { ABANDONED_MS } from '../../types/limits';
import type { Day, Instant } from '../../types/vocabulary';
import { rulesOn } from '../points/rules';
import { type AcceptedRequest, remember } from '../request/remembered';
import { dayOf } from '../time/shanghai';
import { awardsOf, withAwards } from './awards';
import type { ChallengeTerms } from './challenge';
import type { ReaderRecord, ReaderRequest } from './reader';
import { standingOf } from './standing';

/** What a change of a reader's document is decided by. */
export interface ReaderContext {
  terms: ChallengeTerms;
  /** All rules of points that hold up to today. */
  books: readonly RuleBook[];
  now: Instant;
}

/** What somebody makes of a reader; `days`: those whose boards have to hear of it. */
export interface ReaderChange {
  reader: ReaderRecord;
  days: readonly Day[];
}

/** Numbers of real days that rules of a day have points for. */
export function namedBy(books: readonly RuleBook[]): (day: Day) => readonly number[] {
  return (day) => rulesOn(books, day).rules.flatMap((rule) => (rule.kind === 'streak' ? [rule.days] : []));
}

/** Today, or the last day that counts where a call that was faster has seen a later one: its points are not taken back. */
function lastDay({ days }: ReaderRecord, now: Instant): Day {
  return Object.keys(days).reduce((last, day) => (day > last ? day : last), dayOf(now));
}

/** Badges that the reader has now and had not before. */
function badgesWon(before: ReaderRecord, after: ReaderRecord, { terms, now }: ReaderContext): Badge[] {
  const badges = (reader: ReaderRecord) =>
    standingOf(reader, terms, lastDay(reader, now)).badges.map(({ badge }) => badge);
  const had = new Set(badges(before));
  return badges(after).filter((badge) => !had.has(badge));
}

/**
 * The change with all that follows from it: points that came to be due or are no longer, boards that have to hear, and
 * when a sweep should see to both; due for the oldest of what is left, else who reads all day would never be swept.
 */
export function followed(
  before: ReaderRecord,
  { reader, days }: ReaderChange,
  context: ReaderContext,
  request?: AcceptedRequest,
): ReaderRecord {
  const { terms, books, now } = context;
  const due = awardsOf(standingOf(reader, terms, lastDay(reader, now)), namedBy(books));
  const badges = badgesWon(before, reader, context);
  const asked: ReaderRequest | undefined = request && { ...request, ...(badges.length > 0 && { badges }) };
  return {
    ...withAwards(reader, due, now),
    rev: before.rev + 1,
    untold: [...new Set([...reader.untold, ...days])].sort(),
    requests: asked ? remember(reader.requests, asked) : reader.requests,
    dueAt: before.dueAt ?? now + ABANDONED_MS,
  };
}

/** What the request brought when it was accepted. */
export function badgesOf({ requests }: Pick<ReaderRecord, 'requests'>, { id }: Pick<AcceptedRequest, 'id'>): Badge[] {
  return requests.find((each) => each.id === id)?.badges ?? [];
}
