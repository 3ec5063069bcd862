import type { AlbumRecord } from '../../../domain/afterwards/album';
import { addHeld, bookOf, feedbackOf, HELD, recounted } from '../../support/afterwards';
import type { RunningCloud } from '../../support/cloud';
import { AFTERWARDS } from '../../support/crash-afterwards';
import { eachDoneOnce, type Kind, startCrashTown } from '../../support/crash-ordeal';
import { saySeed } from '../../support/seed';
import { documents } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startCrashTown();
  // Over, and to be answered as long as the rounds may take.
  await addHeld(cloud, { id: HELD });
});
afterAll(() => cloud.stop());

/** They are short: a kill at every moment, what comes first after it in turns. */
const killed = (cell: number): Kind[] => [
  { effect: 'kill', first: (['retry', 'sweep', 'never'] as const)[(cell + saySeed()) % 3] ?? 'retry' },
];

eachDoneOnce(
  () => cloud,
  AFTERWARDS,
  () => killed,
  (name) => (name === 'answer' ? 10 : 4),
);

test('every answer that stands is counted once, whatever died on the way', async () => {
  const answers = await feedbackOf(cloud);
  expect(answers.length).toBeGreaterThan(5);
  expect(await bookOf(cloud)).toMatchObject(recounted(answers));
});

test('no album has a photo twice, or a file that is still to be deleted', async () => {
  const albums = await documents<AlbumRecord>(cloud, 'albums');
  expect(albums.length).toBeGreaterThan(10);
  expect(albums.filter(({ photos }) => photos.length > 1)).toEqual([]);
  expect(albums.filter(({ gone, dueAt }) => gone !== undefined || dueAt !== undefined)).toEqual([]);
});
