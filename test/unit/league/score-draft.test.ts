import type { Length, MatchRules } from '../../../domain/league/discipline';
import { ESPORTS_5V5 } from '../../../domain/league/disciplines/esports-5v5';
import { TABLE_TENNIS_SINGLES } from '../../../domain/league/disciplines/table-tennis-singles';
import { TABLE_TENNIS_TEAM } from '../../../domain/league/disciplines/table-tennis-team';
import {
  draftFault,
  linesFor,
  liveFault,
  outcomeOf,
  type ScoreDraft,
  scoreDraft,
  type TypedGame,
  winsSoFar,
  withPoints,
} from '../../../src/features/league/score-draft';
import type { Outcome } from '../../../types/contract';

const GAMES: Length = { match: TABLE_TENNIS_SINGLES.match, bestOf: 5 };
const WINS: Length = { match: ESPORTS_5V5.match, bestOf: 3 };
const TIE: Length = { match: TABLE_TENNIS_TEAM.match, bestOf: 5 };

const played = (...games: TypedGame[]): ScoreDraft => ({ ...scoreDraft(), games });
const rulesOf = ({ match }: Length): MatchRules => match;

describe('a score while it is filled in', () => {
  test('is not complained of as long as the last game may be under way', () => {
    expect(liveFault(played(['11', '7'], ['3', '2']), GAMES)).toBeUndefined();
    expect(liveFault(played(['11', '7'], ['3', '']), GAMES)).toBeUndefined();
  });

  test('is complained of at once where no game can end like that', () => {
    expect(liveFault(played(['11', '10'], ['11', '3']), GAMES)).toBe('第 1 局 11:10：要领先 2 分才算赢');
    expect(liveFault(played(['13', '10']), GAMES)).toBe('第 1 局 13:10：打到 12:10 就已经结束');
  });

  test('counts what is won so far, and asks for lines until somebody has won', () => {
    const twoAll = played(['11', '7'], ['7', '11'], ['11', '9'], ['9', '11']);
    expect(winsSoFar(twoAll, GAMES)).toEqual([2, 2]);
    expect(linesFor(4, 5, [2, 2])).toBe(5);
    expect(linesFor(0, 5, [0, 0])).toBe(3);
    expect(linesFor(3, 5, [3, 0])).toBe(3);
  });

  test('keeps each number where it was typed, also behind a gap', () => {
    expect(withPoints([], 1, 1, '9')).toEqual([
      ['', ''],
      ['', '9'],
    ]);
    expect(withPoints([['11', '7']], 0, 1, '8')).toEqual([['11', '8']]);
  });
});

describe('a score that is to be sent', () => {
  test('is refused until it is decided', () => {
    expect(draftFault(played(['11', '7'], ['11', '9']), GAMES, false)).toBe('还没分出胜负，先赢 3 局才算赢');
    expect(draftFault(played(['11', '7'], ['11', '9'], ['11', '3']), GAMES, false)).toBeUndefined();
  });

  test('is refused where one side of a game, or a game between others, is missing', () => {
    expect(draftFault(played(['11', '7'], ['11', '']), GAMES, false)).toBe('第 2 局还没填完');
    expect(draftFault(played(['11', '7'], ['', ''], ['11', '3']), GAMES, false)).toBe('第 2 局还没填完');
  });

  test('is refused where it has something else than numbers', () => {
    expect(draftFault(played(['11', '-1']), GAMES, false)).toMatch(/比分要是 0 或正整数/);
  });

  test('needs the side that lost by not playing on', () => {
    const walkover: ScoreDraft = { ...scoreDraft(), kind: 'walkover' };
    expect(draftFault(walkover, GAMES, true)).toBe('选一下是哪一方');
    expect(outcomeOf({ ...walkover, side: 1 }, rulesOf(GAMES))).toEqual({ kind: 'walkover', side: 1 });
  });

  test('of who could not go on has what was played until then', () => {
    const retired: ScoreDraft = { ...played(['11', '7'], ['4', '5']), kind: 'retired', side: 0 };
    expect(draftFault(retired, GAMES, true)).toBeUndefined();
    expect(outcomeOf(retired, rulesOf(GAMES))).toEqual({
      ...{ kind: 'retired', side: 0 },
      score: {
        kind: 'games',
        games: [
          [11, 7],
          [4, 5],
        ],
      },
    });
  });

  test('of maps is refused where both cannot have won so many', () => {
    expect(draftFault({ ...scoreDraft(), wins: [2, 2] }, WINS, false)).toBe('2:2 打不出来，先赢 2 局就结束');
    expect(draftFault({ ...scoreDraft(), wins: [2, 1] }, WINS, false)).toBeUndefined();
  });

  test('of a team match names the individual match that is wrong or left out', () => {
    const won = { games: [['11', '1'] as const, ['11', '2'] as const, ['11', '3'] as const] };
    const matches = [won, { games: [] }, won];
    expect(draftFault({ ...scoreDraft(), matches }, TIE, false)).toBe('第 2 盘还没填');
    const short = { games: [['11', '1'] as const, ['11', '2'] as const] };
    expect(draftFault({ ...scoreDraft(), matches: [won, short, won] }, TIE, false)).toBe(
      '第 2 盘 还没分出胜负，先赢 3 局才算赢',
    );
    expect(draftFault({ ...scoreDraft(), matches: [won, won, won] }, TIE, false)).toBeUndefined();
  });
});

test('a score that was said before comes back as it was', () => {
  const outcomes: [Outcome, Length][] = [
    [{ kind: 'retired', side: 1, score: { kind: 'games', games: [[11, 7]] } }, GAMES],
    [{ kind: 'played', score: { kind: 'wins', wins: [2, 1] } }, WINS],
    [
      {
        kind: 'played',
        score: { kind: 'tie', matches: [{ games: [], lost: { side: 0, by: 'walkover' } }, { games: [[11, 3]] }] },
      },
      TIE,
    ],
    [{ kind: 'walkover', side: 0 }, GAMES],
    [{ kind: 'both-absent' }, GAMES],
  ];
  for (const [outcome, length] of outcomes) expect(outcomeOf(scoreDraft(outcome), rulesOf(length))).toEqual(outcome);
});
