import type { EntryId } from '../../types/vocabulary';
import type { Criterion, Format } from './discipline';
import { added, byDifference, byRatio, NOTHING, type Tally } from './fraction';
import type { Outcome } from './score';
import { chanceFrom, shuffled } from './seeded';
import { addTallies, NO_TALLIES, type Tallies, tallies } from './tally';

/** One match of the group that counts. */
export interface Counted {
  entries: readonly [EntryId, EntryId];
  outcome: Outcome;
}

export interface GroupTable {
  /** Names the group within its league: lots are drawn for it. */
  id: string;
  /** In the order in which they were drawn into the group. */
  entries: readonly EntryId[];
  matches: readonly Counted[];
}

/** Places are counted from 1; who may still be anywhere from the second to the fourth has 2 to 4. */
export interface Places {
  from: number;
  to: number;
}

/** One step by which an entry was separated from those it was level with. */
export interface Reason {
  /** All who were level, itself included, in the order in which they were drawn into the group. */
  among: readonly EntryId[];
  /** What was looked at before, in vain. */
  level: readonly Criterion[];
  by: Criterion | 'lots' | 'not-completed';
  /** Its own; of lots the number that it drew, the first being the best. */
  value: Tally;
  /** How many of them came out above it. */
  above: number;
}

/** One row of a group's table. */
export interface Standing {
  entry: EntryId;
  /** One place; or several, where lots are still to be drawn, or for those who did not complete the group. */
  place: Places;
  /** Its results were deleted. */
  deleted: boolean;
  played: number;
  totals: Tallies;
  reasons: readonly Reason[];
}

interface Row {
  at: number;
  entry: EntryId;
  played: number;
  totals: Tallies;
}

interface Match {
  a: Row;
  b: Row;
  counts: readonly [Tallies, Tallies];
}

interface Table {
  rows: readonly Row[];
  matches: readonly Match[];
  format: Format;
  /** The number that each row draws, by where it stands in the group; absent while no lots are drawn. */
  lots: readonly number[] | undefined;
}

/** Those who did not complete the group: they lost, or were absent from, a match that was not played to its end. */
function notCompleted({ matches }: GroupTable): Set<EntryId> {
  const gone = new Set<EntryId>();
  for (const { entries, outcome } of matches) {
    if (outcome.kind === 'played') continue;
    if (outcome.kind === 'both-absent') for (const entry of entries) gone.add(entry);
    else gone.add(entries[outcome.side]);
  }
  return gone;
}

function count(group: GroupTable, entries: readonly EntryId[], format: Format): Pick<Table, 'rows' | 'matches'> {
  const rows = new Map<EntryId, Row>();
  for (const entry of entries) {
    rows.set(entry, { at: group.entries.indexOf(entry), entry, played: 0, totals: NO_TALLIES });
  }
  const matches: Match[] = [];
  for (const { entries: both, outcome } of group.matches) {
    const [a, b] = [rows.get(both[0]), rows.get(both[1])];
    if (!a || !b) continue;
    const counts = tallies(outcome, format);
    for (const [row, brings] of [
      [a, counts[0]],
      [b, counts[1]],
    ] as const) {
      row.played += 1;
      row.totals = addTallies(row.totals, brings);
    }
    matches.push({ a, b, counts });
  }
  return { rows: [...rows.values()], matches };
}

/** What each of those who are level has of a criterion. */
function values(level: readonly Row[], { of, over }: Criterion, { matches }: Table): Map<Row, Tally> {
  if (over === 'group') return new Map(level.map((row) => [row, row.totals[of]]));
  const found = new Map(level.map((row) => [row, NOTHING]));
  for (const { a, b, counts } of matches) {
    const [ofA, ofB] = [found.get(a), found.get(b)];
    if (!ofA || !ofB) continue;
    found.set(a, added(ofA, counts[0][of]));
    found.set(b, added(ofB, counts[1][of]));
  }
  return found;
}

const COMPARE: Record<Criterion['as'], (a: Tally, b: Tally) => number> = {
  won: (a, b) => b.won - a.won,
  ratio: byRatio,
  difference: byDifference,
};

/** Those who are level by it stay together; the best come first. */
function separated(level: readonly Row[], as: Criterion['as'], of: ReadonlyMap<Row, Tally>): Row[][] {
  const compare = (a: Row, b: Row) => COMPARE[as](of.get(a) ?? NOTHING, of.get(b) ?? NOTHING);
  const classes: Row[][] = [];
  for (const row of [...level].sort((a, b) => compare(a, b) || a.at - b.at)) {
    const last = classes.at(-1);
    if (last?.[0] && compare(last[0], row) === 0) last.push(row);
    else classes.push([row]);
  }
  return classes;
}

interface Ranked {
  row: Row;
  reasons: readonly Reason[];
  /** How many stand above it, and how many share its place, itself included. */
  above: number;
  sharing: number;
}

/** By lots, or together where none are drawn yet. */
function drawn({ level, looked, above, reasons }: Level, { lots }: Table): Ranked[] {
  const among = level.map(({ entry }) => entry);
  if (!lots) return level.map((row) => ({ row, reasons, above, sharing: level.length }));
  const number = ({ at }: Row) => lots[at] ?? 0;
  return [...level]
    .sort((a, b) => number(a) - number(b))
    .map((row, order) => {
      const reason: Reason = { among, level: looked, by: 'lots', value: { won: number(row), lost: 0 }, above: order };
      return { row, reasons: [...reasons, reason], above: above + order, sharing: 1 };
    });
}

/** Entries that are level, the steps that led there, and from which criterion on they are looked at. */
interface Level {
  level: readonly Row[];
  reasons: readonly Reason[];
  above: number;
  from: number;
  looked: readonly Criterion[];
}

function settle(state: Level, table: Table): Ranked[] {
  const { level, reasons, above, from } = state;
  const { criteria, between, restart } = table.format.standing;
  const [only] = level;
  if (only && level.length === 1) return [{ row: only, reasons, above, sharing: 1 }];
  const looked: Criterion[] = [];
  const steps = [
    ...(between && level.length === 2 ? [{ criterion: between, next: from }] : []),
    ...criteria.slice(from).map((criterion, at) => ({ criterion, next: restart ? 0 : from + at + 1 })),
  ];
  for (const { criterion, next } of steps) {
    const of = values(level, criterion, table);
    const classes = separated(level, criterion.as, of);
    if (classes.length > 1) {
      const among = level.map(({ entry }) => entry);
      let before = above;
      return classes.flatMap((together) => {
        const start = before;
        const step = (row: Row): Reason => ({
          among,
          level: looked,
          by: criterion,
          value: of.get(row) ?? NOTHING,
          above: start - above,
        });
        before += together.length;
        const shared = { level: together, reasons: [], above: start, from: next, looked: [] };
        return settle(shared, table).map((ranked) => ({
          ...ranked,
          reasons: [...reasons, step(ranked.row), ...ranked.reasons],
        }));
      });
    }
    looked.push(criterion);
  }
  return drawn({ ...state, looked }, table);
}

/** The number that each place of the group draws. By places and not by names, so that no name draws better lots. */
function lotsOf({ id, entries }: GroupTable, seed: string): number[] {
  const order = shuffled([...entries.keys()], chanceFrom(seed, `lots\n${id}`));
  return [...entries.keys()].map((at) => order.indexOf(at) + 1);
}

/**
 * The table of a group as the matches say so far, best first, each place with its reasons. It does not matter in which
 * order the matches come. With `lotsSeed`, which is published, whoever nothing else separates is separated by lots:
 * give it when the group is complete and keep it, so that a later correction draws the same. Those who did not complete
 * a group of a discipline that deletes their results share the last places.
 */
export function standings(group: GroupTable, format: Format, lotsSeed?: string): Standing[] {
  const gone = format.standing.unfinished === 'deleted' ? notCompleted(group) : new Set<EntryId>();
  const staying = group.entries.filter((entry) => !gone.has(entry));
  const lots = lotsSeed === undefined ? undefined : lotsOf(group, lotsSeed);
  const table: Table = { ...count(group, staying, format), format, lots };
  const start: Level = { level: table.rows, reasons: [], above: 0, from: 0, looked: [] };
  const ranked = settle(start, table).map(
    ({ row, reasons, above, sharing }): Standing => ({
      entry: row.entry,
      place: { from: above + 1, to: above + sharing },
      deleted: false,
      played: row.played,
      totals: row.totals,
      reasons,
    }),
  );
  const last = { from: staying.length + 1, to: group.entries.length };
  const reason: Reason = {
    among: group.entries,
    level: [],
    by: 'not-completed',
    value: NOTHING,
    above: staying.length,
  };
  const deleted = group.entries
    .filter((entry) => gone.has(entry))
    .map((entry) => ({ entry, place: last, deleted: true, played: 0, totals: NO_TALLIES, reasons: [reason] }));
  return [...ranked, ...deleted];
}
