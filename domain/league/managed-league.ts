import type { FixtureView, ManagedLeague } from '../../types/contract';
import type { EntryId, Instant, MemberId } from '../../types/vocabulary';
import { rosterLimits } from './entry';
import { fixtureViews, NOBODY_IN_PARTICULAR } from './fixture-view';
import { stagesOf } from './league-detail';
import type { EntryRecord, LeagueRecord } from './league-record';
import { disciplineOfLeague, matchOf, resolved } from './league-state';
import type { Resolved } from './resolve';
import { COUNTING } from './result-states';

/** Of an entry, as far as it counts for the draw. */
export type Counted = Pick<EntryRecord, 'members' | 'withdrawnAt'>;

/** Those who can be drawn: enough players, and still there. */
export function countsOf(league: LeagueRecord, entries: readonly Counted[]): ManagedLeague['entries'] {
  const { least } = rosterLimits(disciplineOfLeague(league).entry);
  const there = entries.filter(({ withdrawnAt }) => withdrawnAt === undefined);
  return {
    all: entries.length,
    complete: there.filter(({ members }) => members.length >= least).length,
    withdrawn: entries.length - there.length,
  };
}

function matchesOf(league: LeagueRecord, ids: readonly string[]): ManagedLeague['matches'] {
  const records = ids.map((id) => matchOf(league, id));
  return {
    all: records.length,
    scheduled: records.filter(({ placement }) => placement !== undefined).length,
    played: records.filter(({ result }) => COUNTING.includes(result.state)).length,
    reported: records.filter(({ result }) => result.state === 'reported').length,
  };
}

function disputedOf(league: LeagueRecord, views: readonly FixtureView[]): ManagedLeague['disputed'] {
  const at = (id: string) => matchOf(league, id).result.dispute?.at ?? 0;
  return views.filter(({ state }) => state === 'disputed').sort((a, b) => at(a.id) - at(b.id));
}

function lotsDueOf({ stages }: Resolved): ManagedLeague['lotsDue'] {
  return [...stages].flatMap(([stage, at]) =>
    at.kind === 'groups'
      ? [...at.tables].flatMap(([group, { complete, lotsDue }]) => (complete && lotsDue ? [{ stage, group }] : []))
      : [],
  );
}

const LOG_SHOWN = 20;

/** Whose names `managedLeague` shows: referees, and those of the log. */
export function namedIn({ referees, log }: Pick<LeagueRecord, 'referees' | 'log'>): MemberId[] {
  const doers = log.slice(-LOG_SHOWN).map(({ by }) => by);
  return [...new Set([...Object.keys(referees), ...doers])].filter((id) => id !== '');
}

/** A league as organizers see it. `nameOf`: somebody's name as it is now. */
export function managedLeague(
  league: LeagueRecord,
  entries: readonly Counted[],
  nameOf: (id: MemberId) => string,
  now: Instant,
): ManagedLeague {
  const { _id, state, plan, rev, draws, referees, cancelReason, log } = league;
  const found = resolved(league);
  const views = fixtureViews(league, NOBODY_IN_PARTICULAR, found);
  const matches = matchesOf(league, [...found.fixtures.keys()]);
  return {
    ...{ id: _id, state, plan, rev, entries: countsOf(league, entries), matches, now },
    ...{
      stages: stagesOf(league, views),
      disputed: disputedOf(league, views),
      lotsDue: lotsDueOf(found),
      scheduled: matches.scheduled > 0,
    },
    draws: draws.map(({ seed, at, reason }) => ({ seed, at, ...(reason !== undefined && { reason }) })),
    referees: Object.entries(referees).map(([memberId, courts]) => ({ memberId, name: nameOf(memberId), courts })),
    ...(cancelReason !== undefined && { cancelReason }),
    log: log
      .slice(-LOG_SHOWN)
      .reverse()
      .map(({ by, ...line }) => ({ ...line, by: by === '' ? '' : nameOf(by) })),
  };
}

/** Entries of a league that have a claim and are not there. */
export function unclaimed({ claims }: Pick<LeagueRecord, 'claims'>, there: ReadonlySet<EntryId>): [EntryId, Instant][] {
  return Object.entries(claims).filter(([id]) => !there.has(id));
}
