import type { RunningCloud } from '../../support/cloud';
import { COMMANDS } from '../../support/crash-commands';
import { disturbEverywhere, type Kind, startCrashTown } from '../../support/crash-ordeal';
import { saySeed } from '../../support/seed';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startCrashTown();
});
afterAll(() => cloud.stop());

const KINDS: readonly Kind[] = [
  { effect: 'kill', first: 'retry' },
  { effect: 'kill', first: 'sweep' },
  { effect: 'kill', first: 'never' },
  { effect: 'fail', first: 'retry' },
  { effect: 'answer-lost', first: 'retry' },
];
/** A kill at every call, what comes first after it in turns, and at some calls a milder disturbance beside it. */
const inTurns = (cell: number): Kind[] => {
  const turn = cell + saySeed();
  const kill: Kind = { effect: 'kill', first: (['retry', 'sweep', 'never'] as const)[turn % 3] ?? 'retry' };
  const mild: Kind = { effect: turn % 8 < 4 ? 'fail' : 'answer-lost', first: 'retry' };
  return turn % 4 === 0 ? [kill, mild] : [kill];
};
const EVERYTHING = ['signUp', 'cancel'];

test.each(Object.entries(COMMANDS))(
  'killed, failed or unheard at any wire call, %s is done exactly once when it is sent again',
  async (name, prepare) => {
    const kindsAt = EVERYTHING.includes(name) ? () => KINDS : inTurns;
    const { faults, rounds } = await disturbEverywhere(cloud, prepare, kindsAt);
    expect(faults).toEqual([]);
    // The shortest command makes two calls, and each is disturbed before and after its effect.
    expect(rounds).toBeGreaterThanOrEqual(4);
  },
  60_000,
);
