import type { EntryId, FixtureId } from '../../types/vocabulary';
import type { EntryRecord, LeagueRecord, MatchRecord } from './league-record';
import { matchOf, resolved, stateOf, withMatch } from './league-state';
import { eventOf, UNPLAYED } from './result';
import { after } from './result-states';
import { walkoversOf } from './withdrawal';

/** Those who gave up their part after the draw. */
export function withdrawnOf({ entrants }: Pick<LeagueRecord, 'entrants'>): Set<EntryId> {
  return new Set(Object.entries(entrants).flatMap(([id, { withdrawnAt }]) => (withdrawnAt === undefined ? [] : [id])));
}

/** The next walkover for which nothing was said by anybody; one after the other, since each may pair the next. */
function nextGiven(league: LeagueRecord, withdrawn: ReadonlySet<EntryId>): [FixtureId, MatchRecord] | undefined {
  const { fixtures } = resolved(league);
  for (const [fixture, { entries, outcome }] of walkoversOf(stateOf(league), withdrawn)) {
    const match = matchOf(league, fixture);
    const at = fixtures.get(fixture)?.entries;
    const state = after(match.result.state, eventOf(outcome));
    if (match.result.state !== 'unplayed' || state === undefined) continue;
    if (at?.[0] !== entries[0] || at[1] !== entries[1]) continue;
    return [fixture, { ...match, result: { state, outcome }, entries, given: true }];
  }
  return undefined;
}

/** The league with the walkovers of those who gave up their part. What captains have reported stands for them to settle. */
export function withWalkovers(league: LeagueRecord): LeagueRecord {
  const withdrawn = withdrawnOf(league);
  if (withdrawn.size === 0 || league.state !== 'drawn') return league;
  let next = league;
  for (let given = nextGiven(next, withdrawn); given; given = nextGiven(next, withdrawn)) {
    next = withMatch(next, given[0], given[1]);
  }
  return next;
}

/** What the league has copied of an entry, as the entry has it now. */
export type EntryNow = Pick<EntryRecord, '_id' | 'name' | 'withdrawnAt'>;

/**
 * The league with the names of its entries as they are, and with those who gave up their part meanwhile; the same object
 * where nothing differs. What is over is not lost afterwards.
 */
export function withEntriesNow(league: LeagueRecord, entries: readonly EntryNow[]): LeagueRecord {
  const changed: LeagueRecord['entrants'] = {};
  for (const { _id, name, withdrawnAt } of entries) {
    const entrant = league.entrants[_id];
    if (!entrant) continue;
    const gone = entrant.withdrawnAt ?? (league.state === 'drawn' ? withdrawnAt : undefined);
    if (entrant.name === name && entrant.withdrawnAt === gone) continue;
    changed[_id] = { ...entrant, name, ...(gone !== undefined && { withdrawnAt: gone }) };
  }
  if (Object.keys(changed).length === 0) return league;
  return withWalkovers({ ...league, entrants: { ...league.entrants, ...changed } });
}

/** The league as if nobody had been given a match, those of `keep` apart. */
export function withoutGiven(league: LeagueRecord, keep: FixtureId): LeagueRecord {
  let next = league;
  for (const { id } of [...resolved(league).fixtures.values()].map(({ fixture }) => fixture)) {
    const match = matchOf(next, id);
    if (!match.given || id === keep) continue;
    const { given: _given, entries: _entries, ...rest } = match;
    next = withMatch(next, id, { ...rest, result: UNPLAYED });
  }
  return next;
}
