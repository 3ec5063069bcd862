import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import buildWhatIsStale from '../test/support/global-setup';
import { seed } from '../test/support/seed';
import type { Simulation } from '../test/support/simulation';

const folder = join(__dirname, '..', 'test', 'simulate');

async function simulationOf(name: string): Promise<Simulation> {
  const { simulation } = (await import(join(folder, name))) as { simulation?: Simulation };
  if (!simulation) throw new Error(`test/simulate/${name}.ts exports no simulation`);
  return simulation;
}

/** `npm run simulate [-- NAME [ROUNDS]]`: every simulation, or that one, with all its rounds; `SEED=n` repeats a run. */
async function main([asked, rounds]: string[]): Promise<void> {
  const names = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
  if (asked !== undefined && !names.includes(asked)) throw new Error(`there are ${names.join(', ')}; not ${asked}`);
  await buildWhatIsStale();
  for (const name of asked === undefined ? names : [asked]) {
    const { says, full, run } = await simulationOf(name);
    const count = rounds === undefined ? full : Number(rounds);
    if (!Number.isInteger(count) || count < 1) throw new Error(`${rounds} is no number of rounds`);
    console.log(`${name}: ${says}, ${count} rounds, seed ${seed} (SEED=${seed} repeats it)`);
    const began = performance.now();
    const done = await run(count, seed);
    console.log(`${name}: ${done} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
