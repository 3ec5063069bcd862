import fc from 'fast-check';
import type { Outcome } from '../../../domain/league/score';
import { type GroupTable, standings } from '../../../domain/league/standings';
import { simulation } from '../../simulate/standings';
import { BADMINTON, formatOf, groupByChance, TABLE_TENNIS, tableOf } from '../../support/groups';
import { chance, holds, saySeed } from '../../support/seed';

const TT = TABLE_TENNIS.format;
const BWF = BADMINTON.format;
const TUG = formatOf('tug-of-war', 3);
const ESPORTS = formatOf('esports-5v5', 3);

type Games = [number, number][];
const games = (...played: Games): Outcome => ({ kind: 'played', score: { kind: 'games', games: played } });
const wins = (a: number, b: number): Outcome => ({ kind: 'played', score: { kind: 'wins', wins: [a, b] } });

function group(matches: [string, string, Outcome][]): GroupTable {
  return {
    id: 'A',
    entries: [...new Set([...matches.map(([a]) => a), ...matches.map(([, b]) => b)])].sort(),
    matches: matches.map(([a, b, outcome]) => ({ entries: [a, b], outcome })),
  };
}

const order = (rows: ReturnType<typeof standings>) => rows.map(({ entry }) => entry).join('');
const decidedBy = (rows: ReturnType<typeof standings>, entry: string) =>
  rows.find((row) => row.entry === entry)?.reasons.at(-1)?.by;

const THREE = games([11, 5], [11, 5], [11, 5]);
const FOUR = games([11, 5], [11, 5], [5, 11], [11, 5]);
const FIVE = games([11, 5], [5, 11], [11, 5], [5, 11], [11, 5]);

test('tables are those of ITTF 3.7.5 and BWF GCR 16.2, as a second reading of their texts has them', async () => {
  await expect(simulation.run(3_000, saySeed())).resolves.toContain('3000 groups alike');
});

test('the order in which results come, and who a match names first, change no table', () => {
  holds(
    fc.property(fc.nat(), fc.boolean(), (from, ittf) => {
      const random = chance(from);
      const sport = ittf ? TABLE_TENNIS : BADMINTON;
      const { size, matches } = groupByChance(sport, random);
      const turned = matches.map((match) => {
        if (random() < 0.5) return match;
        return { ...match, a: match.b, b: match.a, games: match.games.map(([x, y]): [number, number] => [y, x]) };
      });
      const mixed = turned.map((match) => ({ match, at: random() })).sort((one, other) => one.at - other.at);
      const said = standings(tableOf(size, matches), sport.format, 'seed');
      const again = standings(
        tableOf(
          size,
          mixed.map(({ match }) => match),
        ),
        sport.format,
        'seed',
      );
      expect(again).toEqual(said);
      return true;
    }),
  );
});

test('names change nothing, not even who draws which lot', () => {
  holds(
    fc.property(fc.nat(), fc.boolean(), (from, ittf) => {
      const random = chance(from);
      const sport = ittf ? TABLE_TENNIS : BADMINTON;
      const { size, matches } = groupByChance(sport, random);
      const names = Array.from({ length: size }, (_, at) => `${Math.floor(random() * 1e6)}-${at}`);
      const said = standings(tableOf(size, matches), sport.format, 'seed').map(({ entry }) => Number(entry.slice(1)));
      const renamed = standings(
        tableOf(size, matches, (at) => names[at] ?? ''),
        sport.format,
        'seed',
      );
      expect(renamed.map(({ entry }) => names.indexOf(entry))).toEqual(said);
      return true;
    }),
  );
});

describe('table tennis', () => {
  test('among those level on points only the matches between them count', () => {
    // All three beat d and have 5 points; a lost a game to d, which does not count.
    const rows = standings(
      group([
        ['a', 'b', THREE],
        ['b', 'c', FOUR],
        ['c', 'a', FIVE],
        ['a', 'd', FIVE],
        ['b', 'd', THREE],
        ['c', 'd', THREE],
      ]),
      TT,
    );
    // Between them a has 3:0 and 2:3, c 3:2 and 1:3, b 3:1 and 0:3.
    expect(order(rows)).toBe('acbd');
    expect(rows.map(({ reasons }) => reasons.at(-1)?.value)).toEqual([
      { won: 5, lost: 3 },
      { won: 4, lost: 5 },
      { won: 3, lost: 4 },
      { won: 3, lost: 0 },
    ]);
  });

  test('once some are separated, the rest start again with the points of the matches between them', () => {
    // Of five with three wins each, games put e (7:6) first and d (6:7) last and leave a, b and c at 6:6. Of these a has
    // two wins and b one. If they went on to points, b with 60:33 would stand above a with 66:54.
    const narrow = games([11, 9], [11, 9], [11, 9]);
    const clear = games([11, 0], [11, 0], [11, 0]);
    const rows = standings(
      group([
        ['a', 'b', narrow],
        ['a', 'c', narrow],
        ['b', 'c', clear],
        ['d', 'a', THREE],
        ['e', 'a', THREE],
        ['b', 'd', THREE],
        ['e', 'b', THREE],
        ['c', 'd', THREE],
        ['c', 'e', THREE],
        ['d', 'e', FOUR],
        ...['a', 'b', 'c', 'd', 'e'].map((one): [string, string, Outcome] => [one, 'f', THREE]),
      ]),
      TT,
    );
    expect(order(rows)).toBe('eabcdf');
    expect(decidedBy(rows, 'b')).toEqual({ of: 'match-points', as: 'won', over: 'level' });
  });

  test('of two pairs that are level each is decided by the match between the two', () => {
    const rows = standings(
      group([
        ['a', 'b', THREE],
        ['b', 'c', THREE],
        ['c', 'a', FIVE],
        ['a', 'd', FIVE],
        ['d', 'b', FIVE],
        ['d', 'c', FOUR],
      ]),
      TT,
    );
    // a and d have two wins, b and c one; a beat d, and b beat c.
    expect(order(rows)).toBe('adbc');
    expect(decidedBy(rows, 'a')).toEqual({ of: 'match-points', as: 'won', over: 'level' });
    expect(decidedBy(rows, 'b')).toEqual({ of: 'match-points', as: 'won', over: 'level' });
  });

  test('a loss brings a point, a loss without playing to the end brings none', () => {
    const rows = standings(
      group([
        ['a', 'b', THREE],
        ['a', 'c', { kind: 'walkover', side: 1 }],
      ]),
      TT,
    );
    expect(rows.map(({ entry, totals }) => [entry, totals['match-points'].won])).toEqual([
      ['a', 4],
      ['b', 1],
      ['c', 0],
    ]);
  });

  test('what was played of an unfinished match stands, the rest is won to love', () => {
    const outcome: Outcome = {
      kind: 'retired',
      side: 0,
      score: {
        kind: 'games',
        games: [
          [11, 9],
          [10, 10],
        ],
      },
    };
    const [winner, loser] = standings(group([['a', 'b', outcome]]), TT);
    expect([winner?.entry, winner?.totals.games, winner?.totals.points]).toEqual([
      'b',
      { won: 3, lost: 1 },
      { won: 9 + 12 + 11 + 11, lost: 11 + 10 },
    ]);
    expect([loser?.totals['match-points'].won, loser?.totals.games]).toEqual([0, { won: 1, lost: 3 }]);
  });
});

describe('badminton', () => {
  test('two level: the match between them, whatever their games', () => {
    const close = games([21, 19], [19, 21], [21, 19]);
    const clear = games([21, 2], [21, 2]);
    // a and b have two wins; b's games are better, a beat b.
    const rows = standings(
      group([
        ['a', 'b', close],
        ['a', 'c', close],
        ['d', 'a', clear],
        ['b', 'c', clear],
        ['b', 'd', clear],
        ['c', 'd', clear],
      ]),
      BWF,
    );
    expect(order(rows)).toMatch(/^ab/);
    expect(decidedBy(rows, 'a')).toEqual({ of: 'matches', as: 'won', over: 'level' });
  });

  test('three level: games over all matches; the two that stay level: the match between them', () => {
    const two = games([21, 19], [21, 19]);
    const three = games([21, 19], [19, 21], [21, 19]);
    const rows = standings(
      group([
        ['a', 'b', two],
        ['b', 'c', three],
        ['c', 'a', three],
        ['a', 'd', two],
        ['b', 'd', two],
        ['c', 'd', three],
      ]),
      BWF,
    );
    // Games: a +3, b +1, c +1: a is first, and b beat c although c has as many.
    expect(order(rows)).toBe('abcd');
    expect(decidedBy(rows, 'b')).toEqual({ of: 'matches', as: 'won', over: 'level' });
  });

  test('who retires in one match has all results deleted and comes last', () => {
    const two = games([21, 19], [21, 19]);
    const retired: Outcome = {
      kind: 'retired',
      side: 0,
      score: {
        kind: 'games',
        games: [
          [21, 19],
          [5, 11],
        ],
      },
    };
    const rows = standings(
      group([
        ['a', 'b', two],
        ['a', 'c', two],
        ['a', 'd', retired],
        ['b', 'c', two],
        ['b', 'd', two],
        ['c', 'd', two],
      ]),
      BWF,
    );
    expect(order(rows)).toBe('bcda');
    expect(rows.at(-1)).toMatchObject({ deleted: true, played: 0, place: { from: 4, to: 4 } });
    expect(rows[0]).toMatchObject({ played: 2 });
  });
});

describe('e-sports and tug-of-war', () => {
  test('e-sports: games between those level before games over the whole group', () => {
    const rows = standings(
      group([
        ['a', 'b', wins(2, 1)],
        ['b', 'c', wins(2, 0)],
        ['c', 'a', wins(2, 0)],
        ['a', 'd', wins(2, 0)],
        ['b', 'd', wins(2, 1)],
        ['c', 'd', wins(2, 0)],
      ]),
      ESPORTS,
    );
    // Between them: b 3:2, c 2:2, a 2:3; over the group c would be first with 4:2.
    expect(order(rows)).toBe('bcad');
  });

  test('tug-of-war: two level by the match between them, three by pulls', () => {
    const rows = standings(
      group([
        ['a', 'b', wins(2, 1)],
        ['b', 'c', wins(2, 0)],
        ['c', 'a', wins(2, 1)],
      ]),
      TUG,
    );
    expect(order(rows)).toBe('bac');
    expect(decidedBy(rows, 'b')).toEqual({ of: 'games', as: 'difference', over: 'group' });
  });
});
