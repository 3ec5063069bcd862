import {
  type BoardShard,
  cellOf,
  type Move,
  moved,
  moveOf,
  newBoardShard,
  type Own,
  shardOf,
} from '../../domain/reading/board';
import { type News, newsOf, unseenNewsOf } from '../../domain/reading/board-news';
import type { ChallengeTerms } from '../../domain/reading/challenge';
import type { ReaderRecord } from '../../domain/reading/reader';
import { dayOf } from '../../domain/time/shanghai';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { changeIf, find, insertOnce } from '../kit/documents';

/** Times a board is read anew because somebody else's score moved in the same band. */
const TRIES = 8;

/** The shard is still as the move takes it to be: the one who moves, and whether they are the last in their band. */
function conditionsOf({ id, former, from, to, empties }: Move): Record<string, unknown> {
  const leaves = from !== undefined && from !== to;
  return {
    [`own.${id}${former ? '.rev' : ''}`]: former ? former.rev : _.exists(false),
    ...(leaves && { [`counts.${from}`]: empties ? 1 : _.gt(1) }),
  };
}

function changeOf({ id, next, from, to, empties, sums }: Move, shard: number): Record<string, object> {
  const change: Record<string, object> = { [`own.${id}`]: _.set(next) };
  if (from !== undefined && from !== to) {
    const cell = `cells.${cellOf(from, shard)}`;
    change[`counts.${from}`] = empties ? _.remove() : _.inc(-1);
    change[empties ? cell : `${cell}.${id}`] = _.remove();
  }
  if (to !== undefined) {
    change[`cells.${cellOf(to, shard)}.${id}`] = _.set({ score: next.score, name: next.name });
    if (from !== to) change[`counts.${to}`] = _.inc(1);
  }
  for (const [enterpriseId, by] of Object.entries(sums)) change[`sums.${enterpriseId}`] = _.inc(by);
  return change;
}

type View = Pick<BoardShard, '_id' | 'of' | 'counts'> & { own?: Record<string, Own> };

/** Whether the board knows it now; not where another move was faster. */
async function move(id: string, { of, keptTo, next, changed }: News, view: View | undefined): Promise<boolean> {
  const shard = shardOf(id);
  const own = view?.own?.[id];
  if (!own && !changed && next.score === 0) return true;
  const way = moveOf(id, { own, counts: view?.counts ?? {} }, next);
  if (!way) return true;
  if (view) return changeIf('boards', view._id, conditionsOf(way), changeOf(way, shard));
  const first = moved(newBoardShard(of, shard, keptTo), way);
  return first !== undefined && insertOnce('boards', first);
}

/**
 * Tells boards what somebody has now: one call for all of them to look, and one each to move. It may be told again, and
 * in any order: the later document wins. `false` where others moved there all the time; a sweep tells it again.
 */
export async function tell(id: string, news: readonly News[]): Promise<boolean> {
  const shard = shardOf(id);
  let left = [...news];
  for (let attempt = 0; attempt < TRIES && left.length > 0; attempt++) {
    const ids = left.map(({ of }) => newBoardShard(of, shard)._id);
    const projection = { of: true, counts: true, [`own.${id}`]: true };
    const views = await find<View>('boards', { _id: _.in(ids) }, { limit: ids.length, projection });
    const told = await Promise.all(
      left.map((each) =>
        move(
          id,
          each,
          views.find(({ of }) => of === each.of),
        ),
      ),
    );
    left = left.filter((_each, at) => !told[at]);
  }
  return left.length === 0;
}

/** Tells all boards that may not have heard of the reader as they are now. */
export function tellOf(reader: ReaderRecord, terms: ChallengeTerms, now: Instant): Promise<boolean> {
  return tell(reader.memberId, newsOf(reader, terms, dayOf(now)));
}

/** Tells boards that nobody can ask for any more, too, of a reader whom others do not see. */
export function hideOf(reader: ReaderRecord, terms: ChallengeTerms, now: Instant): Promise<boolean> {
  return tell(reader.memberId, unseenNewsOf(reader, terms, dayOf(now)));
}
