import { type BoardShard, cellOf, type Own, type Seen } from './board';
import { bandOf, hasOneScore } from './score';

export const PAGE_SIZE = 20;

/** What the first read of all shards brings: counts, and of people only whoever asks. */
export type BoardView = Pick<BoardShard, 'shard' | 'counts'>;

/** What the second read brings. */
type Cells = Record<string, Record<string, Seen>>;

/** One band over all shards. */
interface BandCount {
  band: number;
  /** How many are in higher ones. */
  above: number;
  count: number;
  /** Those that have somebody in it, in the order of shards, each with how many stand before it in the band. */
  parts: { shard: number; before: number; count: number }[];
}

/** Highest first; a band that nobody is in is not there. */
function bandsOf(views: readonly BoardView[]): BandCount[] {
  const byBand = new Map<string, BandCount>();
  for (const { shard, counts } of [...views].sort((a, b) => a.shard - b.shard)) {
    for (const [key, count] of Object.entries(counts)) {
      if (count <= 0) continue;
      const band = byBand.get(key) ?? { band: Number(key), above: 0, count: 0, parts: [] };
      band.parts.push({ shard, before: band.count, count });
      band.count += count;
      byBand.set(key, band);
    }
  }
  const bands = [...byBand.values()].sort((a, b) => b.band - a.band);
  let above = 0;
  for (const band of bands) {
    band.above = above;
    above += band.count;
  }
  return bands;
}

type Part = BandCount['parts'][number];

/** Whether places from..to, the end left out, have one that stands there. */
function meets(from: number, to: number, start: number, count: number): boolean {
  return count > 0 && start < to && start + count > from;
}

/** Where one score is alone, its shards stand one after the other, and only those of the page are looked at. */
function partsFor({ band, above, parts }: BandCount, from: number, to: number): Part[] {
  if (!hasOneScore(band)) return parts;
  return parts.filter(({ before, count }) => meets(from, to, above + before, count));
}

/** One cell that the second read has to bring, and how many were counted in it. */
export interface Wanted {
  shard: number;
  cell: string;
  count: number;
}

/** The bands of a page, from the `from`-th place on, counted from 0. */
function bandsFor(bands: readonly BandCount[], from: number): BandCount[] {
  return bands.filter(({ above, count }) => meets(from, from + PAGE_SIZE, above, count));
}

/** Whether others of that band have to be seen to know one's rank. */
function ownBand(bands: readonly BandCount[], own: Own | undefined): BandCount | undefined {
  if (own?.name === undefined || own.score <= 0) return undefined;
  return bands.find(({ band }) => band === bandOf(own.score));
}

/** What the second read brings: the cells with the page's people, and those without which one's own rank is not known. */
export function wantedFor(views: readonly BoardView[], from: number, own?: Own): Wanted[] {
  const bands = bandsOf(views);
  const wanted = new Map<string, Wanted>();
  const want = ({ band }: BandCount, parts: readonly Part[]) => {
    for (const { shard, count } of parts) {
      const cell = cellOf(band, shard);
      wanted.set(cell, { shard, cell, count });
    }
  };
  for (const band of bandsFor(bands, from)) want(band, partsFor(band, from, from + PAGE_SIZE));
  const mine = ownBand(bands, own);
  if (mine && !hasOneScore(mine.band)) want(mine, mine.parts);
  return [...wanted.values()];
}

/**
 * Whether somebody came to or left one of those cells between the two reads. Where nobody did, page and rank are those of
 * the first one, whatever moved elsewhere; else both are read again.
 */
export function isTorn(wanted: readonly Wanted[], cells: Cells): boolean {
  return wanted.some(({ cell, count }) => Object.keys(cells[cell] ?? {}).length !== count);
}

export interface Row extends Seen {
  id: string;
  /** One more than have a higher score: who ties shares it. */
  rank: number;
}

export interface BoardPage {
  rows: Row[];
  /** All who are ranked. */
  count: number;
  /** Of whoever asks; absent where they are not seen, or have read nothing in the period. */
  mine?: { rank: number; score: number };
}

type Placed = Seen & { id: string; shard: number };

/** Higher scores first; who ties stands by shard, then by id: an order that needs nobody else to be looked at. */
function standing(cells: Cells, band: number, parts: readonly Part[]): Placed[] {
  const people = parts.flatMap(({ shard }) =>
    Object.entries(cells[cellOf(band, shard)] ?? {}).map(([id, seen]) => ({ id, shard, ...seen })),
  );
  return people.sort((a, b) => b.score - a.score || a.shard - b.shard || (a.id < b.id ? -1 : 1));
}

const countHigher = (people: readonly Placed[], score: number): number =>
  people.filter((each) => each.score > score).length;

function rowsOf(band: BandCount, cells: Cells, from: number): Row[] {
  const parts = partsFor(band, from, from + PAGE_SIZE);
  const people = standing(cells, band.band, parts);
  const start = band.above + (parts[0]?.before ?? 0);
  const onPage = people.slice(Math.max(0, from - start), Math.max(0, from + PAGE_SIZE - start));
  return onPage.map(({ id, score, name }) => ({
    id,
    score,
    name,
    rank: 1 + band.above + (hasOneScore(band.band) ? 0 : countHigher(people, score)),
  }));
}

/** The page and one's own rank, from the counts of all shards and the cells that `wantedFor` named. */
export function pageOf(views: readonly BoardView[], cells: Cells, from: number, own?: Own): BoardPage {
  const bands = bandsOf(views);
  const rows = bandsFor(bands, from).flatMap((band) => rowsOf(band, cells, from));
  const count = bands.reduce((sum, band) => sum + band.count, 0);
  const mine = ownBand(bands, own);
  if (!mine || !own) return { rows, count };
  const higher = hasOneScore(mine.band) ? 0 : countHigher(standing(cells, mine.band, mine.parts), own.score);
  return { rows, count, mine: { rank: 1 + mine.above + higher, score: own.score } };
}
