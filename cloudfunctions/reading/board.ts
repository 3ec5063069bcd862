import * as v from 'valibot';
import { type BoardShard, newBoardShard, type Own } from '../../domain/reading/board';
import { periodFor } from '../../domain/reading/board-news';
import {
  type BoardPage,
  type BoardView,
  isTorn,
  pageOf,
  type Wanted,
  wantedFor,
} from '../../domain/reading/board-page';
import { termsOf } from '../../domain/reading/challenge-record';
import { boardId, unpacked } from '../../domain/reading/score';
import { dayOf } from '../../domain/time/shanghai';
import { BOARD_SPANS } from '../../types/contract';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { id } from '../kit/fields';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { Busy } from '../kit/transaction';
import { knownChallenge } from './known-challenge';
import { loadReader } from './readers';

/** A board is this many documents at most; see `BOARD_SHARDS`. */
const SHARDS_MOST = 100;
/** Times a page is read anew because somebody came to it or left it between its two reads. */
const TRIES = 5;
const FROM_MOST = 100_000;

type Views = (BoardView & { own?: Record<string, Own> })[];

function readCounts(of: string, me: string | undefined): Promise<Views> {
  const projection = { shard: true, counts: true, ...(me !== undefined && { [`own.${me}`]: true }) };
  return find<Views[number] & { _id: string }>('boards', { of }, { limit: SHARDS_MOST, projection });
}

async function readCells(of: string, wanted: readonly Wanted[]): Promise<BoardShard['cells']> {
  if (wanted.length === 0) return {};
  const ids = [...new Set(wanted.map(({ shard }) => newBoardShard(of, shard)._id))];
  const projection = Object.fromEntries(wanted.map(({ cell }) => [`cells.${cell}`, true]));
  const options = { limit: ids.length, projection };
  const shards = await find<Pick<BoardShard, '_id'> & Partial<Pick<BoardShard, 'cells'>>>(
    'boards',
    { _id: _.in(ids) },
    options,
  );
  // A cell's name has its shard in it, so those of several never meet.
  return Object.assign({}, ...shards.map(({ cells }) => cells ?? {}));
}

/** Two calls and at most 56 documents, however many read; read again only where somebody came to it or left meanwhile. */
async function pageFrom(of: string, from: number, me: string | undefined): Promise<BoardPage> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const views = await readCounts(of, me);
    const own = me === undefined ? undefined : views.find((view) => view.own?.[me])?.own?.[me];
    const wanted = wantedFor(views, from, own);
    const cells = await readCells(of, wanted);
    if (!isTorn(wanted, cells)) return pageOf(views, cells, from, own);
  }
  throw new Busy('the board kept changing');
}

export const board = read<'reading.board'>({
  policy: anyone,
  schema: v.strictObject({
    challengeId: id,
    of: v.picklist(['people', 'teams']),
    span: v.picklist(BOARD_SPANS),
    when: v.picklist(['now', 'before']),
    from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(FROM_MOST)),
  }),
  async run({ challengeId, of, span, when, from }, { caller, now }) {
    const challenge = await knownChallenge(challengeId);
    if (!challenge) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'challenge' } };
    const teams = of === 'teams';
    const period = periodFor(termsOf(challenge), teams ? 'whole' : span, when, dayOf(now));
    const me = teams ? (await loadReader(challengeId, caller.memberId))?.teamId : caller.memberId;
    const name = boardId(challengeId, period);
    const page = await pageFrom(teams ? `${name}.teams` : name, from, me);
    const rows = page.rows.map((row) => ({
      ...{ rank: row.rank, name: row.name, ...unpacked(row.score) },
      ...(row.id === me && { mine: true as const }),
      ...(teams && { teamId: row.id }),
    }));
    const mine = page.mine && { rank: page.mine.rank, ...unpacked(page.mine.score) };
    const { from: first, to } = period;
    return { ok: true, value: { rows, count: page.count, ...(mine && { mine }), from: first, to, now } };
  },
});
