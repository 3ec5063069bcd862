import { instantAt } from '../../../domain/time/shanghai';
import { minutesWords, previewWords } from '../../../domain/wording/league-desk';
import { EMPTY_LEAGUE, planFrom } from '../../../src/features/league-desk/league-form';
import { fromTemplate } from '../../../src/features/league-desk/league-templates';
import type { LeaguePreview } from '../../../types/contract/league-desk';

const NOW = instantAt('2031-05-01T10:00') ?? 0;
const ESPORTS = planFrom(fromTemplate('esports', EMPTY_LEAGUE, NOW));

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
