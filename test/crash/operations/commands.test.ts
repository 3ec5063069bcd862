import type { RunningCloud } from '../../support/cloud';
import { COMMANDS } from '../../support/crash-commands';
import { eachDoneOnce, type Kind, startCrashTown } from '../../support/crash-ordeal';
import { ORGANIZING } from '../../support/crash-organizing';
import { saySeed } from '../../support/seed';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startCrashTown();
});
afterAll(() => cloud.stop());

/** Of a command's moments one in eight is disturbed in a run; the seed goes round. */
const isTheTurnOf = (cell: number): boolean => (cell + saySeed()) % 8 === 0;

/** A kill, and what comes first after it in turns; at every other moment a milder disturbance beside it. */
function inTurns(cell: number): Kind[] {
  const round = Math.floor((cell + saySeed()) / 6);
  const kill: Kind = { effect: 'kill', first: (['retry', 'sweep', 'never'] as const)[round % 3] ?? 'retry' };
  const mild: Kind = { effect: round % 4 < 2 ? 'fail' : 'answer-lost', first: 'retry' };
  return round % 2 === 0 ? [kill, mild] : [kill];
}

/** The two that everybody gives: each moment, in every run. All in every way: `npm run simulate -- every-call`. */
const EVERY_MOMENT = ['signUp', 'cancel'];

/** Those of organizers have a file of their own: they are as many again. */
const MEMBERS = Object.fromEntries(Object.entries(COMMANDS).filter(([name]) => !(name in ORGANIZING)));

const everyMoment = (name: string): boolean => EVERY_MOMENT.includes(name);

eachDoneOnce(
  () => cloud,
  MEMBERS,
  (name) => (cell) => (everyMoment(name) || isTheTurnOf(cell) ? inTurns(cell) : []),
  (name) => (everyMoment(name) ? 10 : 0),
);
