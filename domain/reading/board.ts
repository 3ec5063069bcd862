import type { Day, EnterpriseId } from '../../types/vocabulary';
import { homeShard } from '../signup/pool';
import { bandOf } from './score';

/**
 * All of them are read for a page, and at most all once more: with the caller 57 documents. At 50,000 readers one holds
 * some 1,800.
 */
export const BOARD_SHARDS = 28;

/** What a board knows of one who is counted in it: a reader, or a team. */
export interface Own {
  /** Of the document that the score follows from: a later one is never overwritten by an earlier one. */
  rev: number;
  /** Packed; see `score.ts`. */
  score: number;
  /** What others see them as; only who chose to be seen has one, and only they are ranked. */
  name?: string;
  /** In whose sum they count, seen or not. */
  enterpriseId?: EnterpriseId;
}

/** One who is seen, where their score puts them. */
export interface Seen {
  score: number;
  name: string;
}

/**
 * A part of one board. What is counted and what is summed up change with the one whose score moves, in one update, so
 * they are exact at any moment.
 */
export interface BoardShard {
  _id: string;
  v: 1;
  /** The board. */
  of: string;
  shard: number;
  /** Of a day or week: it goes after that day, unless it can be asked for then. */
  keptTo?: Day;
  own: Record<string, Own>;
  /** Those who are seen, by band and shard: so a reader of many shards names each cell that it wants, and no other. */
  cells: Record<string, Record<string, Seen>>;
  /** How many a band has of this shard; absent: none. */
  counts: Record<string, number>;
  /** Packed sums of everybody, seen or not. */
  sums: Record<EnterpriseId, number>;
}

export function shardOf(id: string): number {
  return homeShard(id, BOARD_SHARDS);
}

export function newBoardShard(of: string, shard: number, keptTo?: Day): BoardShard {
  const kept = keptTo !== undefined && { keptTo };
  return { _id: `${of}_${shard}`, v: 1, of, shard, ...kept, own: {}, cells: {}, counts: {}, sums: {} };
}

export function cellOf(band: number | string, shard: number): string {
  return `${band}_${shard}`;
}

/** Who has read nothing in the period has no place in it, and nothing says that they have none. */
function bandWhereSeen(own: Own | undefined): number | undefined {
  return own?.name !== undefined && own.score > 0 ? bandOf(own.score) : undefined;
}

/** What is read of a shard before somebody's score moves in it. */
export interface MoveView {
  own: Own | undefined;
  counts: BoardShard['counts'];
}

/**
 * One score's way from what it was to what it is: one update, where `own.<id>` is as it was read, and whoever leaves a
 * band is its last one, or is not, as it was read.
 */
export interface Move {
  id: string;
  former: Own | undefined;
  next: Own;
  /** Bands left and entered; the same where only score or name differ. */
  from?: number;
  to?: number;
  /** Nobody is left there, and nothing of it stays: in a hundred days everybody passes through a hundred bands. */
  empties: boolean;
  sums: Record<EnterpriseId, number>;
}

/** Without what comes to nothing. */
function added(parts: [key: string | undefined, by: number][]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [key, by] of parts) if (key !== undefined) sums[key] = (sums[key] ?? 0) + by;
  return Object.fromEntries(Object.entries(sums).filter(([, by]) => by !== 0));
}

/** `undefined` where the board knows that, or something later, already. */
export function moveOf(id: string, { own: former, counts }: MoveView, next: Own): Move | undefined {
  if (former && former.rev >= next.rev) return undefined;
  const [from, to] = [bandWhereSeen(former), bandWhereSeen(next)];
  return {
    id,
    former,
    next,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    empties: from !== undefined && from !== to && counts[from] === 1,
    sums: added([
      [former?.enterpriseId, -(former?.score ?? 0)],
      [next.enterpriseId, next.score],
    ]),
  };
}

function sameOwn(a: Own | undefined, b: Own | undefined): boolean {
  if (!a || !b) return a === b;
  return a.rev === b.rev && a.score === b.score && a.name === b.name && a.enterpriseId === b.enterpriseId;
}

function plus(sums: Record<string, number>, by: Record<string, number>): Record<string, number> {
  return { ...sums, ...Object.fromEntries(Object.entries(by).map(([key, each]) => [key, (sums[key] ?? 0) + each])) };
}

/** Whether the shard is still as the move takes it to be. */
function agrees({ own, counts }: BoardShard, { id, former, from, to, empties }: Move): boolean {
  const alone = from !== undefined && from !== to && counts[from] === 1;
  return sameOwn(own[id], former) && alone === empties;
}

function without<T>(record: Record<string, T>, key: string | number): Record<string, T> {
  const { [key]: _gone, ...others } = record;
  return others;
}

/** The shard after the update; `undefined` where its condition does not hold, because another move was faster. */
export function moved(board: BoardShard, move: Move): BoardShard | undefined {
  if (!agrees(board, move)) return undefined;
  const { id, next, from, to } = move;
  let { cells, counts } = board;
  if (from !== undefined) {
    const cell = cellOf(from, board.shard);
    counts = move.empties ? without(counts, from) : plus(counts, { [from]: -1 });
    cells = move.empties ? without(cells, cell) : { ...cells, [cell]: without(cells[cell] ?? {}, id) };
  }
  if (to !== undefined && next.name !== undefined) {
    const cell = cellOf(to, board.shard);
    counts = plus(counts, { [to]: 1 });
    cells = { ...cells, [cell]: { ...cells[cell], [id]: { score: next.score, name: next.name } } };
  }
  return { ...board, own: { ...board.own, [id]: next }, cells, counts, sums: plus(board.sums, move.sums) };
}
