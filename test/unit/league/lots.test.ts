import type { Outcome } from '../../../domain/league/score';
import { type GroupTable, standings } from '../../../domain/league/standings';
import { TABLE_TENNIS } from '../../support/groups';

const TT = TABLE_TENNIS.format;
const THREE: Outcome = {
  kind: 'played',
  score: {
    kind: 'games',
    games: [
      [11, 5],
      [11, 5],
      [11, 5],
    ],
  },
};

function group(matches: [string, string, Outcome][]): GroupTable {
  return {
    id: 'A',
    entries: ['a', 'b', 'c'],
    matches: matches.map(([a, b, outcome]) => ({ entries: [a, b], outcome })),
  };
}

const order = (rows: ReturnType<typeof standings>) => rows.map(({ entry }) => entry).join('');

describe('lots', () => {
  const cycle = group([
    ['a', 'b', THREE],
    ['b', 'c', THREE],
    ['c', 'a', THREE],
  ]);

  test('who nothing separates shares the place until lots are drawn', () => {
    const rows = standings(cycle, TT);
    expect(rows.map(({ place }) => place)).toEqual([1, 2, 3].map(() => ({ from: 1, to: 3 })));
  });

  test('lots come from the published seed, are recorded, and are the same again', () => {
    const rows = standings(cycle, TT, 'seed');
    expect(rows.map(({ place }) => place.from)).toEqual([1, 2, 3]);
    expect(rows.map(({ reasons }) => reasons.at(-1)?.by)).toEqual(['lots', 'lots', 'lots']);
    expect(standings(cycle, TT, 'seed')).toEqual(rows);
    const orders = Array.from({ length: 60 }, (_, at) => order(standings(cycle, TT, `seed ${at}`)));
    expect(new Set(orders).size).toBe(6);
  });
});
