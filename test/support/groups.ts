import type { Format } from '../../domain/league/discipline';
import { disciplineOf } from '../../domain/league/disciplines';
import type { Outcome } from '../../domain/league/score';
import type { GroupTable, Standing } from '../../domain/league/standings';
import { oneOf, type Random } from './seed';
import type { RawMatch } from './standings-reference';

export function formatOf(id: string, bestOf: number, version = 1): Format {
  const discipline = disciplineOf({ id, version });
  if (!discipline) throw new Error(`no ${id} ${version}`);
  return { match: discipline.match, standing: discipline.standing, bestOf };
}

/** Games with few different scores, so that many are level on everything that is looked at. */
type Games = readonly (readonly [number, number])[];
export interface Sport {
  format: Format;
  /** Whole matches that side 0 wins. */
  wins: readonly Games[];
  /** Matches that were given up, by either. */
  given: readonly Games[];
}

export const TABLE_TENNIS: Sport = {
  format: formatOf('table-tennis-singles', 5),
  wins: [
    [
      [11, 9],
      [11, 9],
      [11, 9],
    ],
    [
      [11, 9],
      [11, 9],
      [11, 8],
    ],
    [
      [11, 9],
      [9, 11],
      [11, 9],
      [11, 9],
    ],
    [
      [11, 9],
      [9, 11],
      [9, 11],
      [11, 9],
      [12, 10],
    ],
  ],
  given: [
    [],
    [[5, 3]],
    [
      [11, 9],
      [10, 10],
    ],
    [
      [9, 11],
      [11, 9],
      [14, 15],
    ],
  ],
};

export const BADMINTON: Sport = {
  format: formatOf('badminton-singles', 3),
  wins: [
    [
      [21, 19],
      [21, 19],
    ],
    [
      [21, 19],
      [21, 18],
    ],
    [
      [21, 19],
      [19, 21],
      [21, 19],
    ],
    [
      [21, 19],
      [19, 21],
      [30, 29],
    ],
  ],
  given: [
    [],
    [[5, 3]],
    [
      [21, 19],
      [20, 20],
    ],
    [
      [19, 21],
      [29, 29],
    ],
  ],
};

const turned = (games: Games): [number, number][] => games.map(([x, y]) => [y, x]);
const same = (games: Games): [number, number][] => games.map(([x, y]) => [x, y]);

/** A group by chance, of three to six, now and then a double round robin, and now and then with a match given up. */
export function groupByChance(sport: Sport, random: Random): { size: number; matches: RawMatch[] } {
  const size = 3 + Math.floor(random() * 4);
  const rounds = random() < 0.1 ? 2 : 1;
  const unfinished = random() < 0.2 ? 0.15 : 0;
  const matches: RawMatch[] = [];
  for (let round = 0; round < rounds; round++) {
    for (let a = 0; a < size; a++) {
      for (let b = a + 1; b < size; b++) {
        const turn = random() < 0.5 ? same : turned;
        if (random() < unfinished) {
          const games = turn(oneOf(sport.given, random));
          const by = games.length === 0 ? 'walkover' : 'retired';
          matches.push({ a, b, games, lost: { by, who: random() < 0.5 ? a : b } });
        } else {
          matches.push({ a, b, games: turn(oneOf(sport.wins, random)) });
        }
      }
    }
  }
  return { size, matches };
}

function outcomeOf({ a, games, lost }: RawMatch): Outcome {
  const score = { kind: 'games', games } as const;
  if (!lost) return { kind: 'played', score };
  const side = lost.who === a ? 0 : 1;
  return lost.by === 'walkover' ? { kind: 'walkover', side } : { kind: 'retired', side, score };
}

/** The same group as the product sees it; `names` gives the entries' ids. */
export function tableOf(size: number, matches: readonly RawMatch[], names = (at: number) => `e${at}`): GroupTable {
  return {
    id: 'A',
    entries: Array.from({ length: size }, (_, at) => names(at)),
    matches: matches.map((match) => ({ entries: [names(match.a), names(match.b)], outcome: outcomeOf(match) })),
  };
}

/** Who stays in the table, rank by rank, those who share one together. */
export function ranksOf(rows: readonly Standing[], entries: readonly string[]): number[][] {
  const ranks = new Map<number, number[]>();
  for (const { entry, place, deleted } of rows) {
    if (!deleted) ranks.set(place.from, [...(ranks.get(place.from) ?? []), entries.indexOf(entry)]);
  }
  return [...ranks.values()].map((rank) => rank.sort((a, b) => a - b));
}
