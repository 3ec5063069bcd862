import {
  type AlbumRecord,
  decided,
  emptyAlbum,
  hidden,
  PHOTOS_MOST,
  photoIdOf,
  shownTo,
  withPhotos,
} from '../../../domain/afterwards/album';
import { NOON } from '../../support/plans';

const album = (files: string[]): AlbumRecord => {
  const made = withPhotos(emptyAlbum('gala'), files, '音乐节', NOON);
  if (made.kind !== 'change') throw new Error('no album');
  return made.album;
};
const changed = (change: ReturnType<typeof hidden>): AlbumRecord => {
  if (change.kind !== 'change') throw new Error(`not changed: ${change.kind}`);
  return change.album;
};
const filesOf = (of: AlbumRecord, serves = false) => shownTo(of, serves).map(({ file }) => file);

test('a file is in an album once, however often it is added', () => {
  const twice = withPhotos(album(['a', 'b']), ['b', 'c', 'c'], '音乐节', NOON);
  expect(twice.kind === 'change' && twice.album.photos.map(({ file }) => file)).toEqual(['a', 'b', 'c']);
});

test('an album takes fifty, and says how many more it takes', () => {
  const most = album(Array.from({ length: PHOTOS_MOST - 2 }, (_none, at) => `f${at}`));
  expect(withPhotos(most, ['x', 'y'], '', NOON).kind).toBe('change');
  expect(withPhotos(most, ['x', 'y', 'z'], '', NOON)).toEqual({ kind: 'full', left: 2 });
});

test('what somebody asked to go is seen by staff alone until an organizer decides; the latest comes first', () => {
  const asked = changed(hidden(album(['a', 'b', 'c']), photoIdOf('b'), NOON + 1));
  expect(filesOf(asked)).toEqual(['c', 'a']);
  expect(filesOf(asked, true)).toEqual(['c', 'b', 'a']);
  expect(hidden(asked, photoIdOf('b'), NOON + 2)).toEqual({ kind: 'same' });
  const kept = changed(decided(asked, photoIdOf('b'), 'keep', NOON + 3));
  expect(filesOf(kept)).toEqual(['c', 'b', 'a']);
  // Somebody else may be in it too.
  expect(hidden(kept, photoIdOf('b'), NOON + 4).kind).toBe('change');
});

test('what is taken away is in nobody’s album, and its file is due to be deleted', () => {
  const rest = changed(decided(album(['a', 'b']), photoIdOf('a'), 'remove', NOON));
  expect(rest).toMatchObject({ gone: ['a'], dueAt: NOON });
  expect(filesOf(rest, true)).toEqual(['b']);
  expect(decided(rest, photoIdOf('a'), 'remove', NOON)).toEqual({ kind: 'missing' });
  expect(hidden(rest, photoIdOf('a'), NOON)).toEqual({ kind: 'missing' });
});
