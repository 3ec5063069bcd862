import type { AlbumRecord } from '../../domain/afterwards/album';
import { _ } from '../kit/cloud';
import { find } from '../kit/documents';
import { deleteFiles } from '../kit/files';
import { forEachDue, SWEEP_MOST, underLease } from '../kit/sweep';
import { forgetGone } from './change-album';

/** Deletes the files of photos that were taken away. Deleted again is no fault, so it does not matter where a run died. */
export const sweepAlbums = underLease('afterwards.sweepAlbums', async (now) => {
  const due = await find<AlbumRecord>(
    'albums',
    { dueAt: _.lte(now) },
    { orderBy: ['dueAt', 'asc'], limit: SWEEP_MOST },
  );
  const done = await forEachDue('afterwards.sweepAlbums', due, async (album) => {
    // The same file may have been put in again: then it stays.
    const kept = new Set(album.photos.map(({ file }) => file));
    await deleteFiles((album.gone ?? []).filter((file) => !kept.has(file)));
    await forgetGone(album);
  });
  return { found: due.length, done: done.length };
});
