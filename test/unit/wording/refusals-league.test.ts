import { refusalWords } from '../../../domain/wording/refusals';
import { LEAGUE_REFUSALS } from '../../../domain/wording/refusals-league';

const NOW = Date.UTC(2026, 10, 20, 6, 0);

test.each([
  ['table-tennis-singles', '人'],
  ['badminton-doubles', '对'],
  ['esports-5v5', '队'],
])('a refusal in %s counts entries in %s', (discipline, unit) => {
  expect(refusalWords('LEAGUE_FULL', { most: 16, discipline }, NOW, LEAGUE_REFUSALS).text).toContain(
    `最多 16 ${unit}，`,
  );
  const unfit = { entries: 5, issues: [], discipline };
  expect(refusalWords('FORMAT_UNFIT', unfit, NOW, LEAGUE_REFUSALS).text).toContain(`有 5 ${unit}，`);
});

test('who is in an entry hears which, and of a person nothing about teams', () => {
  const words = (discipline: string) =>
    refusalWords('ALREADY_ENTERED', { entryId: 'e', name: '飞鱼', discipline }, NOW, LEAGUE_REFUSALS).text;
  expect(words('esports-5v5')).toBe('已经在“飞鱼”里，一人只能参加一队');
  expect(words('badminton-doubles')).toBe('已经在“飞鱼”里，一人只能参加一对');
  expect(words('table-tennis-singles')).toBe('名单里有“飞鱼”');
});
