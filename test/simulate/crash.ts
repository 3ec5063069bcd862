import { audit } from '../support/auditor';
import type { RunningCloud } from '../support/cloud';
import { COMMANDS } from '../support/crash-commands';
import { type Disturbance, endure, settle, startCrashTown, wireCallsOf } from '../support/crash-ordeal';
import { chance, oneOf } from '../support/seed';
import type { Simulation } from '../support/simulation';

function disturbance(calls: number, random: () => number): Disturbance {
  return {
    at: 1 + Math.floor(random() * calls),
    when: oneOf(['before', 'after'] as const, random),
    effect: oneOf(['kill', 'kill', 'fail', 'answer-lost'] as const, random),
    first: oneOf(['retry', 'retry', 'sweep', 'sweep', 'never'] as const, random),
  };
}

async function rounds(cloud: RunningCloud, count: number, random: () => number): Promise<string> {
  const faults: string[] = [];
  const erased: string[] = [];
  const calls = new Map<string, number>();
  for (const [name, prepare] of Object.entries(COMMANDS)) {
    // The first of its kind may have more to do, such as opening a queue: the second tells what is usual.
    await wireCallsOf(cloud, await prepare(cloud, `10${calls.size}`));
    calls.set(name, await wireCallsOf(cloud, await prepare(cloud, `11${calls.size}`)));
  }
  for (let at = 0; at < count; at++) {
    const [name, prepare] = oneOf(Object.entries(COMMANDS), random);
    const command = await prepare(cloud, `2${String(at).padStart(6, '0')}`);
    const once = disturbance(calls.get(name) ?? 1, random);
    const twice = random() < 0.5 ? disturbance(calls.get(name) ?? 1, random) : undefined;
    faults.push(...(await endure(cloud, command, once, twice)));
    if (once.first !== 'never') erased.push(...(command.erases ?? []));
    if (faults.length > 0) break;
  }
  // An edit that died is ended, then its people are told, then looked at once more for who came meanwhile.
  await settle(cloud);
  faults.push(...(await audit(cloud, { swept: true, erased })));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return `${count} commands of ${calls.size} kinds, each disturbed once or twice: all done exactly once, nothing left over`;
}

/** Commands by chance, killed, failed or unheard by chance, half of them on their second try too. */
export const simulation: Simulation = {
  says: 'commands disturbed at any wire call, and again while they are repeated',
  full: 400,
  async run(count, seed) {
    const cloud = await startCrashTown();
    try {
      return await rounds(cloud, count, chance(seed));
    } finally {
      await cloud.stop();
    }
  },
};
