import { type AlbumChange, type AlbumRecord, emptyAlbum } from '../../domain/afterwards/album';
import { recall, remember } from '../../domain/request/remembered';
import type { CommonRefusals, NoPhoto, Refused } from '../../types/contract';
import type { ActivityId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, changeIf, difference, insertOnce } from '../kit/documents';
import type { WriteCall } from '../kit/operation';
import { Busy } from '../kit/transaction';

/** Times a change is decided anew because the album changed meanwhile. */
const TRIES = 6;

type Reused = Refused<Pick<CommonRefusals, 'REQUEST_REUSED'>>;

export const noPhoto: Refused<NoPhoto> = { ok: false, refusal: 'NOT_FOUND', detail: { what: 'photo' } };

async function store(before: AlbumRecord | undefined, album: AlbumRecord): Promise<boolean> {
  const next = { ...album, rev: album.rev + 1 };
  if (!before) return insertOnce('albums', next);
  return changeIf('albums', before._id, { rev: before.rev }, difference(before, next));
}

/** One change of an album, decided on what it is and made only if it still is that; a request that did it before is done. */
export async function changeAlbum<R>(
  activityId: ActivityId,
  { request }: Pick<WriteCall, 'request'>,
  decide: (album: AlbumRecord) => AlbumChange | { kind: 'refuse'; refused: R },
): Promise<R | Reused | undefined> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const found = await byId<AlbumRecord>('albums', activityId);
    const album = found ?? emptyAlbum(activityId);
    const known = recall(album.requests, request);
    if (known === 'reused') return { ok: false, refusal: 'REQUEST_REUSED', detail: {} };
    if (known === 'same') return undefined;
    const decision = decide(album);
    if (decision.kind === 'refuse') return decision.refused;
    const next = decision.kind === 'change' ? decision.album : album;
    if (await store(found, { ...next, requests: remember(album.requests, request) })) return undefined;
  }
  throw new Busy('the album kept changing');
}

/** What a sweep has deleted is named no more. */
export async function forgetGone({ _id, rev, gone: _gone, dueAt: _due }: AlbumRecord): Promise<boolean> {
  return changeIf('albums', _id, { rev }, { rev: rev + 1, gone: _.remove(), dueAt: _.remove() });
}
