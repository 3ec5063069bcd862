import type { RunningCloud } from '../../support/cloud';
import { disturbEverywhere, inTurns, startCrashTown } from '../../support/crash-ordeal';
import { startTeams, TEAM_COMMANDS } from '../../support/crash-teams';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startCrashTown();
  await startTeams(cloud);
});
afterAll(() => cloud.stop());

test.each(Object.entries(TEAM_COMMANDS))(
  'killed at any wire call, %s is done exactly once when it is sent again',
  async (_name, prepare) => {
    const { faults } = await disturbEverywhere(cloud, prepare, inTurns);
    expect(faults).toEqual([]);
  },
);
