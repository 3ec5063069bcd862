import { type AlbumRecord, emptyAlbum } from '../../domain/afterwards/album';
import { addHeld, HELD, tookPart, uploadForAlbum } from '../support/afterwards';
import type { RunningCloud } from '../support/cloud';
import { NOON } from '../support/plans';
import { insert, memberOf } from '../support/town';

/** An activity that is over, and an album of the one whose volunteers `own` grants name. */
export async function addHeldFair(cloud: RunningCloud): Promise<void> {
  await addHeld(cloud);
  const file = await uploadForAlbum(cloud, 'somebody', 'first');
  const album: AlbumRecord = { ...emptyAlbum('music'), photos: [{ id: 'first', file, at: NOON }] };
  await insert(cloud, 'albums', [album]);
}

/** Of activities in which a record says that the asker was. */
export function afterwardsInputs(
  cloud: () => RunningCloud,
): Record<string, (openid: string) => Promise<object> | object> {
  const there = async (openid: string, activityId: string) => {
    await tookPart(cloud(), memberOf(openid)._id, { activityId });
    return { activityId };
  };
  return {
    'afterwards.feedback': (openid) => there(openid, HELD),
    'afterwards.answer': async (openid) => ({ ...(await there(openid, HELD)), stars: 5, again: 'yes', words: '' }),
    'afterwards.result': () => ({ activityId: HELD }),
    'afterwards.album': (openid) => there(openid, 'music'),
    'afterwards.addPhotos': async (openid) => {
      return { activityId: 'music', photos: [await uploadForAlbum(cloud(), openid, `by-${openid}`)] };
    },
    'afterwards.hidePhoto': async (openid) => ({ ...(await there(openid, 'music')), photoId: 'first' }),
    'afterwards.decidePhoto': () => ({ activityId: 'music', photoId: 'first', decision: 'keep' }),
  };
}
