import { LONGEST_PART, widestPart } from '../../../src/ui/cover/title-width';

test('type is sized by the widest part of a name that has no place to break', () => {
  expect(widestPart('零基础羽毛球入门班')).toBe(9);
  expect(widestPart('2025 药谷职工音乐节')).toBe(7);
  expect(widestPart('法律讲座：加班费怎么算')).toBe(6);
});

test('a short name is not blown up, a very long part is known as such', () => {
  expect(widestPart('义诊')).toBe(4);
  expect(widestPart('“百年工运铸辉煌”劳模事迹分享会暨匠心药谷年度技能竞赛颁奖典礼')).toBeGreaterThan(LONGEST_PART);
});
