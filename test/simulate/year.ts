import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recountYears } from '../../scripts/recount';
import { talliesAgree } from '../support/auditor-tallies';
import { DAY } from '../support/plans';
import { ReplayedYear } from '../support/replayed-year';
import { chance } from '../support/seed';
import type { Simulation } from '../support/simulation';
import { startTown } from '../support/town';

/** Noon of 12 January in Shanghai. */
const FIRST = Date.UTC(2026, 0, 12, 4);
/** The last evening is that of New Year's Eve: what is put right of it is put right in the year after. */
const LAST = Date.UTC(2026, 11, 31, 4);
const YEARS = [2026, 2027];

async function replayed(data: string, evenings: number, seed: number): Promise<string> {
  const cloud = await startTown({ instances: 1, data });
  const year = new ReplayedYear(cloud, chance(seed));
  const faults: string[] = [];
  try {
    await year.begin(FIRST);
    const step = Math.floor((LAST - FIRST) / DAY / Math.max(1, evenings - 1)) * DAY;
    for (let at = evenings - 1; at >= 0; at--) await year.evening(LAST - at * step);
    await year.settle(LAST + 60 * DAY);
    faults.push(...(await year.differences(YEARS)), ...(await talliesAgree(cloud)));
  } finally {
    await cloud.stop();
  }
  const { differences, waiting } = await recountYears(data);
  faults.push(...differences, ...(waiting > 0 ? [`${waiting} records wait for a sweep that found none`] : []));
  if (faults.length > 0) throw new Error(faults.slice(0, 20).join('\n'));
  const there = [...year.diary.visits.values()].filter((visit) => visit.there).length;
  return `${year.commands} commands on ${evenings} evenings, ${there} of ${year.diary.visits.size} who were expected came: report, recount, auditor and diary agree`;
}

/** Evenings of a year and what is put right after them, all by the operations that people use. */
export const simulation: Simulation = {
  says: 'a year replayed through its operations, counted four ways',
  full: 40,
  async run(evenings, seed) {
    const data = mkdtempSync(join(tmpdir(), 'replayed-'));
    try {
      return await replayed(data, evenings, seed);
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  },
};
