import type { RunningCloud } from '../../support/cloud';
import { COMMANDS } from '../../support/crash-commands';
import { ALL_KINDS, disturbEverywhere, type Kind, startCrashTown } from '../../support/crash-ordeal';
import { ORGANIZING } from '../../support/crash-organizing';
import { saySeed } from '../../support/seed';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startCrashTown();
});
afterAll(() => cloud.stop());

/** Of the moments of a command, one in so many is disturbed in a run; which ones goes on with the seed. */
const ONE_IN = 4;

/** A kill, and what comes first after it in turns; at every other moment a milder disturbance beside it. */
function inTurns(cell: number): Kind[] {
  const turn = cell + saySeed();
  if (turn % ONE_IN !== 0) return [];
  const round = turn / ONE_IN;
  const kill: Kind = { effect: 'kill', first: (['retry', 'sweep', 'never'] as const)[round % 3] ?? 'retry' };
  const mild: Kind = { effect: round % 4 < 2 ? 'fail' : 'answer-lost', first: 'retry' };
  return round % 2 === 0 ? [kill, mild] : [kill];
}

/** The two that everybody gives: each moment, in every way, in every run. All of all: `npm run simulate -- every-call`. */
const EVERYTHING = ['signUp', 'cancel'];

/** Those of organizers have a file of their own: they are as many again. */
const MEMBERS = Object.entries(COMMANDS).filter(([name]) => !(name in ORGANIZING));

test.each(MEMBERS)(
  'killed, failed or unheard at any wire call, %s is done exactly once when it is sent again',
  async (name, prepare) => {
    const kindsAt = EVERYTHING.includes(name) ? () => ALL_KINDS : inTurns;
    const { faults, rounds } = await disturbEverywhere(cloud, prepare, kindsAt);
    expect(faults).toEqual([]);
    expect(rounds).toBeGreaterThanOrEqual(1);
  },
);
