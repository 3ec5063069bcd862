import type { RunningCloud } from '../../support/cloud';
import { IMPORTING } from '../../support/crash-imports';
import { disturbEverywhere, type Kind, startCrashTown } from '../../support/crash-ordeal';
import { saySeed } from '../../support/seed';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startCrashTown();
});
afterAll(() => cloud.stop());

/** A kill at one in six of a command's moments, others with the next seed. */
function inTurns(cell: number): Kind[] {
  const turn = cell + saySeed();
  if (turn % 6 !== 0) return [];
  return [{ effect: 'kill', first: (['retry', 'sweep', 'never'] as const)[(turn / 6) % 3] ?? 'retry' }];
}

test.each(Object.entries(IMPORTING))(
  'killed at any wire call, %s has imported all or nothing, and exactly once when it is sent again',
  async (_name, prepare) => {
    const { faults } = await disturbEverywhere(cloud, prepare, inTurns);
    expect(faults).toEqual([]);
  },
);
