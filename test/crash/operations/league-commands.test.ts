import { resultsAgree } from '../../support/auditor-results';
import type { RunningCloud } from '../../support/cloud';
import { LEAGUE_ENTRIES } from '../../support/crash-leagues';
import { LEAGUE_MATCHES } from '../../support/crash-matches';
import { eachDoneOnce, inTurns, type Kind, settle, startCrashTown } from '../../support/crash-ordeal';
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

const isOften = (name: string): boolean => OFTEN.includes(name);

eachDoneOnce(
  () => cloud,
  { ...LEAGUE_ENTRIES, ...LEAGUE_MATCHES },
  (name) => (isOften(name) ? often : inTurns),
  (name) => (isOften(name) ? 1 : 0),
);

test('and every result is what its reports and confirmations make of it', async () => {
  await settle(cloud);
  expect(await resultsAgree(cloud, { swept: true })).toEqual([]);
});
