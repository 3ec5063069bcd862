import { leaguePreview } from '../../../domain/league/league-preview';
import { instantAt } from '../../../domain/time/shanghai';
import type { LeaguePlan } from '../../../types/contract';

const at = (wall: string): number => {
  const instant = instantAt(wall);
  if (instant === undefined) throw new Error(`no such time: ${wall}`);
  return instant;
};

const court = (id: string, from: string, until: string) => ({
  ...{ id, name: id },
  openings: [{ startsAt: at(`2031-05-10T${from}`), endsAt: at(`2031-05-10T${until}`) }],
});

/** Two groups of four, each meets each: twelve matches of half an hour. */
const PLAN: LeaguePlan = {
  ...{ title: '乒乓球', tagline: '', brand: 'vital', description: [], discipline: 'table-tennis-singles' },
  venue: { name: '馆', address: '路', latitude: 39.8, longitude: 116.5 },
  ...{ opensAt: at('2031-05-01T09:00'), lockAt: at('2031-05-08T18:00'), most: 8, rest: 0, answer: 20 },
  format: { first: { kind: 'groups', groups: 2, rounds: 1, bestOf: 3, minutes: 30 } },
  courts: [court('c1', '13:00', '18:00'), court('c2', '13:00', '18:00')],
};

describe('what a plan comes to before there are entries', () => {
  test('matches, minutes, and that the courts do', () => {
    expect(leaguePreview(PLAN, 8)).toMatchObject({
      ...{ matches: 12, neededMinutes: 360, openMinutes: 600, leastCourts: 2, courts: 2, issues: [] },
      finish: at('2031-05-10T16:00'),
    });
  });

  test('matches are counted before there are courts, and before their hours are right', () => {
    const bare = leaguePreview({ ...PLAN, courts: [] }, 8);
    expect(bare).toMatchObject({ matches: 12, neededMinutes: 360, openMinutes: 0 });
    expect(bare.courts).toBeUndefined();
    expect(bare.issues.map(({ path }) => path)).toEqual(['courts']);
    const closed = leaguePreview({ ...PLAN, courts: [{ id: 'c1', name: 'c1', openings: [] }] }, 8);
    expect(closed).toMatchObject({ matches: 12, openMinutes: 0 });
    expect(leaguePreview({ ...PLAN, lockAt: 0 }, 8)).toMatchObject({ matches: 12, courts: 2 });
  });

  test('a format that so many cannot play comes to nothing, and says why', () => {
    expect(leaguePreview(PLAN, 3)).toMatchObject({ matches: 0, issues: [{ path: 'first' }] });
    const groups = { ...PLAN.format.first, kind: 'groups', groups: 0, rounds: 1 } as const;
    expect(leaguePreview({ ...PLAN, format: { first: groups } }, 8)).toMatchObject({ matches: 0 });
  });
});
