import { standings } from '../../domain/league/standings';
import { BADMINTON, groupByChance, ranksOf, TABLE_TENNIS, tableOf } from '../support/groups';
import { chance } from '../support/seed';
import type { Simulation } from '../support/simulation';
import { bwfRanks, ittfRanks, type RawMatch } from '../support/standings-reference';

function faultOf(federation: string, said: unknown, expected: unknown, matches: RawMatch[]): Error {
  return new Error(
    `${federation}: ${JSON.stringify(said)} where its text says ${JSON.stringify(expected)}: ${JSON.stringify(matches)}`,
  );
}

/** Groups by chance, of few different scores, so that many are level; every second one by the other federation. */
export const simulation: Simulation = {
  says: 'tables of groups against a second reading of ITTF 3.7.5 and BWF GCR 16.2',
  full: 1_000_000,
  run(count, seed) {
    const random = chance(seed);
    let shared = 0;
    let deleted = 0;
    for (let at = 0; at < count; at++) {
      const ittf = at % 2 === 0;
      const sport = ittf ? TABLE_TENNIS : BADMINTON;
      const { size, matches } = groupByChance(sport, random);
      const table = tableOf(size, matches);
      const rows = standings(table, sport.format);
      const said = { ranks: ranksOf(rows, table.entries), deleted: rows.filter((row) => row.deleted).length };
      const reference = ittf ? { ranks: ittfRanks(size, matches), deleted: [] } : bwfRanks(size, matches);
      const expected = { ranks: reference.ranks, deleted: reference.deleted.length };
      if (JSON.stringify(said) !== JSON.stringify(expected)) {
        throw faultOf(ittf ? 'ITTF' : 'BWF', said, expected, matches);
      }
      shared += expected.ranks.filter((rank) => rank.length > 1).length;
      deleted += expected.deleted;
    }
    return Promise.resolve(
      `${count} groups alike, ${shared} ranks left to lots, ${deleted} entries deleted for not completing their group`,
    );
  },
};
