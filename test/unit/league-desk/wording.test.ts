import { instantAt } from '../../../domain/time/shanghai';
import { minutesWords, previewWords, roundName } from '../../../domain/wording/league-desk';
import { EMPTY_LEAGUE, planFrom } from '../../../src/features/league-desk/league-form';
import { fromTemplate } from '../../../src/features/league-desk/league-templates';
import type { LeaguePreview } from '../../../types/contract/league-desk';

const NOW = instantAt('2031-05-01T10:00') ?? 0;
const ESPORTS = planFrom(fromTemplate('esports', EMPTY_LEAGUE, NOW));
const TUG = planFrom(fromTemplate('tug-of-war', EMPTY_LEAGUE, NOW));
const NONE = { all: 0, scheduled: 0, played: 0, reported: 0 };

test('minutes as one says them', () => {
  expect([20, 60, 1_160].map(minutesWords)).toEqual(['20 分钟', '1 小时', '19 小时 20 分']);
});

describe('a preview in two lines', () => {
  const preview: LeaguePreview = { stages: [], matches: 48, neededMinutes: 1_200, openMinutes: 1_800, issues: [] };
  const verdict = (part: Partial<LeaguePreview>) => previewWords({ ...preview, ...part }, ESPORTS, NOW);

  test('says with how many courts it fits, and when it is over', () => {
    const finish = instantAt('2031-05-16T21:25') ?? 0;
    expect(verdict({ courts: 4, finish })).toEqual({
      ...{ matches: '48 场 · 共 20 小时', verdict: '4 张台够了，5月16日 周五 21:25 打完', fits: true },
    });
  });

  test('says how much is missing where it does not', () => {
    expect(verdict({ longer: 40 })).toMatchObject({ verdict: '时间不够，最后一天还要晚 40 分钟', fits: false });
    expect(verdict({ leastCourts: 6 })).toMatchObject({ verdict: '现在的场地排不下，至少要 6 张台', fits: false });
    expect(verdict({ openMinutes: 0 })).toMatchObject({ matches: '48 场 · 共 20 小时', fits: false });
    expect(verdict({ matches: 0 })).toMatchObject({ matches: '还排不出比赛', fits: false });
  });
});

describe('a match is called', () => {
  const round = (number: number) => ({ stage: 'final', round: number });

  test('by its group, or by how far it is from the final', () => {
    const league = { plan: ESPORTS, matches: NONE };
    expect(roundName({ stage: 'first', group: 'A', round: 2 }, league)).toBe('A 组第 2 轮');
    // Twelve come to the knockout: four rounds.
    expect([1, 2, 3, 4].map((number) => roundName(round(number), league))).toEqual([
      ...['1/8 决赛', '1/4 决赛', '半决赛', '决赛'],
    ]);
    expect(roundName({ ...round(4), forPlaceThree: true }, league)).toBe('第 3 名赛');
  });

  test('of a single knockout by the number of its matches, with and without one for place 3', () => {
    const at = (all: number, placeThree: boolean) => {
      const first = { bestOf: 3, minutes: 15, kind: 'knockout' as const, placeThree };
      const plan = { ...TUG, format: { first } };
      return roundName({ stage: 'first', round: 3 }, { plan, matches: { ...NONE, all } });
    };
    expect([at(8, true), at(7, false), at(8, false), at(16, true)]).toEqual(['决赛', '决赛', '半决赛', '半决赛']);
  });

  test('in a regional preliminary by its round alone', () => {
    const regions = [
      { id: 'r1', name: '东区' },
      { id: 'r2', name: '西区' },
    ];
    const final = { take: 2, bestOf: 3, minutes: 15, placeThree: false };
    const plan = { ...TUG, format: { ...TUG.format, regions, final } };
    expect(roundName({ stage: 'r1', round: 1 }, { plan, matches: NONE })).toBe('预赛第 1 轮');
    expect(roundName({ stage: 'final', round: 2 }, { plan, matches: NONE })).toBe('决赛');
  });
});
