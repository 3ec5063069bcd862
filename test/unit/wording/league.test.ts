import { TWENTY_ONE_POINTS } from '../../../domain/league/disciplines/bwf';
import { ELEVEN_POINTS } from '../../../domain/league/disciplines/ittf';
import type { Outcome } from '../../../domain/league/score';
import { gameFault } from '../../../domain/league/score-issue';
import { standings } from '../../../domain/league/standings';
import { feedWords, placeWords, reasonWords, roundWords, scoreIssueWords } from '../../../domain/wording/league';
import type { ScoreIssue } from '../../../types/contract';
import { formatOf } from '../../support/groups';

const games = (...played: [number, number][]): Outcome => ({ kind: 'played', score: { kind: 'games', games: played } });

function reasons(id: string, bestOf: number, matches: [string, string, Outcome][], seed?: string): string[] {
  const table = {
    id: 'A',
    entries: ['a', 'b', 'c', 'd'],
    matches: matches.map(([a, b, outcome]) => ({ entries: [a, b] as const, outcome })),
  };
  return standings(table, formatOf(id, bestOf), seed).map((row) => `${row.entry} ${reasonWords(row)}`);
}

const TWO = games([21, 19], [21, 19]);
const NARROW = games([21, 19], [19, 21], [21, 19]);

test('a table says of each place why it is so', () => {
  expect(
    reasons('badminton-singles', 3, [
      ['a', 'b', TWO],
      ['a', 'c', TWO],
      ['d', 'a', TWO],
      ['b', 'c', TWO],
      ['b', 'd', TWO],
      ['c', 'd', TWO],
    ]),
  ).toEqual(['a 胜场相同，相互对战胜', 'b 胜场相同，相互对战负', 'c 胜场相同，相互对战胜', 'd 胜场相同，相互对战负']);
  expect(
    reasons('badminton-singles', 3, [
      ['a', 'b', TWO],
      ['b', 'c', NARROW],
      ['c', 'a', NARROW],
      ['a', 'd', TWO],
      ['b', 'd', TWO],
      ['c', 'd', NARROW],
    ]),
  ).toEqual(['a 胜场相同，净胜局 +3', 'b 净胜局相同，相互对战胜', 'c 净胜局相同，相互对战负', 'd 胜场 0 场']);
  expect(
    reasons('badminton-singles', 3, [
      ['a', 'b', TWO],
      ['a', 'c', TWO],
      ['a', 'd', { kind: 'walkover', side: 1 }],
      ['b', 'c', TWO],
    ]),
  ).toEqual(['a 胜场 2 场', 'b 胜场 1 场', 'c 胜场 0 场', 'd 没有打完小组赛，成绩不计']);
});

test('ratios are said as they are, and lots as they fell', () => {
  const cycle: [string, string, Outcome][] = [
    ['a', 'b', 0],
    ['b', 'c', 0],
    ['c', 'a', 0],
  ].map(([a, b]) => [`${a}`, `${b}`, games([11, 9], [11, 9], [11, 9])]);
  const beaten = ['a', 'b', 'c'].map((one): [string, string, Outcome] => [one, 'd', games([11, 9], [11, 9], [11, 9])]);
  expect(
    reasons('table-tennis-singles', 5, [...cycle, ...beaten], 's')
      .map((line) => line.slice(2))
      .slice(0, 3),
  ).toEqual([1, 2, 3].map((lot) => `积分、相互积分、相互局比、相互分比相同，抽签第 ${lot}`));
  const longer: [string, string, Outcome] = ['a', 'b', games([11, 9], [9, 11], [11, 9], [11, 9])];
  expect(reasons('table-tennis-singles', 5, [longer, ...cycle.slice(1), ...beaten])).toEqual([
    'b 积分、相互积分相同，相互局比 4:3',
    'c 积分、相互积分相同，相互局比 3:3',
    'a 积分、相互积分相同，相互局比 3:4',
    'd 积分 3 分',
  ]);
});

test('a score that cannot be is answered with what is wrong with it', () => {
  const issue = (score: [number, number], rules = ELEVEN_POINTS): ScoreIssue => {
    const fault = gameFault(score, rules);
    if (!fault) throw new Error('no fault');
    return { code: 'game', fault, score, rules, game: 2 };
  };
  expect(scoreIssueWords(issue([11, 10]))).toBe('第 2 局 11:10：要领先 2 分才算赢');
  expect(scoreIssueWords(issue([13, 10]))).toBe('第 2 局 13:10：打到 12:10 就已经结束');
  expect(scoreIssueWords(issue([9, 7]))).toBe('第 2 局 9:7：还没打完，先到 11 分才算赢');
  expect(scoreIssueWords(issue([31, 29], TWENTY_ONE_POINTS))).toBe('第 2 局 31:29：一局最多 30 分');
  expect(scoreIssueWords({ ...issue([11, 11]), match: 3 } as ScoreIssue)).toBe(
    '第 3 盘 第 2 局 11:11：比分相同，分不出胜负',
  );
  expect(scoreIssueWords({ code: 'undecided', needs: 2 })).toBe('还没分出胜负，先赢 2 局才算赢');
});

test('rounds, places and who is still to come have their names', () => {
  expect([1, 2, 3, 4].map((round) => roundWords(round, 4))).toEqual(['1/8 决赛', '1/4 决赛', '半决赛', '决赛']);
  expect([placeWords({ from: 1, to: 1 }), placeWords({ from: 5, to: 8 })]).toEqual(['第 1 名', '第 5-8 名']);
  expect(feedWords({ from: 'group', stage: 'g', group: 'A', place: 2 }, 3, () => undefined)).toBe('A 组第 2');
  const semi = { id: 'ko.2.1', stage: 'ko', round: 2, feeds: [], bestOf: 1 };
  expect(feedWords({ from: 'loser', fixture: 'ko.2.1' }, 3, () => semi as never)).toBe('半决赛负者');
});
