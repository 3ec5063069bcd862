import { type AnnouncementRecord, announcedLog } from '../../domain/message/announcement';
import type { Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { changeIf, find, insertOnce } from '../kit/documents';
import { forEachDue, underLease } from '../kit/sweep';
import { HOLD_MS, tellSome } from './tell-all';

/** Parts that a run writes at most, and so announcements that it goes on with. */
const PARTS = 5;

async function goOn(found: AnnouncementRecord, now: Instant, parts: number): Promise<void> {
  const held = { ...found, dueAt: now + HOLD_MS };
  if (!(await changeIf('announcements', found._id, { dueAt: found.dueAt }, { dueAt: held.dueAt }))) return;
  // The call may have died before it could say so.
  if (found.after === '') await insertOnce('logs', announcedLog(found));
  await tellSome(held, now, parts);
}

/** Writes what announcements still owe, so many parts a run, shared by those that are due. */
export const sweepAnnouncements = underLease('organizer.sweepAnnouncements', async (now) => {
  const due = await find<AnnouncementRecord>(
    'announcements',
    { dueAt: _.lte(now) },
    { orderBy: ['dueAt', 'asc'], limit: PARTS },
  );
  const parts = Math.floor(PARTS / Math.max(1, due.length));
  const done = await forEachDue('organizer.sweepAnnouncements', due, (found) => goOn(found, now, parts));
  return { found: due.length, done: done.length };
});
