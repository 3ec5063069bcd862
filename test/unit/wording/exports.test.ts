import { lookWords, seenWords } from '../../../domain/wording/exports';
import { SIGHTS } from '../../permission/looks';

const noted = [
  ...Object.entries(SIGHTS).flatMap(([name, sight]) => (sight === 'look' ? [name] : [])),
  // Looks where they ask whom a change would touch, and what an export leaves when it is asked for.
  ...['organizer.editActivity', 'organizer.moveSession', 'export.start'],
];

test.each(noted)('%s stands in words in the list of who saw what', (what) => {
  expect(lookWords({ what })).toMatch(/^\p{Script=Han}+$/u);
});

test('many rows are grouped, and rows are not people', () => {
  expect(seenWords({ kind: 'export', persons: 100_000, phones: 'full' })).toBe('100,000 行 · 手机号完整');
  expect(seenWords({ kind: 'look', persons: 20, phones: 'masked' })).toBe('20 人 · 手机号打码');
});
