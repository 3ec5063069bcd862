import type { RunningCloud } from '../../support/cloud';
import { disturbEverywhere, type Kind, startCrashTown } from '../../support/crash-ordeal';
import { startTeams, TEAM_COMMANDS } from '../../support/crash-teams';
import { saySeed } from '../../support/seed';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startCrashTown();
  await startTeams(cloud);
});
afterAll(() => cloud.stop());

/** Of a command's moments one in six is disturbed in a run; the seed goes round. All: `npm run simulate -- every-call`. */
function inTurns(cell: number): Kind[] {
  const turn = cell + saySeed();
  if (turn % 6 !== 0) return [];
  const first = (['retry', 'sweep', 'never'] as const)[(turn / 6) % 3] ?? 'retry';
  return [{ effect: 'kill', first }];
}

test.each(Object.entries(TEAM_COMMANDS))(
  'killed at any wire call, %s is done exactly once when it is sent again',
  async (_name, prepare) => {
    const { faults, rounds } = await disturbEverywhere(cloud, prepare, inTurns);
    expect(faults).toEqual([]);
    expect(rounds).toBeGreaterThanOrEqual(1);
  },
);
