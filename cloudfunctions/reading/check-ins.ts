import type { CheckInRecord, CheckInWords } from '../../domain/reading/check-in-record';
import { placed } from '../../domain/reading/wording';
import type { CheckInMark } from '../../types/contract';
import type { CheckInId, Day } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, changeIf, find, insertOnce, type Projection, removeAll } from '../kit/documents';
import { deleteFiles } from '../kit/files';
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
/** Check-ins with the same photos: those of a few tries to send one. */
const OTHERS_MOST = 100;

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

export type Erased = Pick<CheckInRecord, '_id' | 'memberId' | 'photos'>;

/** What is there of these to erase. What an organizer took away stays, for its author to read why. */
export function loadErased(ids: readonly CheckInId[]): Promise<Erased[]> {
  if (ids.length === 0) return Promise.resolve([]);
  const filter = { _id: _.in(ids), takenAway: _.exists(false) };
  return find<Erased>('checkIns', filter, { limit: ids.length, projection: { memberId: true, photos: true } });
}

/**
 * Deletes the photos of a check-in that is about to go, before it goes: nobody would find them after. Not those of
 * another check-in, such as the one that was sent anew after this one had been refused.
 */
export async function deletePhotos({ _id, memberId, photos }: Erased): Promise<void> {
  if (photos.length === 0) return;
  const filter = { memberId, _id: _.neq(_id), photos: _.in(photos) };
  const others = await find<Erased>('checkIns', filter, { limit: OTHERS_MOST, projection: { photos: true } });
  const kept = new Set(others.flatMap((other) => other.photos));
  await deleteFiles(photos.filter((photo) => !kept.has(photo)));
}

/** Erases what its author took away, with its photos and what was said of it. */
export async function erase(records: readonly Erased[]): Promise<void> {
  if (records.length === 0) return;
  const ids = records.map(({ _id }) => _id);
  for (const record of records) await deletePhotos(record);
  const gone = await removeAll('checkIns', { _id: _.in(ids), takenAway: _.exists(false) });
  if (gone > 0) await removeAll('comments', { noteId: _.in(ids) });
}
