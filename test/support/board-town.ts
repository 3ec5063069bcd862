import {
  BOARD_SHARDS,
  type BoardShard,
  moved,
  moveOf,
  newBoardShard,
  type Own,
  shardOf,
} from '../../domain/reading/board';
import { type BoardPage, pageOf, wantedFor } from '../../domain/reading/board-page';

/** All shards of one board, changed by moves alone and read as a function reads them. */
export class BoardTown {
  readonly shards: BoardShard[] = Array.from({ length: BOARD_SHARDS }, (_, shard) => newBoardShard('c1.whole', shard));
  /** Cells and documents of the last page. */
  read = { documents: 0, cells: 0, countBytes: 0, cellBytes: 0 };

  ownOf(id: string): Own | undefined {
    return this.shards[shardOf(id)]?.own[id];
  }

  /** Says whether it changed anything. */
  move(id: string, next: Own): boolean {
    const shard = shardOf(id);
    const board = this.shards[shard];
    if (!board) return false;
    const move = moveOf(id, { own: board.own[id], counts: board.counts }, next);
    if (!move) return false;
    const after = moved(board, move);
    if (!after) return false;
    this.shards[shard] = after;
    return true;
  }

  page(from: number, me?: string): BoardPage {
    const views = this.shards.map(({ shard, counts }) => ({ shard, counts }));
    const own = me === undefined ? undefined : this.ownOf(me);
    const wanted = wantedFor(views, from, own);
    const cells = Object.fromEntries(wanted.map(({ shard, cell }) => [cell, this.shards[shard]?.cells[cell] ?? {}]));
    // As the wire has them: each number in a wrapping of twenty bytes.
    const wire = (value: unknown) =>
      Buffer.byteLength(JSON.stringify(value).replace(/:(\d+)/g, ':{"$numberInt":"$1"}'));
    this.read = {
      documents: 1 + views.length + new Set(wanted.map(({ shard }) => shard)).size,
      cells: wanted.length,
      countBytes: wire(views.map(({ counts }) => counts)),
      cellBytes: wire(cells),
    };
    return pageOf(views, cells, from, own);
  }
}
