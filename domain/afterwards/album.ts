import type { PhotoDecision } from '../../types/contract';
import type { ActivityId, Instant } from '../../types/vocabulary';
import { digestOfText } from '../id/base32';
import type { AcceptedRequest } from '../request/remembered';

export const ALBUM_V = 1;

/** Photos of one activity: as many as the platform gives addresses of in one call. */
export const PHOTOS_MOST = 50;
/** Added in one go. */
export const ADDED_MOST = 9;

export interface StoredPhoto {
  id: string;
  /** In the cloud's storage; nobody is told but by an address that ends. */
  file: string;
  at: Instant;
  /** Somebody in it asked for it to go, then: who it was is not kept. */
  hiddenAt?: Instant;
}

export interface AlbumRecord {
  _id: ActivityId;
  v: typeof ALBUM_V;
  rev: number;
  /** As the activity was called when the last photo came. */
  title: string;
  photos: StoredPhoto[];
  /** Files that are in no photo any more, until a sweep has deleted them. */
  gone?: string[];
  dueAt?: Instant;
  requests: AcceptedRequest[];
}

export const emptyAlbum = (activityId: ActivityId): AlbumRecord => ({
  ...{ _id: activityId, v: ALBUM_V, rev: 0, title: '', photos: [], requests: [] },
});

/** The same file is the same photo, however often it is added. */
export const photoIdOf = (file: string): string => digestOfText(`photo ${file}`).slice(0, 24);

export type AlbumChange = { kind: 'change'; album: AlbumRecord } | { kind: 'same' };

/** The album with those photos in it; how many more it takes where they are too many. */
export function withPhotos(
  album: AlbumRecord,
  files: readonly string[],
  title: string,
  now: Instant,
): AlbumChange | { kind: 'full'; left: number } {
  const known = new Set(album.photos.map(({ id }) => id));
  const added = [...new Set(files)]
    .map((file) => ({ id: photoIdOf(file), file, at: now }))
    .filter(({ id }) => !known.has(id));
  const left = PHOTOS_MOST - album.photos.length;
  if (added.length > left) return { kind: 'full', left };
  return { kind: 'change', album: { ...album, title, photos: [...album.photos, ...added] } };
}

/** One photo is seen by nobody but staff. One that an organizer had kept may be asked about again: others may be in it too. */
export function hidden(album: AlbumRecord, photoId: string, now: Instant): AlbumChange | { kind: 'missing' } {
  const photo = album.photos.find(({ id }) => id === photoId);
  if (!photo) return { kind: 'missing' };
  if (photo.hiddenAt !== undefined) return { kind: 'same' };
  const photos = album.photos.map((each) => (each === photo ? { ...each, hiddenAt: now } : each));
  return { kind: 'change', album: { ...album, photos } };
}

/** Shown again, or out of the album, and its file due to be deleted. */
export function decided(
  album: AlbumRecord,
  photoId: string,
  decision: PhotoDecision,
  now: Instant,
): AlbumChange | { kind: 'missing' } {
  const photo = album.photos.find(({ id }) => id === photoId);
  if (!photo) return { kind: 'missing' };
  if (decision === 'remove') {
    const photos = album.photos.filter((each) => each !== photo);
    return { kind: 'change', album: { ...album, photos, gone: [...(album.gone ?? []), photo.file], dueAt: now } };
  }
  if (photo.hiddenAt === undefined) return { kind: 'same' };
  const { hiddenAt: _asked, ...shown } = photo;
  return { kind: 'change', album: { ...album, photos: album.photos.map((each) => (each === photo ? shown : each)) } };
}

/** The photos that somebody sees, latest first: what was asked to go, staff alone. */
export function shownTo(album: AlbumRecord, serves: boolean): StoredPhoto[] {
  return album.photos.filter(({ hiddenAt }) => serves || hiddenAt === undefined).reverse();
}
