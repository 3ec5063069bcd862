import { ruleWords, todayWords } from '../../../domain/wording/reading-today';
import type { DailyRule } from '../../../types/contract';

describe('what a day asks for', () => {
  const rules: [DailyRule, string][] = [
    [{ kind: 'minutes', least: 20 }, '每天读 20 分钟'],
    [{ kind: 'pages', least: 10 }, '每天读 10 页'],
    [{ kind: 'minutes', least: 0 }, '每天打一次卡'],
    [{ kind: 'pages', least: 0 }, '每天打一次卡'],
    [{ kind: 'note', least: 20 }, '每天写 20 字随感'],
    [{ kind: 'note', least: 0 }, '每天写一句随感'],
  ];
  test.each(rules)('%j reads %s', (rule, words) => {
    expect(ruleWords(rule)).toBe(words);
  });
});

test('a day that counts without what the rule names is not said to have none of it', () => {
  const today = { day: '2026-11-20', minutes: 0, pages: 12, characters: 0, lacks: 0, counts: true };
  for (const kind of ['minutes', 'note'] as const) expect(todayWords(today, { kind, least: 0 })).not.toContain(' 0 ');
  expect(todayWords(today, { kind: 'pages', least: 0 })).toBe('今天读了 12 页，算数了');
  expect(todayWords({ ...today, lacks: 20, counts: false }, { kind: 'minutes', least: 20 })).toBe(
    '今天读了 0 分钟，还差 20 分钟',
  );
});
