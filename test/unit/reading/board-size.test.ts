import { cellOf, shardOf } from '../../../domain/reading/board';
import { PAGE_SIZE } from '../../../domain/reading/board-page';
import { type Amount, bandOf, packed } from '../../../domain/reading/score';
import { BoardTown } from '../../support/board-town';
import { chance, saySeed } from '../../support/seed';

const READERS = 50_000;
/** What one answer of the platform may have. */
const MOST_BYTES = 1_000_000;
const NAME = '读书人八个字的名';

type Random = () => number;

/** Written into the shards and not moved there: a move makes a new shard at each step. */
function townOf(amountOf: (random: Random) => Amount): BoardTown {
  const random = chance(saySeed());
  const town = new BoardTown();
  for (let at = 0; at < READERS; at++) {
    const id = `m${Math.floor(random() * 1e15).toString(36)}${at}`.padEnd(24, 'a');
    const score = packed(amountOf(random));
    const board = town.shards[shardOf(id)];
    if (!board) throw new Error(`no shard for ${id}`);
    const band = bandOf(score);
    const cell = cellOf(band, board.shard);
    board.own[id] = { rev: 1, score, name: NAME };
    board.counts[band] = (board.counts[band] ?? 0) + 1;
    board.cells[cell] = Object.assign(board.cells[cell] ?? {}, { [id]: { score, name: NAME } });
  }
  return town;
}

/** Twenty to eighty minutes a day. */
const reads = (days: number, random: Random): Amount => ({ days, minutes: Math.floor(days * (20 + random() * 60)) });
const someOf = (days: number) => (random: Random) => reads(Math.ceil(random() * days), random);
const allOf = (part: number, days: number) => (random: Random) =>
  reads(random() < part ? days : Math.ceil(random() * days), random);

test.each<[string, (random: Random) => Amount]>([
  ['everybody has read thirty minutes', () => ({ days: 1, minutes: 30 })],
  ['everybody the same on sixty days', () => ({ days: 60, minutes: 1_800 })],
  ['everybody something on one day', (random) => ({ days: 1, minutes: Math.floor(random() * 240) })],
  ['everybody something on some of a hundred days', someOf(100)],
  ['half of them something on all of a hundred days', allOf(0.5, 100)],
  ['everybody something on some days of a year', someOf(366)],
  ['a tenth of them something on all days of a year', allOf(0.1, 366)],
])('with 50,000 readers, where %s, any page is within 60 documents and 1 MB', (says, amountOf) => {
  const town = townOf(amountOf);
  const [me = ''] = Object.keys(town.shards[3]?.own ?? {});
  for (const from of [0, 25_000, 49_980]) {
    const { count, rows, mine } = town.page(from, me);
    expect({ count, rows: rows.length }).toEqual({ count: READERS, rows: PAGE_SIZE });
    expect(mine?.rank).toBeGreaterThan(0);
    const { documents, countBytes, cellBytes } = town.read;
    if (process.env.SAY) process.stdout.write(`${says}, ${from}: ${JSON.stringify(town.read)}\n`);
    expect(documents).toBeLessThanOrEqual(60);
    expect(countBytes).toBeLessThan(MOST_BYTES);
    expect(cellBytes).toBeLessThan(MOST_BYTES);
  }
});
