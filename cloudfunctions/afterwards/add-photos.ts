import * as v from 'valibot';
import type { ActivityRecord } from '../../domain/activity/activity';
import { ADDED_MOST, PHOTOS_MOST, withPhotos } from '../../domain/afterwards/album';
import { photoFolder } from '../../domain/member/photo';
import { checkInWindow } from '../../domain/signup/window';
import type { AfterwardsContract, RefusalsOf, Refused } from '../../types/contract';
import { byId } from '../kit/documents';
import { id, text } from '../kit/fields';
import { write } from '../kit/operation';
import { strangePhotos } from '../kit/own-photos';
import { staff } from '../kit/policy';
import { changeAlbum } from './change-album';
import { notServing, SERVING, servesAt } from './serving';
import { noActivity } from './taken-part';

type Of = Pick<ActivityRecord, '_id' | 'title' | 'state' | 'startsAt' | 'endsAt'>;
const OF = { title: true, state: true, startsAt: true, endsAt: true };

/** The length of a file's id. */
const FILE_MOST = 300;

/** Photos that the caller has put into their own folder of the storage. */
export const addPhotos = write<'afterwards.addPhotos'>({
  policy: staff(...SERVING),
  schema: v.strictObject({
    activityId: id,
    photos: v.pipe(v.array(text(1, FILE_MOST)), v.minLength(1), v.maxLength(ADDED_MOST)),
  }),
  async run({ activityId, photos }, { caller, request, now }) {
    if (!servesAt(caller, activityId, now)) return notServing;
    const strange = strangePhotos(photos, photoFolder('album', caller.key));
    if (strange) return strange;
    const activity = await byId<Of>('activities', activityId, OF);
    if (!activity || activity.state === 'draft') return noActivity;
    const { title } = activity;
    const { opensAt } = checkInWindow(activity);
    type Refusal = Refused<RefusalsOf<AfterwardsContract['addPhotos']>>;
    const refused = await changeAlbum<Refusal>(activityId, { request }, (album) => {
      if (now < opensAt)
        return { kind: 'refuse', refused: { ok: false, refusal: 'NOT_BEGUN', detail: { opensAt, now } } };
      const change = withPhotos(album, photos, title, now);
      if (change.kind !== 'full') return change;
      const detail = { most: PHOTOS_MOST, left: change.left };
      return { kind: 'refuse', refused: { ok: false, refusal: 'ALBUM_FULL', detail } };
    });
    return refused ?? { ok: true, value: { activityId, added: photos.length } };
  },
});
