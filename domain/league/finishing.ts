import type { EntryId, Instant, StageId } from '../../types/vocabulary';
import type { LeagueRecord } from './league-record';
import { resolved } from './league-state';
import { withTelling } from './match-decisions';
import { logged, type Organizing } from './organizing';
import { placings } from './placings';
import type { Resolved } from './resolve';
import { tableId } from './stage';

/** A table that is complete and shares places until lots are drawn. */
export interface LotsDue {
  stage: StageId;
  group: string;
}

export function lotsDue({ stages }: Resolved): LotsDue[] {
  return [...stages].flatMap(([stage, found]) =>
    found.kind === 'groups'
      ? [...found.tables].flatMap(([group, table]) => (table.lotsDue ? [{ stage, group }] : []))
      : [],
  );
}

/** Matches that are still to be played. */
export function matchesLeft({ fixtures }: Resolved): number {
  return [...fixtures.values()].filter(({ decided, entries }) => !decided && !entries.every((entry) => entry === null))
    .length;
}

/** The league with lots for each of those tables; a table that has drawn its lots draws the same for good. */
export function withLots(league: LeagueRecord, tables: readonly LotsDue[], seed: string): LeagueRecord {
  const lots = { ...league.lots };
  for (const { stage, group } of tables) lots[tableId(stage, group)] ??= seed;
  return { ...league, lots };
}

export type Finishing = { kind: 'finished'; league: LeagueRecord } | { kind: 'not-over'; left: number; lots: number };

/**
 * Places for everybody, once nothing is left to be played or drawn. `lotsFrom`: draw what lots are due from that seed
 * instead of waiting for them.
 */
export function finished(league: LeagueRecord, { at, lotsFrom }: { at: Instant; lotsFrom?: string }): Finishing {
  let next = league;
  let found = resolved(next);
  if (lotsFrom !== undefined && lotsDue(found).length > 0) {
    next = withLots(next, lotsDue(found), lotsFrom);
    found = resolved(next);
  }
  const places = placings(next.stages, found);
  if (!places) return { kind: 'not-over', left: matchesLeft(found), lots: lotsDue(found).length };
  const champions = [...places].filter(([, { from, to }]) => from === 1 && to === 1).map(([id]) => id);
  const champion = champions[0] === undefined ? undefined : next.entrants[champions[0]]?.name;
  return {
    kind: 'finished',
    league: {
      ...{ ...next, state: 'finished', placings: Object.fromEntries(places), awardsAfter: '' },
      finishedAt: next.finishedAt ?? at,
      ...(champion !== undefined && { champion }),
    },
  };
}

/** An organizer says that it is over. */
export function finish(league: LeagueRecord, doing: Organizing): Finishing {
  const found = finished(league, { at: doing.at });
  if (found.kind !== 'finished') return found;
  const told = withTelling(found.league, { kind: 'league-finished', at: doing.at });
  return { kind: 'finished', league: logged(told, doing, '宣布结束') };
}

/** The best first; those who share a place by name. */
export function inPlaces({ placings: places = {}, entrants }: LeagueRecord): EntryId[] {
  const name = (id: EntryId) => entrants[id]?.name ?? '';
  return Object.entries(places)
    .sort(([a, one], [b, other]) => one.from - other.from || name(a).localeCompare(name(b), 'zh'))
    .map(([id]) => id);
}
