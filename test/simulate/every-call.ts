import { BENEFITS, startCounter } from '../support/crash-benefits';
import { COMMANDS } from '../support/crash-commands';
import { EXPORTING } from '../support/crash-exports';
import { LEAGUE_ENTRIES } from '../support/crash-leagues';
import { LEAGUE_MATCHES } from '../support/crash-matches';
import { ALL_KINDS, disturbEverywhere, leftOver, startCrashTown } from '../support/crash-ordeal';
import { READING, startReading } from '../support/crash-reading';
import { FEED } from '../support/crash-reading-feed';
import { startTeams, TEAM_COMMANDS } from '../support/crash-teams';
import type { Simulation } from '../support/simulation';

const ALL = [
  ...Object.entries(COMMANDS),
  ...Object.entries(BENEFITS).map(([name, prepare]) => [`benefit ${name}`, prepare] as const),
  ...Object.entries(FEED).map(([name, prepare]) => [`reading ${name}`, prepare] as const),
  ...Object.entries(READING).map(([name, prepare]) => [`reading ${name}`, prepare] as const),
  ...Object.entries({ ...LEAGUE_ENTRIES, ...LEAGUE_MATCHES }).map(
    ([name, prepare]) => [`league ${name}`, prepare] as const,
  ),
  ...Object.entries(EXPORTING).map(([name, prepare]) => [`export ${name}`, prepare] as const),
  ...Object.entries(TEAM_COMMANDS).map(([name, prepare]) => [`reading ${name}`, prepare] as const),
];

/** Every command, disturbed at every wire call, before and after its effect, in every way: the whole table, in order. */
export const simulation: Simulation = {
  says: 'every command disturbed at each of its wire calls in every way',
  full: ALL.length,
  async run(count) {
    const cloud = await startCrashTown();
    await startCounter(cloud);
    await startReading(cloud);
    await startTeams(cloud);
    let disturbed = 0;
    try {
      for (const [name, prepare] of ALL.slice(0, count)) {
        const { faults, rounds, erased } = await disturbEverywhere(cloud, prepare, () => ALL_KINDS);
        faults.push(...(await leftOver(cloud, erased)));
        if (faults.length > 0) throw new Error(`${name}: ${faults.join('\n')}`);
        console.log(`${name}: ${rounds} disturbances`);
        disturbed += rounds;
      }
      return `${count} commands, ${disturbed} disturbances: each done exactly once, nothing left over`;
    } finally {
      await cloud.stop();
    }
  },
};
