import { useEffect, useRef, useState } from 'react';
import type { Album, AlbumPhoto } from '../../../types/contract/afterwards';
import type { ActivityId, Instant } from '../../../types/vocabulary';
import { outdate } from '../../cloud/answers';
import { type Shown, useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';

type Addresses = Pick<Album, 'seenUntil'> & { of: ReadonlyMap<string, string> };

const addressesIn = ({ seenUntil, photos }: Album): Addresses => ({
  seenUntil,
  of: new Map(photos.flatMap(({ id, url }): [string, string][] => (url === undefined ? [] : [[id, url]]))),
});

/** Every answer brings other addresses of the same photos: those that are on the screen stay until they end, or all would load anew. */
function useSteady(album: Album | undefined, now: Instant): (photo: AlbumPhoto) => AlbumPhoto {
  const first = useRef<Addresses>();
  if (album && (!first.current || first.current.seenUntil <= now)) first.current = addressesIn(album);
  const of = first.current?.of;
  return (photo) => ({ ...photo, ...(photo.url !== undefined && { url: of?.get(photo.id) ?? photo.url }) });
}

/** An album while it is looked at: when the addresses of its photos end, others are asked for. */
export function useAlbum(activityId: ActivityId): Shown<'afterwards.album'> {
  const shown = useAnswer('afterwards.album', { activityId });
  const { value } = shown;
  const now = useNow(value?.seenUntil);
  const [openedAt] = useState(now);
  // Of what was kept from an earlier look there is nothing to fetch any more: it is asked for on opening.
  const ended = value !== undefined && value.seenUntil <= openedAt;
  const due = value !== undefined && !ended && value.seenUntil <= now ? value.seenUntil : undefined;
  useEffect(() => {
    if (due !== undefined) outdate('afterwards.album');
  }, [due]);
  const steady = useSteady(value, now);
  if (!value) return shown;
  const photos = value.photos.map(ended ? ({ url: _ended, ...photo }) => photo : steady);
  return { ...shown, value: { ...value, photos } };
}
