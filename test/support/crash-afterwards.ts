import { photoIdOf } from '../../domain/afterwards/album';
import { addHeld, HELD, requestId, tookPart, uploadForAlbum } from './afterwards';
import type { RunningCloud } from './cloud';
import type { Command, Prepare } from './crash-command';
import { addMembers, FIRST_ADMIN, memberOf } from './town';

/** Somebody who was there, and has not said anything yet. */
async function answer(cloud: RunningCloud, tag: string): Promise<Command> {
  const member = memberOf(`answers-${tag}`);
  await addMembers(cloud, [member]);
  await tookPart(cloud, member._id);
  const input = { activityId: HELD, stars: 4, again: 'maybe', words: '好' };
  return { fn: 'afterwards', op: 'answer', input, openid: member.openid, requestId: requestId() };
}

/** An activity with an album of its own, so that no round fills another's. */
async function held(cloud: RunningCloud, tag: string): Promise<{ activityId: string; file: string }> {
  const activityId = `album-${tag}`;
  await addHeld(cloud, { id: activityId });
  return { activityId, file: await uploadForAlbum(cloud, FIRST_ADMIN, tag) };
}

const byAdmin = (op: string, input: object): Command => ({
  ...{ fn: 'afterwards', op, input, openid: FIRST_ADMIN, requestId: requestId() },
});

async function addPhotos(cloud: RunningCloud, tag: string): Promise<Command> {
  const { activityId, file } = await held(cloud, tag);
  return byAdmin('addPhotos', { activityId, photos: [file] });
}

async function photoIn(cloud: RunningCloud, tag: string): Promise<{ activityId: string; photoId: string }> {
  const { activityId, file } = await held(cloud, tag);
  const { op, input, openid } = byAdmin('addPhotos', { activityId, photos: [file] });
  await cloud.call('afterwards', op, input, { openid, requestId: requestId() });
  return { activityId, photoId: photoIdOf(file) };
}

const hidePhoto = async (cloud: RunningCloud, tag: string): Promise<Command> =>
  byAdmin('hidePhoto', await photoIn(cloud, tag));

const decidePhoto = async (cloud: RunningCloud, tag: string): Promise<Command> =>
  byAdmin('decidePhoto', { ...(await photoIn(cloud, tag)), decision: 'remove' });

export const AFTERWARDS: Record<string, Prepare> = { answer, addPhotos, hidePhoto, decidePhoto };
