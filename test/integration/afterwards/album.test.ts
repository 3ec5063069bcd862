import type { Album } from '../../../types/contract';
import {
  addHeld,
  albumOf,
  atAfterwards,
  ENDED,
  HELD,
  requestId,
  tookPart,
  uploadForAlbum,
} from '../../support/afterwards';
import type { RunningCloud } from '../../support/cloud';
import { refusal } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { filesThere } from '../../support/photos';
import { DAY, HOUR, NOON, session } from '../../support/plans';
import { addEnterprises, addMembers, memberOf, runSweep, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;
const volunteer = (id: string) => ({ role: 'volunteer' as const, scope: { kind: 'activity' as const, id } });

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  const later = { ...session('s1', 9), startsAt: NOON + DAY, endsAt: NOON + DAY + HOUR };
  await addHeld(cloud, {}, { id: 'later', sessions: [later] }, { id: 'full' }, { id: 'bare' });
  await addMembers(cloud, [
    ...['ann', 'bob', 'absent'].map((name) => memberOf(name)),
    memberOf('organizer', { grants: [{ role: 'organizer', scope: { kind: 'all' } }] }),
    memberOf('helper', { grants: [volunteer(HELD)] }),
    memberOf('elsewhere', { grants: [volunteer('other')] }),
  ]);
  for (const name of ['ann', 'bob']) await tookPart(cloud, memberOf(name)._id);
});
beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const look = (openid: string, activityId = HELD) => atAfterwards(cloud, 'album', { activityId }, openid);
const seen = async (openid: string): Promise<Album> => accepted((await look(openid)).answer);
const add = (openid: string, photos: string[], activityId = HELD, request = requestId()) =>
  atAfterwards(cloud, 'addPhotos', { activityId, photos }, openid, request);
const upload = (openid: string, ...names: string[]) =>
  Promise.all(names.map((name) => uploadForAlbum(cloud, openid, name)));

test('staff put photos into it, and who was there sees them, latest first, by addresses that end', async () => {
  accepted((await add('organizer', await upload('organizer', 'one'))).answer);
  accepted((await add('helper', await upload('helper', 'two', 'three'))).answer);
  const album = await seen('ann');
  expect(album).toMatchObject({ title: '职工音乐节', decides: false });
  expect(album.folder).toBeUndefined();
  expect(album.seenUntil).toBe(album.now + HOUR);
  expect(album.photos).toHaveLength(3);
  for (const { url = '' } of album.photos) expect((await fetch(url)).ok).toBe(true);
  expect(JSON.stringify(album)).not.toContain('cloud://');
  expect(await seen('helper')).toMatchObject({ decides: false, folder: expect.stringMatching(/^album\//) });
  expect(await seen('organizer')).toMatchObject({ decides: true });
});

test('who was absent, or is no member, sees none, and hears the same where there are none', async () => {
  expect((await look('absent')).answer).toEqual(refusal('NOT_THERE'));
  expect((await look('absent', 'bare')).answer).toEqual(refusal('NOT_THERE'));
  expect((await look('nobody')).answer).toEqual(refusal('NOT_MEMBER'));
  expect((await look('elsewhere')).answer).toEqual(refusal('NOT_THERE'));
  const [photo] = (await seen('ann')).photos;
  const hide = { activityId: HELD, photoId: photo?.id ?? '' };
  expect((await atAfterwards(cloud, 'hidePhoto', hide, 'absent')).answer).toEqual(refusal('NOT_THERE'));
});

test('a volunteer of another activity, a file of somebody else’s, and what has not begun take none', async () => {
  expect((await add('elsewhere', await upload('elsewhere', 'x'))).answer).toMatchObject(
    refusal('FORBIDDEN', { needs: ['volunteer', 'organizer', 'admin'] }),
  );
  expect((await add('helper', await upload('organizer', 'y'))).answer).toMatchObject(refusal('BAD_INPUT'));
  expect((await add('organizer', await upload('organizer', 'z'), 'later')).answer).toMatchObject(
    refusal('NOT_BEGUN', { opensAt: NOON + DAY - 2 * HOUR }),
  );
  expect((await add('organizer', await upload('organizer', 'z'), 'none')).answer).toEqual(
    refusal('NOT_FOUND', { what: 'activity' }),
  );
  expect((await seen('ann')).photos).toHaveLength(3);
});

test('sent again it is answered the same and adds nothing, the id with other photos is refused', async () => {
  const request = requestId();
  const photos = await upload('organizer', 'four');
  const first = (await add('organizer', photos, HELD, request)).answer;
  expect((await add('organizer', photos, HELD, request)).answer).toEqual(first);
  expect((await add('organizer', await upload('organizer', 'five'), HELD, request)).answer).toEqual(
    refusal('REQUEST_REUSED'),
  );
  expect((await seen('ann')).photos).toHaveLength(4);
});

test('one press hides a photo for everybody but staff, keeps nobody’s name, and an organizer decides', async () => {
  const [last] = (await seen('ann')).photos;
  const of = { activityId: HELD, photoId: last?.id ?? '' };
  accepted((await atAfterwards(cloud, 'hidePhoto', of, 'ann')).answer);
  for (const name of ['ann', 'bob']) expect((await seen(name)).photos.map(({ id }) => id)).not.toContain(of.photoId);
  expect((await seen('organizer')).photos[0]).toMatchObject({ id: of.photoId, hidden: true });
  expect(JSON.stringify(await albumOf(cloud))).not.toContain(memberOf('ann')._id);
  const keep = { ...of, decision: 'keep' as const };
  expect((await atAfterwards(cloud, 'decidePhoto', keep, 'helper')).answer).toMatchObject(refusal('FORBIDDEN'));
  accepted((await atAfterwards(cloud, 'decidePhoto', keep, 'organizer')).answer);
  expect((await seen('bob')).photos[0]).toMatchObject({ id: of.photoId });
});

test('a press sent again hides nothing that an organizer has kept meanwhile; another press does', async () => {
  const [last] = (await seen('ann')).photos;
  const of = { activityId: HELD, photoId: last?.id ?? '' };
  const request = requestId();
  const press = (id: string) => atAfterwards(cloud, 'hidePhoto', of, 'ann', id);
  const keep = () => atAfterwards(cloud, 'decidePhoto', { ...of, decision: 'keep' }, 'organizer');
  const first = (await press(request)).answer;
  accepted((await keep()).answer);
  expect((await press(request)).answer).toEqual(first);
  expect((await seen('bob')).photos[0]).toMatchObject({ id: of.photoId });
  accepted((await press(requestId())).answer);
  expect((await seen('bob')).photos.map(({ id }) => id)).not.toContain(of.photoId);
  accepted((await keep()).answer);
});

test('a file that was taken away and put in again stays', async () => {
  const [file = ''] = await upload('organizer', 'again');
  accepted((await add('organizer', [file], 'bare')).answer);
  const photoId = (await albumOf(cloud, 'bare'))?.photos[0]?.id ?? '';
  const remove = { activityId: 'bare', photoId, decision: 'remove' as const };
  accepted((await atAfterwards(cloud, 'decidePhoto', remove, 'organizer')).answer);
  accepted((await add('organizer', [file], 'bare')).answer);
  expect(await runSweep(cloud, 'sweepAlbums', 'afterwards')).toBe(1);
  expect(await filesThere(cloud, [file])).toEqual([file]);
});

test('what an organizer takes away is gone at once, and its file with the next sweep', async () => {
  const stored = await albumOf(cloud);
  const { id: photoId = '', file = '' } = stored?.photos.at(-1) ?? {};
  const remove = { activityId: HELD, photoId, decision: 'remove' as const };
  accepted((await atAfterwards(cloud, 'decidePhoto', remove, 'organizer')).answer);
  expect((await seen('organizer')).photos.map(({ id }) => id)).not.toContain(photoId);
  expect(await filesThere(cloud, [file])).toEqual([file]);
  expect(await runSweep(cloud, 'sweepAlbums', 'afterwards')).toBe(1);
  expect(await filesThere(cloud, [file])).toEqual([]);
  expect(await albumOf(cloud)).not.toHaveProperty('gone');
  expect(await runSweep(cloud, 'sweepAlbums', 'afterwards')).toBe(0);
  const hide = await atAfterwards(cloud, 'hidePhoto', { activityId: HELD, photoId }, 'ann');
  expect(hide.answer).toEqual(refusal('NOT_FOUND', { what: 'photo' }));
});

test('it takes fifty; a look at all of them costs three calls and three documents', async () => {
  for (let from = 0; from < 48; from += 8) {
    const names = Array.from({ length: 8 }, (_none, at) => `crowd-${from + at}`);
    accepted((await add('organizer', await upload('organizer', ...names), 'full')).answer);
  }
  const more = await upload('organizer', 'more-1', 'more-2', 'more-3');
  expect((await add('organizer', more, 'full')).answer).toEqual(refusal('ALBUM_FULL', { most: 50, left: 2 }));
  const added = await add('organizer', more.slice(0, 2), 'full');
  accepted(added.answer);
  // Caller, activity and album, and the album once more as it is changed.
  expect(added.meter).toMatchObject({ dbCalls: 4, docsRead: 4, unindexed: 0 });
  await tookPart(cloud, memberOf('ann')._id, { activityId: 'full', at: ENDED });
  const { answer, meter } = await look('ann', 'full');
  expect(accepted(answer).photos).toHaveLength(50);
  expect(meter).toMatchObject({ dbCalls: 3, docsRead: 3, unindexed: 0 });
});
