import type { BoardShard } from '../../domain/reading/board';
import { BOARD_DAYS, isAskable } from '../../domain/reading/board-news';
import { termsOf } from '../../domain/reading/challenge-record';
import { challengeOf } from '../../domain/reading/score';
import { shifted } from '../../domain/time/days';
import { dayOf } from '../../domain/time/shanghai';
import type { Day } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { changeIf, find, removeAll } from '../kit/documents';
import { forEachDue, SWEEP_MOST, underLease } from '../kit/sweep';
import { knownChallenge } from './known-challenge';

const SWEEP = 'reading.sweepBoards';

/** Whether somebody may still look at it: the last days and weeks of a challenge that is over can be asked for always. */
async function isWanted(board: string, today: Day): Promise<boolean> {
  const challenge = await knownChallenge(challengeOf(board));
  return challenge !== undefined && isAskable(board, termsOf(challenge), today);
}

/** Boards of days and weeks that are long over, and the names on them: nobody can ask for them any more. */
export const sweepBoards = underLease(SWEEP, async (now) => {
  const today = dayOf(now);
  const due = await find<Pick<BoardShard, '_id' | 'of'>>(
    'boards',
    { keptTo: _.lt(today) },
    { orderBy: ['keptTo', 'asc'], limit: SWEEP_MOST, projection: { of: true } },
  );
  const done = await forEachDue(SWEEP, due, async ({ _id, of }) => {
    if (await isWanted(of, today)) await changeIf('boards', _id, {}, { keptTo: shifted(today, BOARD_DAYS) });
    else await removeAll('boards', { _id });
  });
  return { found: due.length, done: done.length };
});
