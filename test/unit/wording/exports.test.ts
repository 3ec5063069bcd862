import { seenWords } from '../../../domain/wording/exports';

test('many rows are grouped, and rows are not people', () => {
  expect(seenWords({ kind: 'export', persons: 100_000, phones: 'full' })).toBe('100,000 行 · 手机号完整');
  expect(seenWords({ kind: 'look', persons: 20, phones: 'masked' })).toBe('20 人 · 手机号打码');
});
