import * as v from 'valibot';
import { decided } from '../../domain/afterwards/album';
import { PHOTO_DECISIONS } from '../../types/contract';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { staff } from '../kit/policy';
import { changeAlbum, noPhoto } from './change-album';
import { ORGANIZERS } from './serving';

/** What is taken away is gone: its file is deleted by the next sweep. */
export const decidePhoto = write<'afterwards.decidePhoto'>({
  policy: staff(...ORGANIZERS),
  schema: v.strictObject({ activityId: id, photoId: id, decision: v.picklist(PHOTO_DECISIONS) }),
  async run({ activityId, photoId, decision }, { request, now }) {
    const refused = await changeAlbum<typeof noPhoto>(activityId, { request }, (album) => {
      const change = decided(album, photoId, decision, now);
      return change.kind === 'missing' ? { kind: 'refuse', refused: noPhoto } : change;
    });
    return refused ?? { ok: true, value: { activityId, photoId, decision } };
  },
});
