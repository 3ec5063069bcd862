import type { CheckInRecord, CheckInWords } from '../../domain/reading/check-in-record';
import { placed } from '../../domain/reading/wording';
import type { CheckInMark } from '../../types/contract';
import type { CheckInId, Day } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, changeIf, insertOnce, type Projection, removeAll } from '../kit/documents';
import { Busy } from '../kit/transaction';

/** All but the people who like it and what was said of it. */
const named: Record<keyof CheckInWords, true> = {
  ...{ _id: true, v: true, rev: true, challengeId: true, memberId: true, enterpriseId: true, enterpriseName: true },
  ...{ day: true, at: true, late: true, madeKey: true, book: true, minutes: true, pages: true, note: true },
  ...{ photos: true, shared: true, author: true, moderation: true, checkAt: true, feedKey: true, queueKey: true },
  ...{
    featured: true,
    erased: true,
    reports: true,
    likes: true,
    comments: true,
    settleAt: true,
    takenAway: true,
    requests: true,
  },
};
export const WORDS: Projection = named;

export function loadWords(id: CheckInId): Promise<CheckInWords | undefined> {
  return byId<CheckInWords>('checkIns', id, WORDS);
}

const TRIES = 4;

/**
 * Writes a check-in down before it counts; one that a dead call of the same request left is taken over, and the sweep
 * that was about to clear it away finds it changed. `strange`: the id is somebody else's, or came with other words.
 */
export async function writeDown(record: CheckInRecord): Promise<'written' | 'settled' | 'strange'> {
  const { _id, memberId, settleAt, requests } = record;
  const digest = requests[0]?.digest ?? '';
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (await insertOnce('checkIns', record)) return 'written';
    const mine = { memberId, 'requests.digest': digest, settleAt: _.exists(true) };
    if (await changeIf('checkIns', _id, mine, { settleAt })) return 'written';
    const there = await loadWords(_id);
    if (!there) continue;
    if (there.memberId !== memberId || !there.requests.some((each) => each.digest === digest)) return 'strange';
    if (there.settleAt === undefined) return 'settled';
  }
  throw new Busy('the check-in kept changing');
}

/**
 * Notes that it counts as it stands: it takes its place in time from the reader's document, and may be looked at from now
 * on. Nothing where it was changed meanwhile; whoever did sees to it.
 */
export async function settle(record: CheckInWords, { day, mark }: { day: Day; mark: CheckInMark }): Promise<void> {
  const { at, madeKey, late } = placed(record, day, mark);
  const { dueAt } = record.moderation;
  const place = { day, at, madeKey, late: late ? _.set(late) : _.remove() };
  const change = { ...place, settleAt: _.remove(), ...(dueAt !== undefined && { checkAt: dueAt }) };
  await changeIf('checkIns', record._id, { rev: record.rev, settleAt: _.exists(true) }, change);
}

/** Erases what its author took away, with what was said of it. What an organizer took away stays, for its author to read why. */
export async function erase(ids: readonly CheckInId[]): Promise<void> {
  if (ids.length === 0) return;
  const gone = await removeAll('checkIns', { _id: _.in(ids), takenAway: _.exists(false) });
  if (gone > 0) await removeAll('comments', { noteId: _.in(ids) });
}
