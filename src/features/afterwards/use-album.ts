import { useEffect, useState } from 'react';
import type { ActivityId } from '../../../types/vocabulary';
import { outdate } from '../../cloud/answers';
import { type Shown, useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';

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
  if (!ended) return shown;
  return { ...shown, value: { ...value, photos: value.photos.map(({ url: _ended, ...photo }) => photo) } };
}
