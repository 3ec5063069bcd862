import type { CheckInRecord } from '../../../domain/reading/check-in-record';
import {
  addChallenge,
  addPeople,
  ask,
  checkedIn,
  joined,
  reading,
  requestId,
  sweepReading,
  wordsNow,
} from '../../support/challenge-town';
import type { LooseAnswer, RunningCloud } from '../../support/cloud';
import { accepted } from '../../support/organizing';
import { filesThere, photoOf, uploadPhoto } from '../../support/photos';
import { NOON } from '../../support/plans';
import { addEnterprises, documents, FIRST_ADMIN, insert, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;
const PEOPLE = ['ann', 'bob', 'cid'];

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addChallenge(cloud, 'winter');
  await addPeople(cloud, PEOPLE);
});
beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const send = async (openid: string, photos: string[]) =>
  (await ask(cloud, 'checkIn', reading('winter', { photos }), openid)).answer as LooseAnswer;
const remove = (openid: string, checkInId: string) => ask(cloud, 'removeCheckIn', { checkInId }, openid);

test('a photo goes into the folder that the challenge names, and strangers have none', async () => {
  for (const openid of PEOPLE) await joined(cloud, openid, 'winter');
  const folderFor = async (openid: string) =>
    accepted((await ask(cloud, 'challenge', { challengeId: 'winter' }, openid)).answer).photoFolder;
  const folder = await folderFor('ann');
  expect(photoOf('ann', 'a')).toBe(`cloud://local-env.bucket/${folder}/a.jpg`);
  expect(await folderFor('bob')).not.toBe(folder);
  expect(await folderFor('stranger')).toBeUndefined();
});

test('a file of anybody else’s is no photo, whatever else is right', async () => {
  const own = photoOf('ann', 'own');
  expect(await send('ann', [own])).toMatchObject({ ok: true, value: { checkIn: { photos: [own] } } });
  const strange = [photoOf('bob', 'x'), 'cloud://local-env.bucket/covers/x.jpg', own.replace('local-env', 'other-env')];
  for (const file of strange) {
    const answer = await send('ann', [own, file]);
    expect(answer).toMatchObject({ refusal: 'BAD_INPUT', detail: { issues: [{ path: 'photos.1' }] } });
  }
  const records = await documents<CheckInRecord>(cloud, 'checkIns');
  expect(records.flatMap(({ photos }) => photos)).toEqual([own]);
});

test('photos go with the check-in that its author removes, at the cost of two calls', async () => {
  const photos = [await uploadPhoto(cloud, 'ann', 'gone-1'), await uploadPhoto(cloud, 'ann', 'gone-2')];
  const kept = await uploadPhoto(cloud, 'ann', 'kept');
  const { checkIn } = await checkedIn(cloud, 'ann', 'winter', { photos: [...photos, kept] });
  await checkedIn(cloud, 'ann', 'winter', { photos: [kept] });
  const plain = await checkedIn(cloud, 'ann', 'winter');
  const { meter } = await remove('ann', plain.checkIn.id);
  const removed = await remove('ann', checkIn.id);
  expect(removed.answer).toMatchObject({ ok: true });
  expect(removed.meter.wireCalls).toBe(meter.wireCalls + 2);
  expect(await filesThere(cloud, [...photos, kept])).toEqual([kept]);
});

test('a sweep deletes those that a removal left when it died', async () => {
  const photo = await uploadPhoto(cloud, 'bob', 'left');
  const { checkIn } = await checkedIn(cloud, 'bob', 'winter', { photos: [photo] });
  const words = await wordsNow(cloud, checkIn.id);
  await remove('bob', checkIn.id);
  // As if the call had died after the day no longer counted it.
  await insert(cloud, 'checkIns', words ? [words] : []);
  await uploadPhoto(cloud, 'bob', 'left');
  await sweepReading(cloud);
  expect(await wordsNow(cloud, checkIn.id)).toBeUndefined();
  expect(await filesThere(cloud, [photo])).toEqual([]);
});

test('what never came to count is cleared away with its photos, but for those that were sent anew', async () => {
  const [lost, again] = [await uploadPhoto(cloud, 'bob', 'lost'), await uploadPhoto(cloud, 'bob', 'again')];
  const { checkIn } = await checkedIn(cloud, 'bob', 'winter', { photos: [again] });
  const words = await wordsNow(cloud, checkIn.id);
  if (!words) throw new Error('no words');
  const id = requestId();
  await insert(cloud, 'checkIns', [{ ...words, _id: id, photos: [lost, again], settleAt: NOON }]);
  await sweepReading(cloud);
  expect(await wordsNow(cloud, id)).toBeUndefined();
  expect(await filesThere(cloud, [lost, again])).toEqual([again]);
});

test('what an organizer took away stays, photos and all, for its author to see', async () => {
  const photo = await uploadPhoto(cloud, 'bob', 'taken');
  const { checkIn } = await checkedIn(cloud, 'bob', 'winter', { photos: [photo] });
  accepted((await ask(cloud, 'takeAway', { checkInId: checkIn.id, reason: '不是读书' }, FIRST_ADMIN)).answer);
  await sweepReading(cloud);
  expect(await filesThere(cloud, [photo])).toEqual([photo]);
});

test('whoever leaves the union takes their photos along', async () => {
  const photos = [await uploadPhoto(cloud, 'cid', 'c1'), await uploadPhoto(cloud, 'cid', 'c2')];
  for (const photo of photos) await checkedIn(cloud, 'cid', 'winter', { photos: [photo] });
  const left = await cloud.call('member', 'leave', { confirm: true }, { openid: 'cid', requestId: requestId() });
  expect(left.answer).toMatchObject({ ok: true });
  expect(await filesThere(cloud, photos)).toEqual([]);
});
