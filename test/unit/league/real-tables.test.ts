import type { Outcome } from '../../../domain/league/score';
import { standings } from '../../../domain/league/standings';
import { formatOf } from '../../support/groups';

type Games = [number, number][];
const games = (...played: Games): Outcome => ({ kind: 'played', score: { kind: 'games', games: played } });
const wins = (a: number, b: number): Outcome => ({ kind: 'played', score: { kind: 'wins', wins: [a, b] } });
const STRAIGHT: Games = [
  [11, 5],
  [11, 5],
  [11, 5],
];
const LOST: Games = [
  [5, 11],
  [5, 11],
  [5, 11],
];

/** A team match of so many individual matches; their games are not in the sources, and do not matter. */
function tie(a: number, b: number): Outcome {
  const matches = [...Array.from({ length: b }, () => LOST), ...Array.from({ length: a }, () => STRAIGHT)];
  if (a < b) matches.reverse();
  return { kind: 'played', score: { kind: 'tie', matches: matches.map((one) => ({ games: one })) } };
}

function table(matches: [string, string, Outcome][]) {
  const entries = [...new Set([...matches.map(([a]) => a), ...matches.map(([, b]) => b)])].sort();
  return { id: 'A', entries, matches: matches.map(([a, b, outcome]) => ({ entries: [a, b] as const, outcome })) };
}

const placed = (rows: ReturnType<typeof standings>) => rows.map(({ entry }) => entry);

/**
 * Hindustan Times, 27 July 2021, "Badminton pair Shetty-Rankireddy ousted in game of arithmetics": game differences +3,
 * +2, +1. Scores: mykhel.com and hindi.sportskeeda.com of that day. The points of two of the British pair's matches,
 * both lost in two games, are not in these; any will do.
 */
test.each([
  [
    'close',
    [
      [21, 19],
      [21, 19],
    ] as Games,
  ],
  [
    'clear',
    [
      [21, 3],
      [21, 3],
    ] as Games,
  ],
])("Tokyo 2020, men's doubles, group A: three pairs with two wins each, by games won less lost (%s)", (_, unknown) => {
  const rows = standings(
    table([
      ['Rankireddy/Shetty', 'Lee/Wang', games([21, 16], [16, 21], [27, 25])],
      ['Gideon/Sukamuljo', 'Rankireddy/Shetty', games([21, 13], [21, 12])],
      ['Lee/Wang', 'Gideon/Sukamuljo', games([21, 18], [15, 21], [21, 17])],
      ['Rankireddy/Shetty', 'Lane/Vendy', games([21, 17], [21, 19])],
      ['Gideon/Sukamuljo', 'Lane/Vendy', games(...unknown)],
      ['Lee/Wang', 'Lane/Vendy', games(...unknown)],
    ]),
    formatOf('badminton-doubles', 3),
  );
  expect(placed(rows)).toEqual(['Gideon/Sukamuljo', 'Lee/Wang', 'Rankireddy/Shetty', 'Lane/Vendy']);
  const difference = rows.slice(0, 3).map(({ reasons }) => reasons.at(-1)?.value);
  expect(difference.map((value) => value && value.won - value.lost)).toEqual([3, 2, 1]);
});

/**
 * PTI in rediff.com, 30 July 2024: Lamsfuss and Seidel withdrew, "Group C was considered as a three-pair affair", first
 * Rankireddy and Shetty, second Alfian and Ardianto, last Corvée and Labar. Only the score between the first two is in it.
 */
test("Paris 2024, men's doubles, group C: a pair that withdrew counts in nobody's table", () => {
  const two = games([21, 15], [21, 15]);
  const rows = standings(
    table([
      ['Rankireddy/Shetty', 'Corvée/Labar', two],
      ['Alfian/Ardianto', 'Lamsfuss/Seidel', two],
      ['Rankireddy/Shetty', 'Lamsfuss/Seidel', { kind: 'walkover', side: 1 }],
      ['Alfian/Ardianto', 'Corvée/Labar', two],
      ['Rankireddy/Shetty', 'Alfian/Ardianto', games([21, 13], [21, 13])],
    ]),
    formatOf('badminton-doubles', 3),
  );
  expect(placed(rows)).toEqual(['Rankireddy/Shetty', 'Alfian/Ardianto', 'Corvée/Labar', 'Lamsfuss/Seidel']);
  expect(rows.map(({ played, deleted }) => [played, deleted])).toEqual([
    [2, false],
    [2, false],
    [2, false],
    [0, true],
  ]);
});

/**
 * PTI in tribuneindia.com, 5 October 2022: France, Germany and India with seven points each, in this order; Germany beat
 * France 3-1, France beat India 3-0; scroll.in, 2 October 2022: India beat Germany 3-1. The three beat the others, India
 * Kazakhstan 3-2 (newsbytesapp.com) and Uzbekistan 3-0.
 */
test('World Team Championships 2022, men, group 2: three teams level on points, by individual matches between them', () => {
  const rows = standings(
    table([
      ['Germany', 'France', tie(3, 1)],
      ['France', 'India', tie(3, 0)],
      ['India', 'Germany', tie(3, 1)],
      ['India', 'Kazakhstan', tie(3, 2)],
      ['India', 'Uzbekistan', tie(3, 0)],
      ['Germany', 'Kazakhstan', tie(3, 2)],
      ['Germany', 'Uzbekistan', tie(3, 0)],
      ['France', 'Kazakhstan', tie(3, 2)],
      ['France', 'Uzbekistan', tie(3, 2)],
      ['Kazakhstan', 'Uzbekistan', tie(3, 1)],
    ]),
    formatOf('table-tennis-team', 5),
  );
  expect(placed(rows)).toEqual(['France', 'Germany', 'India', 'Kazakhstan', 'Uzbekistan']);
  expect(rows.map(({ totals }) => totals['match-points'].won)).toEqual([7, 7, 7, 5, 4]);
  expect(rows.slice(0, 3).map(({ reasons }) => reasons.at(-1)?.value)).toEqual([
    { won: 4, lost: 3 },
    { won: 4, lost: 4 },
    { won: 3, lost: 4 },
  ]);
});

/**
 * r/leagueoflegends, 14 March 2025, "Explanation of tiebreaker procedures at First Stand 2025": TL 2-1 KC, TES 2-0 TL, KC
 * 2-0 TES; over the whole event KC 4-6, TL 3-7, TES 2-6; TL is out. Which of the two other teams took which game of KC
 * and TL is not in it, and does not matter.
 */
test('First Stand 2025: three teams with one win each, by games in the matches between them, not in all', () => {
  const rows = standings(
    table([
      ['TL', 'KC', wins(2, 1)],
      ['TES', 'TL', wins(2, 0)],
      ['KC', 'TES', wins(2, 0)],
      ['HLE', 'KC', wins(2, 1)],
      ['CFO', 'KC', wins(2, 0)],
      ['HLE', 'TL', wins(2, 0)],
      ['CFO', 'TL', wins(2, 1)],
      ['HLE', 'TES', wins(2, 0)],
      ['CFO', 'TES', wins(2, 0)],
      ['HLE', 'CFO', wins(2, 0)],
    ]),
    formatOf('esports-5v5', 3),
  );
  expect(placed(rows)).toEqual(['HLE', 'CFO', 'KC', 'TES', 'TL']);
  const all = new Map(rows.map(({ entry, totals }) => [entry, totals.games]));
  expect([all.get('KC'), all.get('TL'), all.get('TES')]).toEqual([
    { won: 4, lost: 6 },
    { won: 3, lost: 7 },
    { won: 2, lost: 6 },
  ]);
});
