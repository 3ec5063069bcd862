import { COMMANDS } from '../support/crash-commands';
import { ALL_KINDS, disturbEverywhere, startCrashTown } from '../support/crash-ordeal';
import type { Simulation } from '../support/simulation';

/** Every command, disturbed at every wire call, before and after its effect, in every way: the whole table, in order. */
export const simulation: Simulation = {
  says: 'every command disturbed at each of its wire calls in every way',
  full: Object.keys(COMMANDS).length,
  async run(count) {
    const cloud = await startCrashTown();
    let disturbed = 0;
    try {
      for (const [name, prepare] of Object.entries(COMMANDS).slice(0, count)) {
        const { faults, rounds } = await disturbEverywhere(cloud, prepare, () => ALL_KINDS);
        if (faults.length > 0) throw new Error(`${name}: ${faults.join('\n')}`);
        disturbed += rounds;
      }
      return `${count} commands, ${disturbed} disturbances: each done exactly once, nothing left over`;
    } finally {
      await cloud.stop();
    }
  },
};
