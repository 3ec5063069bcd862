import { enterpriseOf } from '../../../domain/league/entry';
import { entryOf as rostered } from '../../../domain/league/entry-record';
import type { RunningCloud } from '../../support/cloud';
import { addLeague, captainOf, entryOf, leagueNow } from '../../support/drawn-league';
import { addColleagues, atLeague, entryNow, openLeague, playerNow, seenBy, teamOf } from '../../support/league-town';
import { accepted } from '../../support/organizing';
import { contentSays } from '../../support/reading-town';
import { addEnterprises, FIRST_ADMIN, memberOf, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
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
  const captain = `captain-${how.length}`;
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

test('who changes their enterprise stays in the roster, which keeps the one that they came from', async () => {
  await addColleagues(cloud, ['comes']);
  // Everybody came from `e2`, and works at `e1` by now.
  await addLeague(cloud, 'moved', { teams: 1, members: true });
  const at = { leagueId: 'moved', entryId: entryOf('moved', 1) };
  const input = { ...at, memberId: memberOf('comes')._id, reason: '补一个人' };
  accepted((await atLeague(cloud, 'addPlayer', input)).answer);
  const record = await entryNow(cloud, at.entryId);
  expect(record?.roster[memberOf(captainOf('moved', 1))._id]).toMatchObject({ enterpriseId: 'e2' });
  expect(record && enterpriseOf(rostered(record))).toBe('e2');
  const { roster } = await seenBy(cloud, 'moved', at.entryId, 'comes');
  expect(roster?.map(({ enterpriseName }) => enterpriseName)).toEqual(Array(6).fill('药谷第一制药'));
});
