import type { CheckInRecord } from '../../domain/reading/check-in-record';
import type { ReaderRecord } from '../../domain/reading/reader';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant, MemberId } from '../../types/vocabulary';
import { _ } from './cloud';
import { changeAll, changeIf, find, removeAll } from './documents';
import { deleteFiles } from './files';

/** Challenges that somebody has joined: nobody joins so many in a life. */
const MOST = 1_000;

const removed = (...fields: string[]) => Object.fromEntries(fields.map((field) => [field, _.remove()]));

/** Where others saw them: nowhere any more. */
const UNSEEN = {
  ...{ 'moderation.state': 'draft', 'moderation.tries': 0, rev: _.inc(1) },
  ...removed('feedKey', 'queueKey', 'checkAt', 'featured', 'moderation.dueAt', 'moderation.reason'),
  ...removed('moderation.decidedBy'),
};

/** Photos of so many check-ins are deleted in one go. */
const PHOTOS_OF = 100;

/** Their photos, for good; whatever dies in between, those that are left are still named by a check-in. */
async function forgetPhotos(memberId: MemberId): Promise<void> {
  const filter = { memberId, 'photos.0': _.exists(true) };
  for (;;) {
    const found = await find<Pick<CheckInRecord, '_id' | 'photos'>>('checkIns', filter, {
      ...{ limit: PHOTOS_OF, projection: { photos: true } },
    });
    if (found.length === 0) return;
    await deleteFiles(found.flatMap(({ photos }) => photos));
    await changeAll('checkIns', { _id: _.in(found.map(({ _id }) => _id)) }, { photos: _.set([]), rev: _.inc(1) });
  }
}

/** What they wrote: to read for nobody. How long it was stands in the reader's document, so days count as they did. */
async function forgetWords(memberId: MemberId, now: Instant): Promise<void> {
  await changeAll('checkIns', { memberId, shared: true }, { ...UNSEEN, shared: false, author: _.remove() });
  const wordless = { note: '', erased: true, rev: _.inc(1) };
  await changeAll('checkIns', { memberId, erased: _.exists(false) }, wordless);
  // The notes that count these hear of it from a sweep.
  const comments = { memberId, removed: _.exists(false) };
  await changeAll('comments', comments, { ...UNSEEN, text: '', author: '', removed: true, tellAt: now });
  // Last: where the storage of files is down, nothing else is kept from going.
  await forgetPhotos(memberId);
}

/** Out of their teams: the team is due before, so that a sweep finds the empty seat whatever dies in between. */
async function forgetNames(memberId: MemberId, now: Instant): Promise<void> {
  const readers = await find<Pick<ReaderRecord, '_id' | 'teamId'>>(
    'readers',
    { memberId },
    { limit: MOST, projection: { teamId: true } },
  );
  const teams = readers.flatMap(({ teamId }) => teamId ?? []);
  for (const teamId of teams) await changeIf('teams', teamId, {}, { rev: _.inc(1), dueAt: now + ABANDONED_MS });
  const gone = { ...removed('name', 'teamId'), retell: true, rev: _.inc(1), dueAt: _.min(now) };
  await changeAll('readers', { memberId }, gone);
  // Nothing is half-done any more, so nobody has to wait for it.
  for (const teamId of teams) await changeIf('teams', teamId, {}, { dueAt: now });
}

/**
 * Whoever leaves the union is seen nowhere in reading: not in the feed nor on boards, and in no team. What they have read
 * stays in the sums of their enterprise, under an id that leads to nobody. Boards and teams hear of it from a sweep.
 */
export async function forgetReader(memberId: MemberId, now: Instant): Promise<void> {
  await removeAll('profiles', { _id: memberId });
  await forgetNames(memberId, now);
  await forgetWords(memberId, now);
}
