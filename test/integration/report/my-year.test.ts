import { addChallenge, addPeople, checkedIn, joined } from '../../support/challenge-town';
import type { RunningCloud } from '../../support/cloud';
import { atGate, gatePlan, signedUp } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { DAY, NOON } from '../../support/plans';
import { atReport } from '../../support/report';
import { addActivities, addEnterprises, FIRST_ADMIN, runSweep, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addActivities(cloud, gatePlan(), gatePlan({ id: 'walk', brand: 'vital', format: 'walk' }));
  await addChallenge(cloud, 'winter');
  await addPeople(cloud, ['ann', 'bob']);
});
// `stop` fails where any query went unserved by an index.
afterAll(() => cloud.stop());

const yearOf = (openid: string, year = 2026) => atReport(cloud, 'myYear', { year }, openid);

test('a member reads what they did, whether or not a sweep has counted it, in five calls', async () => {
  await setClock(cloud, NOON);
  for (const activityId of ['gala', 'walk']) {
    for (const openid of ['ann', 'bob']) {
      const registrationId = await signedUp(cloud, openid, { activityId, zoneId: 'a' });
      const input = { registrationId };
      accepted((await atGate(cloud, 'admit', input, FIRST_ADMIN)).answer);
      if (openid === 'bob' && activityId === 'walk')
        accepted((await atGate(cloud, 'undo', { ...input, reason: '扫错了人' }, FIRST_ADMIN)).answer);
    }
  }
  await joined(cloud, 'ann', 'winter');
  for (const [day, title] of ['活着', '活着', '平凡的世界'].entries()) {
    await setClock(cloud, NOON + day * DAY);
    await checkedIn(cloud, 'ann', 'winter', { book: { title } });
  }
  await runSweep(cloud, 'award', 'points');
  const { answer, meter } = await yearOf('ann');
  expect(accepted(answer)).toMatchObject({
    ...{ year: 2026, activities: 2, readingDays: 3, longestStreak: 3 },
    books: [{ title: '活着' }, { title: '平凡的世界' }],
  });
  expect(accepted(answer).places).toHaveLength(1);
  expect(accepted(answer).points).toBeGreaterThan(0);
  expect(meter).toMatchObject({ dbCalls: 5, unindexed: 0 });
  expect(accepted((await yearOf('bob')).answer)).toMatchObject({ activities: 1, books: [], longestStreak: 0 });
});

test('another year, and who has done nothing, are empty; who is no member has none', async () => {
  const empty = { activities: 0, brands: [], places: [], books: [], readingDays: 0, longestStreak: 0, points: 0 };
  expect(accepted((await yearOf('ann', 2025)).answer)).toMatchObject(empty);
  expect((await yearOf('stranger')).answer).toMatchObject({ refusal: 'NOT_MEMBER' });
});
