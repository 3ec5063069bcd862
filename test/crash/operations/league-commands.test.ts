import { resultsAgree } from '../../support/auditor-results';
import type { RunningCloud } from '../../support/cloud';
import { LEAGUE_ENTRIES } from '../../support/crash-leagues';
import { LEAGUE_MATCHES } from '../../support/crash-matches';
import { disturbEverywhere, inTurns, type Kind, startCrashTown } from '../../support/crash-ordeal';
import { saySeed } from '../../support/seed';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startCrashTown();
});
afterAll(() => cloud.stop());

/** What most people do is disturbed at every sixth moment, others with the next seed. */
const OFTEN = ['enter', 'joinEntry', 'report', 'confirm'];
const often = (cell: number): Kind[] => {
  const turn = cell + saySeed();
  if (turn % 6 !== 0) return [];
  return [{ effect: 'kill', first: (['retry', 'sweep', 'never'] as const)[(turn / 6) % 3] ?? 'retry' }];
};

test.each(Object.entries({ ...LEAGUE_ENTRIES, ...LEAGUE_MATCHES }))(
  'killed at any wire call, %s is done exactly once when it is sent again',
  async (name, prepare) => {
    const { faults, rounds } = await disturbEverywhere(cloud, prepare, OFTEN.includes(name) ? often : inTurns);
    expect(faults).toEqual([]);
    expect(rounds).toBeGreaterThanOrEqual(OFTEN.includes(name) ? 2 : 0);
    expect(await resultsAgree(cloud, { swept: true })).toEqual([]);
  },
);
