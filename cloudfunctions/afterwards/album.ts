import * as v from 'valibot';
import type { ActivityRecord } from '../../domain/activity/activity';
import { type AlbumRecord, emptyAlbum, shownTo } from '../../domain/afterwards/album';
import { photoFolder } from '../../domain/member/photo';
import type { AlbumPhoto } from '../../types/contract';
import type { ActivityId } from '../../types/vocabulary';
import { byId } from '../kit/documents';
import { id } from '../kit/fields';
import { linksTo } from '../kit/files';
import { read } from '../kit/operation';
import { anyone } from '../kit/policy';
import { decidesOn, servesAt } from './serving';
import { noActivity, notMember, notThere, takenPart } from './taken-part';

/** Seconds that an address is good for; whoever looks longer is given others. */
const SEEN_FOR = 3_600;

/** For whom the album of an activity without one is, it is an empty one; whether there is such an activity, staff hear. */
async function titled(activityId: ActivityId): Promise<string | undefined> {
  const activity = await byId<Pick<ActivityRecord, '_id' | 'title'>>('activities', activityId, { title: true });
  return activity?.title;
}

/** Whoever was there sees it, and staff; the others are told that they were not, whether or not it has photos. */
export const album = read<'afterwards.album'>({
  policy: anyone,
  schema: v.strictObject({ activityId: id }),
  async run({ activityId }, { caller, now }) {
    const { memberId, key } = caller;
    const serves = servesAt(caller, activityId, now);
    if (!serves && memberId === undefined) return notMember;
    const [record, parts] = await Promise.all([
      byId<AlbumRecord>('albums', activityId),
      serves || memberId === undefined ? [] : takenPart(activityId, memberId),
    ]);
    if (!serves && parts.length === 0) return notThere;
    const title = record ? record.title : serves ? await titled(activityId) : '';
    if (title === undefined) return noActivity;
    const shown = shownTo(record ?? emptyAlbum(activityId), serves);
    const links = await linksTo(
      shown.map(({ file }) => file),
      SEEN_FOR,
    );
    const photos = shown.map(({ id: photoId, file, hiddenAt }): AlbumPhoto => {
      const url = links.get(file);
      return { id: photoId, ...(url !== undefined && { url }), ...(hiddenAt !== undefined && { hidden: true }) };
    });
    const folder = serves ? { folder: photoFolder('album', key) } : {};
    const seenUntil = now + SEEN_FOR * 1_000;
    return { ok: true, value: { title, photos, seenUntil, ...folder, decides: decidesOn(caller, now), now } };
  },
});
