import type { RunningCloud } from '../../support/cloud';
import { leagueNow } from '../../support/drawn-league';
import {
  addColleagues,
  atLeague,
  entryNow,
  join,
  openLeague,
  playerNow,
  seenBy,
  teamOf,
} from '../../support/league-town';
import { accepted } from '../../support/organizing';
import { contentSays } from '../../support/reading-town';
import { addEnterprises, addMembers, FIRST_ADMIN, memberOf, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown();
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '星联科技' });
});
afterEach(() => contentSays(cloud, { suggest: 'pass' }));
afterAll(() => cloud.stop());

const rename = async (at: object, name: string, openid: string, reason?: string) =>
  (await atLeague(cloud, 'renameEntry', { ...at, name, ...(reason !== undefined && { reason }) }, openid)).answer;

test('a bad name enters nothing and names nothing anew', async () => {
  await addColleagues(cloud, ['bad', 'good']);
  const leagueId = await openLeague(cloud);
  const { id: entryId } = await teamOf(cloud, leagueId, 'good', '飞鱼');
  await contentSays(cloud, { suggest: 'risky' });
  const refused = { refusal: 'NAME_REFUSED', detail: {} };
  expect((await atLeague(cloud, 'enter', { leagueId, name: '坏名字' }, 'bad')).answer).toMatchObject(refused);
  expect(await rename({ leagueId, entryId }, '坏名字', 'good')).toMatchObject(refused);
  expect((await leagueNow(cloud, leagueId)).count).toBe(1);
  expect(await playerNow(cloud, leagueId, 'bad')).toBeUndefined();
  expect((await entryNow(cloud, entryId))?.name).toBe('飞鱼');
});

test.each([
  ['doubts it', { suggest: 'review' }],
  ['has no answer', { errcode: 45009 }],
])('where content security %s a name stands until an organizer gives another', async (how, outcome) => {
  const captain = `captain ${how}`;
  await addColleagues(cloud, [captain]);
  const leagueId = await openLeague(cloud);
  await contentSays(cloud, outcome);
  const { id: entryId } = await teamOf(cloud, leagueId, captain, '说不准');
  accepted(await rename({ leagueId, entryId }, '第一队', FIRST_ADMIN, '名字不合适'));
  expect((await entryNow(cloud, entryId))?.name).toBe('第一队');
});

test('whoever plays alone has the name of a member, and nobody is asked about it', async () => {
  await addColleagues(cloud, ['alone']);
  const first = { kind: 'groups' as const, groups: 1, rounds: 1 as const, bestOf: 5, minutes: 30 };
  const leagueId = await openLeague(cloud, { discipline: 'table-tennis-singles', format: { first } });
  await contentSays(cloud, { suggest: 'risky' });
  accepted((await atLeague(cloud, 'enter', { leagueId }, 'alone')).answer);
});

test('who changes their enterprise stays in the roster: the draw counts the one they came from', async () => {
  await addColleagues(cloud, ['moves', 'stays']);
  const leagueId = await openLeague(cloud);
  const { id: entryId, invite } = await teamOf(cloud, leagueId, 'moves', '老同事');
  await addMembers(cloud, [memberOf('moves', { enterpriseId: 'e2' })]);
  accepted(await join(cloud, invite, 'stays'));
  const record = await entryNow(cloud, entryId);
  expect(record?.roster[memberOf('moves')._id]).toMatchObject({ enterpriseId: 'e1' });
  expect(record).toMatchObject({ enterpriseName: '药谷第一制药' });
  const { roster } = await seenBy(cloud, leagueId, entryId, 'stays');
  expect(roster?.map(({ enterpriseName }) => enterpriseName)).toEqual(['星联科技', '药谷第一制药']);
});
