import { DISCIPLINES, disciplineOf, disciplinesOn } from '../../../domain/league/disciplines';

const refs = (day: string) => disciplinesOn(day).map(({ id, version }) => `${id}@${version}`);

test('a league that begins before 4 January 2027 is played to 21 in badminton, one that begins then to 15', () => {
  expect(refs('2027-01-03')).toEqual(expect.arrayContaining(['badminton-singles@1', 'badminton-doubles@1']));
  expect(refs('2027-01-04')).toEqual(expect.arrayContaining(['badminton-singles@2', 'badminton-doubles@2']));
  expect(refs('2027-01-04')).not.toContain('badminton-singles@1');
});

test('a league keeps the version that it began with', () => {
  const began = disciplinesOn('2026-12-01').find(({ id }) => id === 'badminton-singles');
  expect(began && disciplineOf(began)).toBe(began);
  expect(disciplineOf({ id: 'badminton-singles', version: 1 })?.match).toMatchObject({ game: { target: 21, cap: 30 } });
  expect(disciplineOf({ id: 'badminton-singles', version: 9 })).toBeUndefined();
});

test('each version is there once, is plain data, and names its source', () => {
  const ids = DISCIPLINES.map(({ id, version }) => `${id}@${version}`);
  expect(new Set(ids).size).toBe(ids.length);
  for (const discipline of DISCIPLINES) {
    expect(JSON.parse(JSON.stringify(discipline))).toEqual(discipline);
    expect(discipline.sources.length).toBeGreaterThan(0);
    expect(discipline.match.bestOf.every((games) => games % 2 === 1)).toBe(true);
  }
});
