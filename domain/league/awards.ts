import type { RuleBook } from '../../types/contract';
import type { EntryId, MemberId } from '../../types/vocabulary';
import type { EntryRecord as PointsEntry } from '../points/account';
import { placingTurns } from '../points/cause-ids';
import type { Posting } from '../points/causes';
import { backOf } from '../points/decide';
import { pointsFor, rulesOn } from '../points/rules';
import { dayOf } from '../time/shanghai';
import { fixturesOf } from './fixtures';
import type { LeagueRecord } from './league-record';
import { matchOf } from './league-state';
import { COUNTING } from './result-states';
import type { Outcome } from './score';

/** Somebody stood on the court; a match that only was given was not played. */
function wasPlayed(outcome: Outcome): boolean {
  return (
    outcome.kind === 'played' || outcome.kind === 'retired' || (outcome.kind === 'disqualified' && !!outcome.score)
  );
}

/** Entries that played at least one match. */
export function entriesThatPlayed(league: LeagueRecord): Set<EntryId> {
  const played = league.stages.flatMap(fixturesOf).flatMap(({ id }): readonly EntryId[] => {
    const { result, entries = [] } = matchOf(league, id);
    return COUNTING.includes(result.state) && result.outcome && wasPlayed(result.outcome) ? entries : [];
  });
  return new Set(played);
}

/** The entries of the points' books that have to be known before those of a place can be decided. */
export function placingIds(placed: { leagueId: string; entryId: EntryId; memberId: MemberId }): string[] {
  return placingTurns(placed).flatMap((id) => [id, backOf(id)]);
}

const placeIn = ({ cause }: PointsEntry): number | undefined => (cause.kind === 'placing' ? cause.place : undefined);

/**
 * What is to be posted so that somebody has the points of their entry's place, and no others. Who shares places has those
 * of the best of them. What an organizer took back stays so, unless the place has changed since.
 */
export function placingPostings(
  league: Pick<LeagueRecord, '_id' | 'plan' | 'finishedAt' | 'placings'>,
  { entryId, memberId }: { entryId: EntryId; memberId: MemberId },
  played: boolean,
  known: ReadonlyMap<string, PointsEntry>,
  books: readonly RuleBook[],
): Posting[] {
  const { _id: leagueId, finishedAt: on = 0, placings = {} } = league;
  const { title } = league.plan;
  const turns = placingTurns({ leagueId, entryId, memberId });
  const last = turns.filter((id) => known.has(id)).at(-1);
  const former = last === undefined ? undefined : known.get(last);
  const back = last === undefined ? undefined : known.get(backOf(last));
  const place = placings[entryId]?.from ?? 0;
  const book = rulesOn(books, dayOf(on));
  const points = played ? pointsFor(book, { kind: 'placing', place }) : 0;
  const same = former !== undefined && placeIn(former) === place && points > 0;
  if (same && (!back || back.cause.kind === 'reversal')) return [];
  const postings: Posting[] = [];
  if (former && last !== undefined && !back) {
    const cause = { kind: 'placing', title, place: placeIn(former) ?? 0, undone: true } as const;
    postings.push({ do: 'take-back', of: last, on, cause });
  }
  const free = turns.find((id) => !known.has(id));
  if (points > 0 && free !== undefined) {
    const cause = { kind: 'placing', title, place } as const;
    postings.push({ do: 'earn', id: free, on, cause, kind: 'placing', points, rules: book.version, caps: book.caps });
  }
  return postings;
}
