import { addHeld, albumOf, HELD, requestId, uploadForAlbum } from '../support/afterwards';
import type { LooseAnswer, RunningCloud } from '../support/cloud';
import { tally } from '../support/rush';
import { addEnterprises, addMembers, memberOf, startTown, warmUp } from '../support/town';
import { untilFree } from '../support/until-free';

let cloud: RunningCloud;
const names = ['one', 'two', 'three', 'four', 'five'];

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addHeld(cloud, {}, { id: 'asked' });
  await addMembers(
    cloud,
    names.map((name) => memberOf(name, { grants: [{ role: 'organizer', scope: { kind: 'all' } }] })),
  );
  await warmUp(cloud, 'afterwards', 'album', { activityId: HELD });
  await warmUp(cloud, 'album-unguarded', 'main', { activityId: 'warm', id: 'x' });
});
afterEach(() => cloud.api('DELETE', 'faults'));
afterAll(() => cloud.stop());

/** Nobody writes before all have looked. */
const slow = (fn: string, at: number) =>
  cloud.api('POST', 'faults', { function: fn, at, when: 'after', effect: 'delay', ms: 300, times: 6 });

const ask = (op: string, input: object, openid: string, request = requestId()): Promise<LooseAnswer> =>
  untilFree(async () => (await cloud.call('afterwards', op, input, { openid, requestId: request })).answer);

test('without the revision photos that come at once are lost', async () => {
  await slow('album-unguarded', 1);
  await Promise.all(
    names.map((id) => cloud.call('album-unguarded', 'main', { activityId: 'naive', id }, { openid: id })),
  );
  expect((await albumOf(cloud, 'naive'))?.photos.length).toBeLessThan(names.length);
});

test('of photos that several put in at once, into an album that is not there yet, none is lost', async () => {
  const files = await Promise.all(names.map((name) => uploadForAlbum(cloud, name, 'raced')));
  await slow('afterwards', 3);
  const answers = await Promise.all(
    names.map((name, at) => ask('addPhotos', { activityId: HELD, photos: [files[at]] }, name)),
  );
  expect(tally(answers)).toEqual({ ok: names.length });
  expect((await albumOf(cloud))?.photos.map(({ file }) => file).sort()).toEqual([...files].sort());
});

test('a photo that is asked about and decided on at once is hidden, shown or gone, and never in two of these', async () => {
  const file = await uploadForAlbum(cloud, 'one', 'asked');
  await ask('addPhotos', { activityId: 'asked', photos: [file] }, 'one');
  const photoId = (await albumOf(cloud, 'asked'))?.photos[0]?.id;
  await slow('afterwards', 2);
  const answers = await Promise.all([
    ask('hidePhoto', { activityId: 'asked', photoId }, 'one'),
    ask('hidePhoto', { activityId: 'asked', photoId }, 'two'),
    ask('decidePhoto', { activityId: 'asked', photoId, decision: 'remove' }, 'three'),
    ask('decidePhoto', { activityId: 'asked', photoId, decision: 'remove' }, 'four'),
  ]);
  expect(tally(answers.slice(2))).toEqual({ ok: 1, NOT_FOUND: 1 });
  expect(await albumOf(cloud, 'asked')).toMatchObject({ photos: [], gone: [file] });
});
