import type { RunningCloud } from '../../support/cloud';
import { eachDoneOnce, inTurns, startCrashTown } from '../../support/crash-ordeal';
import { startTeams, TEAM_COMMANDS } from '../../support/crash-teams';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startCrashTown();
  await startTeams(cloud);
});
afterAll(() => cloud.stop());

eachDoneOnce(
  () => cloud,
  TEAM_COMMANDS,
  () => inTurns,
);
