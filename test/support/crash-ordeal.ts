import { isDeepStrictEqual } from 'node:util';
import { audit } from './auditor';
import { recordsStand } from './auditor-attendance';
import type { LooseAnswer, RunningCloud } from './cloud';
import { type Command, OPEN_GATES, type Prepare, send } from './crash-commands';
import { gatePlan } from './gate';
import { everyMoment } from './moments';
import { HOUR, NOON, plan, session } from './plans';
import { saySeed } from './seed';
import { addActivities, addEnterprises, advance, runSweeps, startTown } from './town';

export type Effect = 'kill' | 'fail' | 'answer-lost';
/** What happens first after the disturbance: the device tries again, or a sweep comes along, or the device never does. */
export type First = 'retry' | 'sweep' | 'never';

export interface Kind {
  effect: Effect;
  first: First;
}

export interface Disturbance extends Kind {
  at: number;
  when: 'before' | 'after';
}

const LONG_MS = 65_000;
const TRIES = 4;

export async function startCrashTown(): Promise<RunningCloud> {
  const cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  const sessions = [session('s1', 1_000, [['a', 1_000]])];
  await addActivities(
    cloud,
    plan({ id: 'music', sessions }),
    plan({ id: 'walk', sessions }),
    plan({ id: 'sold-out', waitlist: true, sessions: [session('s1', 0, [['a', 0]])] }),
    plan({ id: 'by-approval', allocation: 'approval', sessions }),
    // As long as the rounds may take, its gates are open.
    gatePlan({ id: OPEN_GATES, sessions: [{ ...session('s1', 2_000, [['a', 2_000]]), startsAt: NOON + HOUR }] }),
  );
  return cloud;
}

/**
 * Past every deadline of abandoned work; a sweep that died holds its lease no longer than that. Gives what was found. All
 * sweeps, or those of these functions alone: most of what a round costs is sweeps that find nothing.
 */
export async function sweepLater(cloud: RunningCloud, ...only: string[]): Promise<number> {
  await advance(cloud, LONG_MS);
  return runSweeps(cloud, ...only);
}

/** An edit that died is ended, then its people are told, then looked at once more for who came meanwhile. */
const SETTLED_AFTER = 4;

/** Sweeps until none finds anything to do, or they should long have been done. */
export async function settle(cloud: RunningCloud, ...only: string[]): Promise<void> {
  for (let run = 0; run < SETTLED_AFTER; run++) if ((await sweepLater(cloud, ...only)) === 0) return;
}

/** What a device accepts as the end of its command: also that what it sent was spent, or has grown old meanwhile. */
function ends(command: Command, answer: LooseAnswer): boolean {
  return answer.ok || answer.refusal === command.outlived;
}

/** Whether two answers say the same, but for when they say it. */
function sameAnswer({ varies = [] }: Command, one: LooseAnswer, other: LooseAnswer): boolean {
  const kept = (answer: LooseAnswer): unknown => {
    if (!answer.ok || varies.length === 0) return answer;
    return Object.fromEntries(Object.entries(answer.value as object).filter(([field]) => !varies.includes(field)));
  };
  return isDeepStrictEqual(kept(one), kept(other));
}

async function untilAnswered(cloud: RunningCloud, command: Command): Promise<LooseAnswer> {
  let answer = await send(cloud, command);
  for (let tries = 1; tries < TRIES && !ends(command, answer); tries++) {
    // What a dead call holds (a transaction, a claim being swept) is let go in time, by whatever sweep has to.
    await sweepLater(cloud, ...(tries === 1 ? [command.fn] : []));
    answer = await send(cloud, command);
  }
  return answer;
}

/**
 * One command, disturbed once, and its repeat once more where `then` says so; gives what is wrong with the end of it.
 */
export async function endure(
  cloud: RunningCloud,
  command: Command,
  what: Disturbance,
  then?: Disturbance,
): Promise<string[]> {
  const { fn, op } = command;
  const { first, ...fault } = what;
  const where = `${op} ${JSON.stringify([what, then])}`;
  const faults: string[] = [];
  await cloud.api('POST', 'faults', { function: fn, op, ...fault });
  const disturbed = await send(cloud, command);
  const [asked] = (await cloud.api('GET', 'faults')) as { struck: number }[];
  if (asked?.struck !== 1) faults.push(`${where}: was not disturbed`);
  await cloud.api('DELETE', 'faults');
  if (first === 'never') return faults;
  // In one round of four the sweeps of all others come along as well, and meet what is half done.
  if (first === 'sweep') await sweepLater(cloud, ...((what.at + saySeed()) % 4 === 0 ? [] : [fn]));
  if (then) await cloud.api('POST', 'faults', { function: fn, op, at: then.at, when: then.when, effect: then.effect });
  const end = await untilAnswered(cloud, command);
  await cloud.api('DELETE', 'faults');
  const again = ends(command, end) && end.ok ? await send(cloud, command) : end;
  if (!ends(command, end)) faults.push(`${where}: ${JSON.stringify(end)}`);
  faults.push(...(await recordsStand(cloud)));
  if (disturbed.ok && !sameAnswer(command, disturbed, end)) {
    faults.push(`${where}: acknowledged ${JSON.stringify(disturbed)}, then ${JSON.stringify(end)}`);
  }
  if (!sameAnswer(command, again, end)) faults.push(`${where}: ${JSON.stringify(end)}, then ${JSON.stringify(again)}`);
  return faults;
}

/** How many wire calls the command makes undisturbed. */
export async function wireCallsOf(cloud: RunningCloud, command: Command): Promise<number> {
  const { fn, op, input, openid, requestId } = command;
  const { answer, meter } = await cloud.call(fn, op, input, { openid, requestId });
  if (!answer.ok) throw new Error(`${op} undisturbed: ${JSON.stringify(answer)}`);
  return meter.wireCalls;
}

/** Every way to be disturbed, with what may come first afterwards. */
export const ALL_KINDS: readonly Kind[] = [
  { effect: 'kill', first: 'retry' },
  { effect: 'kill', first: 'sweep' },
  { effect: 'kill', first: 'never' },
  { effect: 'fail', first: 'retry' },
  { effect: 'answer-lost', first: 'retry' },
];

/** A kill at one in eight of a command's moments, others with the next seed. All: `npm run simulate -- every-call`. */
export function inTurns(cell: number): Kind[] {
  const turn = cell + saySeed();
  if (turn % 8 !== 0) return [];
  return [{ effect: 'kill', first: (['retry', 'sweep', 'never'] as const)[(turn / 8) % 3] ?? 'retry' }];
}

/** Of those of which a run asks nothing by name it tries a third, the next two seeds the others: undisturbed calls cost as well. */
const EVERY = 3;

let rounds = 0;

/** Disturbs the command at every wire call, before and after its effect; gives the faults and the rounds it took. */
export async function disturbEverywhere(
  cloud: RunningCloud,
  prepare: Prepare,
  kindsAt: (cell: number) => readonly Kind[],
): Promise<{ faults: string[]; rounds: number; erased: string[] }> {
  // The first of its kind may have more to do, such as opening a queue: the second tells what is usual.
  await wireCallsOf(cloud, await prepare(cloud, `0${++rounds}`));
  const calls = await wireCallsOf(cloud, await prepare(cloud, `0${++rounds}`));
  const faults: string[] = [];
  const erased: string[] = [];
  const before = rounds;
  for (let at = 1; at <= calls; at++) {
    for (const when of ['before', 'after'] as const) {
      for (const kind of kindsAt(2 * at + (when === 'before' ? 0 : 1))) {
        const command = await prepare(cloud, `0${++rounds}`);
        faults.push(...(await endure(cloud, command, { at, when, ...kind })));
        if (kind.first !== 'never') erased.push(...(command.erases ?? []));
      }
    }
  }
  return { faults, rounds: rounds - before, erased };
}

/** What is wrong when everything that was left to sweeps is done; of who erased themselves nothing but books may be left. */
export async function leftOver(cloud: RunningCloud, erased: string[]): Promise<string[]> {
  await settle(cloud);
  return audit(cloud, { swept: true, erased });
}

/**
 * A test for each command that it is done once whatever disturbs it, then one for all that they left: sweeping and
 * comparing all documents takes longer than the disturbances, and finds the same at the end.
 */
export function eachDoneOnce(
  cloud: () => RunningCloud,
  commands: Record<string, Prepare>,
  kindsOf: (name: string) => (cell: number) => readonly Kind[],
  least: (name: string) => number = () => 0,
): void {
  const erased: string[] = [];
  const tried = Object.entries(commands).filter(
    ([name], at) => everyMoment || least(name) > 0 || (at + saySeed()) % EVERY === 0,
  );
  test.each(tried)(
    'killed, failed or unheard at any wire call, %s is done exactly once when it is sent again',
    async (name, prepare) => {
      const done = await disturbEverywhere(cloud(), prepare, kindsOf(name));
      erased.push(...done.erased);
      expect(done.faults).toEqual([]);
      expect(done.rounds).toBeGreaterThanOrEqual(least(name));
    },
  );
  test('afterwards nothing is left over, and all books agree', async () => {
    expect(await leftOver(cloud(), erased)).toEqual([]);
  });
}
