import { addHeld, bookOf, feedbackOf, HELD, recounted } from '../../support/afterwards';
import type { RunningCloud } from '../../support/cloud';
import { AFTERWARDS } from '../../support/crash-afterwards';
import { eachDoneOnce, type Kind, startCrashTown } from '../../support/crash-ordeal';
import { saySeed } from '../../support/seed';

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
  () => 10,
);

test('every answer that stands is counted once, whatever died on the way', async () => {
  const answers = await feedbackOf(cloud);
  expect(answers.length).toBeGreaterThan(5);
  expect(await bookOf(cloud)).toMatchObject(recounted(answers));
});
