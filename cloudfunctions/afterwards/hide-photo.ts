import * as v from 'valibot';
import { hidden } from '../../domain/afterwards/album';
import { id } from '../kit/fields';
import { write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { changeAlbum, noPhoto } from './change-album';
import { servesAt } from './serving';
import { notMember, notThere, takenPart } from './taken-part';

/** At once, for everybody, and with no word of why or who: being in a picture is reason enough. */
export const hidePhoto = write<'afterwards.hidePhoto'>({
  policy: anyone,
  schema: v.strictObject({ activityId: id, photoId: id }),
  async run({ activityId, photoId }, { caller, request, now }) {
    const { memberId } = caller;
    if (!servesAt(caller, activityId, now)) {
      if (memberId === undefined) return notMember;
      if ((await takenPart(activityId, memberId)).length === 0) return notThere;
    }
    const refused = await changeAlbum<typeof noPhoto>(activityId, { request }, (album) => {
      const change = hidden(album, photoId, now);
      return change.kind === 'missing' ? { kind: 'refuse', refused: noPhoto } : change;
    });
    return refused ?? { ok: true, value: { activityId, photoId } };
  },
});
