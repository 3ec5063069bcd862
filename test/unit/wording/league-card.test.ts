import { fixtureRound, fixtureState, knockoutRounds, opponentOf } from '../../../domain/wording/fixture';
import { formatWords, leagueAsOf, leagueTag, rosterWords } from '../../../domain/wording/league-card';
import { comerOf, fixtureOf, leagueCardOf, leagueOf, NOW, STAGES } from '../../screen/league-samples';

const HOUR = 3_600_000;

describe('how a league stands', () => {
  test('is said by what one can do', () => {
    expect(leagueTag(leagueCardOf(), NOW)).toEqual({ words: '报名中，还能报 6 队', live: true });
    expect(leagueTag(leagueCardOf({ entries: 24 }), NOW)).toEqual({ words: '24 队报满了', live: false });
    expect(leagueTag(leagueCardOf({ discipline: 'table-tennis-singles' }), NOW).words).toBe('报名中，还能报 6 人');
    expect(leagueTag(leagueCardOf({ phase: 'finished', champion: '禾芩一队' }), NOW).words).toBe('冠军 禾芩一队');
    expect(leagueTag(leagueCardOf({ phase: 'playing', startsAt: NOW - HOUR }), NOW)).toEqual({
      words: '正在比赛',
      live: true,
    });
  });

  test('follows the clock as long as the clock alone decides', () => {
    const { opensAt, lockAt } = leagueCardOf();
    expect(leagueAsOf(leagueCardOf({ phase: 'soon' }), opensAt).phase).toBe('open');
    expect(leagueAsOf(leagueCardOf(), lockAt).phase).toBe('locked');
    expect(leagueAsOf(leagueCardOf(), opensAt - 1).phase).toBe('soon');
    expect(leagueAsOf(leagueCardOf({ phase: 'playing' }), opensAt).phase).toBe('playing');
  });

  test('names how it is played, a line each stage', () => {
    expect(formatWords(leagueOf().format, 'esports-5v5')).toEqual([
      '分 2 组单循环，每队组内都打一遍，一局定胜负',
      '决赛阶段：每组前 2 名淘汰赛，决第 3 名，3 局 2 胜',
    ]);
  });

  test('counts who is missing, but not of one person', () => {
    expect(rosterWords({ players: 3, missing: 2 }, 'esports-5v5')).toBe('3 人，还差 2 人');
    expect(rosterWords({ players: 1, missing: 0 }, 'table-tennis-singles')).toBe('');
  });
});

describe('what a match is called', () => {
  const league = leagueOf({ stages: STAGES });

  test.each([
    [1, false, 1],
    [3, false, 2],
    [4, true, 2],
    [7, false, 3],
    [8, true, 3],
    [5, false, 3],
    [6, true, 3],
    [127, false, 7],
    [128, true, 7],
  ])('%i matches (place 3: %s) are %i rounds', (matches, placeThree, rounds) => {
    expect(knockoutRounds(matches, placeThree)).toBe(rounds);
  });

  test('by its group and round, or by what is left of the bracket', () => {
    expect(fixtureRound(fixtureOf({ group: 'B', round: 2 }), league)).toBe('B 组 第 2 轮');
    const { group: _group, ...final } = fixtureOf({ stage: 'final', round: 2 });
    expect(fixtureRound(final, league)).toBe('决赛');
    expect(fixtureRound({ ...final, round: 1 }, league)).toBe('半决赛');
    expect(fixtureRound({ ...final, forPlaceThree: true }, league)).toBe('第 3 名赛');
  });

  test('with its stage where several are alike', () => {
    const [first] = STAGES;
    if (!first) throw new Error('a stage');
    const stages = ['东区', '西区'].map((region, at) => ({ ...first, id: `first-${at}`, name: `${region}小组赛` }));
    const two = leagueOf({ stages });
    expect(fixtureRound(fixtureOf({ stage: 'first-1', group: 'A', round: 1 }), two)).toBe('西区小组赛 A 组 第 1 轮');
  });

  test('says that it is on, or over without a word', () => {
    const fixture = fixtureOf({ startsAt: NOW - HOUR, endsAt: NOW + HOUR });
    expect(fixtureState(fixture, NOW)).toBe('进行中');
    expect(fixtureState(fixture, NOW + 2 * HOUR)).toBe('等比分');
    expect(fixtureState(fixture, NOW - 2 * HOUR)).toBe('');
  });

  test('tells whom I meet', () => {
    expect(opponentOf(fixtureOf({ sides: [comerOf(0), comerOf(1, { mine: true })] }))).toEqual({
      ...{ side: 0, name: '禾芩一队' },
    });
    expect(opponentOf(fixtureOf())).toBeUndefined();
  });
});
