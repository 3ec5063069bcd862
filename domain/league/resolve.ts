import type { EntryId, FixtureId, StageId } from '../../types/vocabulary';
import { roundsOf } from './bracket';
import type { Discipline } from './discipline';
import { fixturesOf } from './fixtures';
import { type Outcome, otherSide, type Side } from './score';
import { winnerOf } from './score-issue';
import { type Feed, type Fixture, type GroupStage, type KnockoutStage, type Stage, tableId } from './stage';
import { type Counted, type Places, type Standing, standings } from './standings';

/** An outcome that counts, and between whom it was. */
export interface Result {
  entries: readonly [EntryId, EntryId];
  outcome: Outcome;
}

/** All that a league's tables and pairings follow from. */
export interface LeagueState {
  discipline: Pick<Discipline, 'match' | 'standing'>;
  stages: readonly Stage[];
  results: ReadonlyMap<FixtureId, Result>;
  /** The published seed of the lots of each table that has drawn them, by `tableId`. */
  lots: Readonly<Record<string, string>>;
}

/** Who comes to a side of a fixture: `null` nobody ever, `undefined` not known yet. */
export type Occupant = EntryId | null | undefined;

export interface ResolvedFixture {
  fixture: Fixture;
  entries: readonly [Occupant, Occupant];
  winner: Occupant;
  loser: Occupant;
  /** Over, or never to be played because one side, or both, has nobody. */
  decided: boolean;
}

export interface ResolvedTable {
  rows: readonly Standing[];
  complete: boolean;
  /** Complete, and some share a place until lots are drawn. */
  lotsDue: boolean;
}

export type ResolvedStage =
  | { kind: 'groups'; tables: ReadonlyMap<string, ResolvedTable>; complete: boolean }
  | { kind: 'knockout'; places: ReadonlyMap<EntryId, Places>; champion: Occupant; complete: boolean };

export interface Resolved {
  fixtures: ReadonlyMap<FixtureId, ResolvedFixture>;
  stages: ReadonlyMap<StageId, ResolvedStage>;
  /** Fixtures with a result between others than those who should meet: what stood before them has changed since. */
  misfits: readonly FixtureId[];
}

interface Known extends LeagueState {
  readonly fixtures: Map<FixtureId, ResolvedFixture>;
  readonly done: Map<StageId, ResolvedStage>;
  readonly misfits: Set<FixtureId>;
}

/** Nobody comes from a place that nobody has, such as one of those who did not complete their group. */
function fromTable(table: ResolvedTable | undefined, place: number): Occupant {
  if (!table?.complete) return undefined;
  const row = table.rows.find(({ place: { from, to } }) => from <= place && place <= to);
  if (!row || row.deleted) return null;
  return row.place.from === row.place.to ? row.entry : undefined;
}

function fromKnockout(stage: ResolvedStage | undefined, place: number): Occupant {
  if (stage?.kind !== 'knockout') return undefined;
  for (const [entry, { from, to }] of stage.places) if (from === place && to === place) return entry;
  return stage.complete ? null : undefined;
}

function occupant(feed: Feed, { fixtures, done }: Known): Occupant {
  switch (feed.from) {
    case 'entry':
      return feed.entry;
    case 'group': {
      const stage = done.get(feed.stage);
      return stage?.kind === 'groups' ? fromTable(stage.tables.get(feed.group), feed.place) : undefined;
    }
    case 'place':
      return fromKnockout(done.get(feed.stage), feed.place);
    case 'winner':
      return fixtures.get(feed.fixture)?.winner;
    case 'loser':
      return fixtures.get(feed.fixture)?.loser;
    default:
      return feed satisfies never;
  }
}

/** Whoever meets nobody has won. */
function unopposed(entries: readonly [Occupant, Occupant]): Pick<ResolvedFixture, 'winner' | 'loser' | 'decided'> {
  const [a, b] = entries;
  if (a === null && b !== undefined) return { winner: b, loser: null, decided: true };
  if (b === null && a !== undefined) return { winner: a, loser: null, decided: true };
  return { winner: undefined, loser: undefined, decided: false };
}

function resolveFixture(fixture: Fixture, known: Known): ResolvedFixture {
  const entries = [occupant(fixture.feeds[0], known), occupant(fixture.feeds[1], known)] as const;
  const result = known.results.get(fixture.id);
  if (!result) return { fixture, entries, ...unopposed(entries) };
  if (result.entries[0] !== entries[0] || result.entries[1] !== entries[1]) {
    known.misfits.add(fixture.id);
    return { fixture, entries, ...unopposed(entries) };
  }
  const side = winnerOf(result.outcome, { match: known.discipline.match, bestOf: fixture.bestOf });
  const of = (which: Side | undefined) => (which === undefined ? null : entries[which]);
  const loser = side === undefined ? undefined : otherSide(side);
  return { fixture, entries, winner: of(side), loser: of(loser), decided: true };
}

function resolveGroups(stage: GroupStage, fixtures: readonly ResolvedFixture[], known: Known): ResolvedStage {
  const tables = new Map<string, ResolvedTable>();
  const format = { ...known.discipline, bestOf: stage.bestOf };
  for (const { id, slots } of stage.groups) {
    const own = fixtures.filter(({ fixture }) => fixture.group === id);
    const comers = slots.map((slot) => occupant(slot, known));
    const entries = comers.filter((entry) => typeof entry === 'string');
    const matches = own.flatMap(({ fixture, decided }): Counted[] => {
      const result = known.results.get(fixture.id);
      return decided && result && !known.misfits.has(fixture.id) ? [result] : [];
    });
    const complete = own.every(({ decided }) => decided) && comers.every((comer) => comer !== undefined);
    const table = tableId(stage.id, id);
    const rows = standings({ id: table, entries, matches }, format, complete ? known.lots[table] : undefined);
    const lotsDue = complete && rows.some(({ deleted, place }) => !deleted && place.from < place.to);
    tables.set(id, { rows, complete, lotsDue });
  }
  return { kind: 'groups', tables, complete: [...tables.values()].every(({ complete }) => complete) };
}

/** The places that those who lose in a round share. Of fewer entrants than slots the last places do not exist. */
function placesOfLosers(round: number, rounds: number, entrants: number): Places {
  return { from: 2 ** (rounds - round) + 1, to: Math.min(2 ** (rounds - round + 1), entrants) };
}

function resolveKnockout(stage: KnockoutStage, fixtures: readonly ResolvedFixture[]): ResolvedStage {
  const places = new Map<EntryId, Places>();
  const rounds = roundsOf(stage.slots.length);
  const entrants = stage.slots.filter((slot) => slot !== null).length;
  const give = (entry: Occupant, from: number, to = from) => {
    if (typeof entry === 'string') places.set(entry, { from, to });
  };
  let champion: Occupant;
  for (const { fixture, winner, loser } of fixtures) {
    const { from, to } = placesOfLosers(fixture.round, rounds, entrants);
    if (!fixture.forPlaceThree) give(loser, from, to);
    if (fixture.round === rounds && !fixture.forPlaceThree) {
      give(winner, 1);
      champion = winner;
    }
  }
  for (const { fixture, winner, loser } of fixtures) {
    if (!fixture.forPlaceThree) continue;
    give(winner, 3);
    give(loser, 4);
  }
  return { kind: 'knockout', places, champion, complete: fixtures.every(({ decided }) => decided) };
}

/**
 * Who meets whom, how every table stands and which place everybody has, as far as the results say. Nothing of it is
 * remembered: whatever result is changed, all that stands behind it is what it would be had it been so from the start.
 */
export function resolve(state: LeagueState): Resolved {
  const known: Known = { ...state, fixtures: new Map(), done: new Map(), misfits: new Set() };
  for (const stage of state.stages) {
    const resolved = fixturesOf(stage).map((fixture) => {
      const one = resolveFixture(fixture, known);
      known.fixtures.set(fixture.id, one);
      return one;
    });
    known.done.set(
      stage.id,
      stage.kind === 'groups' ? resolveGroups(stage, resolved, known) : resolveKnockout(stage, resolved),
    );
  }
  return { fixtures: known.fixtures, stages: known.done, misfits: [...known.misfits] };
}
