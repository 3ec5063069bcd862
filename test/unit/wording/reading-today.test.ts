import { ruleWords } from '../../../domain/wording/reading-today';
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
