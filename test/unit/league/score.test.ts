import fc from 'fast-check';
import type { GameRules } from '../../../domain/league/discipline';
import { FIFTEEN_POINTS, TWENTY_ONE_POINTS } from '../../../domain/league/disciplines/bwf';
import { ELEVEN_POINTS } from '../../../domain/league/disciplines/ittf';
import type { Game, IndividualMatch, Outcome, Score } from '../../../domain/league/score';
import { gameFault, openGameFault, outcomeIssue } from '../../../domain/league/score-issue';
import { creditedTo, tallies } from '../../../domain/league/tally';
import { formatOf } from '../../support/groups';
import { chance, oneOf, saySeed } from '../../support/seed';

/** Every score that a game goes through, rally by rally, by the law alone; `over` once somebody has won it. */
function reachable({ target, lead, cap }: GameRules, most: number): { open: Set<string>; over: Set<string> } {
  const [open, over] = [new Set<string>(), new Set<string>()];
  const visit = (a: number, b: number) => {
    if (open.has(`${a}:${b}`) || over.has(`${a}:${b}`) || a > most || b > most) return;
    const [high, low] = [Math.max(a, b), Math.min(a, b)];
    const won = (high >= target && high - low >= lead) || high === cap;
    (won ? over : open).add(`${a}:${b}`);
    if (won) return;
    visit(a + 1, b);
    visit(a, b + 1);
  };
  visit(0, 0);
  return { open, over };
}

test.each([
  ['table tennis', ELEVEN_POINTS],
  ['badminton to 21', TWENTY_ONE_POINTS],
  ['badminton to 15', FIFTEEN_POINTS],
])('a game of %s can end, or stand, exactly as it can be played rally by rally', (_, rules) => {
  const { open, over } = reachable(rules, 40);
  for (let a = 0; a <= 36; a++) {
    for (let b = 0; b <= 36; b++) {
      const score: Game = [a, b];
      expect([`${a}:${b}`, gameFault(score, rules) === undefined]).toEqual([`${a}:${b}`, over.has(`${a}:${b}`)]);
      expect([`${a}:${b}`, openGameFault(score, rules) === undefined]).toEqual([`${a}:${b}`, open.has(`${a}:${b}`)]);
    }
  }
});

test.each([
  [[11, 10], ELEVEN_POINTS, 'no-lead'],
  [[13, 10], ELEVEN_POINTS, 'overrun'],
  [[9, 7], ELEVEN_POINTS, 'short'],
  [[10, 10], ELEVEN_POINTS, 'level'],
  [[11, -1], ELEVEN_POINTS, 'not-points'],
  [[11, 9.5], ELEVEN_POINTS, 'not-points'],
  [[31, 29], TWENTY_ONE_POINTS, 'over-cap'],
  [[29, 28], TWENTY_ONE_POINTS, 'no-lead'],
  [[21, 19], FIFTEEN_POINTS, undefined],
  [[22, 20], FIFTEEN_POINTS, 'over-cap'],
  [[21, 20], FIFTEEN_POINTS, undefined],
  [[30, 29], TWENTY_ONE_POINTS, undefined],
] as const)('%j is refused with its reason', (score, rules, fault) => {
  expect(gameFault(score, rules)).toBe(fault);
});

const TT = formatOf('table-tennis-singles', 5);
const TEAM = formatOf('table-tennis-team', 5);
const BO3 = formatOf('esports-5v5', 3);
const games = (...played: [number, number][]): Score => ({ kind: 'games', games: played });
const played = (score: Score): Outcome => ({ kind: 'played', score });
const code = (outcome: Outcome, format = TT, knockout = false) => outcomeIssue(outcome, format, knockout)?.code;

describe('a match', () => {
  test('ends with the game that decides it', () => {
    expect(code(played(games([11, 9], [11, 9], [11, 9])))).toBeUndefined();
    expect(code(played(games([11, 9], [11, 9])))).toBe('undecided');
    expect(code(played(games([11, 9], [11, 9], [11, 9], [11, 9])))).toBe('too-many');
    expect(outcomeIssue(played(games([11, 9], [11, 10])), TT, false)).toMatchObject({
      code: 'game',
      game: 2,
      fault: 'no-lead',
    });
  });

  test('of maps or pulls has one side with what decides it', () => {
    const wins = (a: number, b: number) => code(played({ kind: 'wins', wins: [a, b] }), BO3);
    expect([wins(2, 0), wins(2, 1), wins(1, 2)]).toEqual([undefined, undefined, undefined]);
    expect([wins(1, 1), wins(0, 0)]).toEqual(['undecided', 'undecided']);
    expect([wins(2, 2), wins(3, 0), wins(-1, 2)]).toEqual(['impossible-wins', 'impossible-wins', 'impossible-wins']);
  });

  test('that was given up may stop in the middle of a game, but not after it was decided', () => {
    const retired = (...all: [number, number][]) => code({ kind: 'retired', side: 0, score: games(...all) });
    expect(retired([11, 9], [5, 3])).toBeUndefined();
    expect(retired()).toBeUndefined();
    expect(retired([5, 3], [11, 9])).toBe('game');
    expect(retired([11, 9], [11, 9], [11, 9])).toBe('already-decided');
    expect(retired([11, 9], [13, 10])).toBe('game');
  });

  test('that neither came to decides nothing in a knockout', () => {
    expect(code({ kind: 'both-absent' })).toBeUndefined();
    expect(code({ kind: 'both-absent' }, TT, true)).toBe('nobody-advances');
    expect(code({ kind: 'walkover', side: 0 }, TT, true)).toBeUndefined();
  });

  test('is told as its discipline tells it', () => {
    expect(code(played({ kind: 'wins', wins: [3, 0] }))).toBe('other-kind');
  });
});

describe('a team match', () => {
  const won: IndividualMatch = {
    games: [
      [11, 9],
      [11, 9],
      [11, 9],
    ],
  };
  const lost: IndividualMatch = {
    games: [
      [9, 11],
      [9, 11],
      [9, 11],
    ],
  };
  const tie = (...matches: IndividualMatch[]): Score => ({ kind: 'tie', matches });

  test('ends with the individual match that decides it', () => {
    expect(code(played(tie(won, won, won)), TEAM)).toBeUndefined();
    expect(code(played(tie(won, lost, won, lost, won)), TEAM)).toBeUndefined();
    expect(code(played(tie(won, won)), TEAM)).toBe('undecided');
    expect(code(played(tie(won, won, won, lost)), TEAM)).toBe('too-many');
  });

  test('says in which individual match something is wrong', () => {
    const bad: IndividualMatch = {
      games: [
        [11, 9],
        [11, 10],
      ],
    };
    expect(outcomeIssue(played(tie(won, bad, won)), TEAM, false)).toMatchObject({ code: 'game', match: 2, game: 2 });
    expect(outcomeIssue(played(tie(won, { games: [[11, 9]] }, won)), TEAM, false)).toMatchObject({
      code: 'undecided',
      match: 2,
    });
  });

  test('counts an individual match that nobody came to as lost to love', () => {
    const absent: IndividualMatch = { games: [], lost: { side: 1, by: 'walkover' } };
    const [home] = tallies(played(tie(won, lost, absent, won)), TEAM);
    expect([home.individual, home.games, home.points]).toEqual([
      { won: 3, lost: 1 },
      { won: 9, lost: 3 },
      { won: 33 + 27 + 33 + 33, lost: 27 + 33 + 0 + 27 },
    ]);
  });

  test('that is given up in the middle is won by the other side to love', () => {
    const stopped = tie(lost, {
      games: [
        [11, 9],
        [4, 6],
      ],
    });
    expect(code({ kind: 'retired', side: 1, score: stopped }, TEAM)).toBeUndefined();
    const [home, away] = tallies({ kind: 'retired', side: 1, score: stopped }, TEAM);
    expect(home.individual).toEqual({ won: 3, lost: 1 });
    expect(home.games).toEqual({ won: 3 + 3 + 3, lost: 3 });
    expect(home.points).toEqual({ won: 27 + 11 + 11 + 11 + 66, lost: 33 + 9 + 6 });
    expect(away['match-points']).toEqual({ won: 0, lost: 0 });
  });
});

test('what is credited for an unfinished match is a score that the discipline can produce, and keeps what was played', () => {
  const random = chance(saySeed());
  for (let round = 0; round < 500; round++) {
    const { open, over } = reachable(ELEVEN_POINTS, 16);
    const score = (of: Set<string>): Game => {
      const [a = 0, b = 0] = oneOf([...of], random)
        .split(':')
        .map(Number);
      return [a, b];
    };
    const all = [
      ...Array.from({ length: Math.floor(random() * 3) }, () => score(over)),
      ...(random() < 0.7 ? [score(open)] : []),
    ];
    const side = random() < 0.5 ? 0 : 1;
    const outcome: Outcome = { kind: 'retired', side: side === 0 ? 1 : 0, score: { kind: 'games', games: all } };
    if (outcomeIssue(outcome, TT, false)) continue;
    const whole = creditedTo(side, outcome.score, TT);
    expect(outcomeIssue({ kind: 'played', score: whole }, TT, false)).toBeUndefined();
    for (const [at, game] of all.entries()) {
      const now = whole.kind === 'games' ? whole.games[at] : undefined;
      expect((now?.[0] ?? 0) >= game[0] && (now?.[1] ?? 0) >= game[1]).toBe(true);
      expect(now?.[side === 0 ? 1 : 0]).toBe(game[side === 0 ? 1 : 0]);
    }
  }
});

test('both sides of a match count the same things the other way round', () => {
  fc.assert(
    fc.property(fc.constantFrom<[number, number]>([2, 0], [2, 1], [0, 2], [1, 2]), (wins) => {
      const [home, away] = tallies(played({ kind: 'wins', wins }), BO3);
      expect(away.games).toEqual({ won: home.games.lost, lost: home.games.won });
      expect(home.matches.won + away.matches.won).toBe(1);
    }),
    { numRuns: 20 },
  );
});
