import type { LeagueRecord } from '../../../domain/league/league-record';
import { leaguesAgree } from '../../support/auditor-leagues';
import type { RunningCloud } from '../../support/cloud';
import {
  captainOf,
  drawnLeague,
  entryOf,
  leagueNow,
  matchesNow,
  playerOf,
  sweepLeague,
} from '../../support/drawn-league';
import { addColleagues, atLeague, entryNow, join, openLeague, requestId, teamOf } from '../../support/league-town';
import { accepted } from '../../support/organizing';
import { NOON } from '../../support/plans';
import { addEnterprises, FIRST_ADMIN, memberOf, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '星联科技', e3: '蓝海生物' });
});
beforeEach(() => setClock(cloud, NOON));
afterEach(async () => {
  await sweepLeague(cloud);
  expect(await leaguesAgree(cloud, true)).toEqual([]);
});
afterAll(() => cloud.stop());

async function leaveUnion(openid: string): Promise<void> {
  accepted((await cloud.call('member', 'leave', { confirm: true }, { openid, requestId: requestId() })).answer);
}

const goneIn = ({ entrants }: LeagueRecord, id: string) => entrants[id]?.withdrawnAt;

test('who leaves the union is in no roster, and the captaincy passes on', async () => {
  const openids = ['leaves-0', 'leaves-1'];
  await addColleagues(cloud, openids);
  const leagueId = await openLeague(cloud);
  const { id, invite } = await teamOf(cloud, leagueId, 'leaves-0', '飞鱼');
  accepted(await join(cloud, invite, 'leaves-1'));
  await leaveUnion('leaves-0');
  expect(await entryNow(cloud, id)).toMatchObject({
    captain: memberOf('leaves-1')._id,
    members: [memberOf('leaves-1')._id],
  });
  await leaveUnion('leaves-1');
  expect(await entryNow(cloud, id)).toBeUndefined();
  expect((await leagueNow(cloud, leagueId)).count).toBe(0);
});

test('who plays alone and leaves the union once it is drawn has withdrawn, and is nowhere named', async () => {
  const first = { kind: 'groups', groups: 1, rounds: 1, bestOf: 5, minutes: 30 } as const;
  await drawnLeague(cloud, 'alone', { teams: 3, plan: { discipline: 'table-tennis-singles', format: { first } } });
  // As entering would have made it: the key of a person's entry is the person.
  const entryId = entryOf('alone', 1);
  await leaveUnion(captainOf('alone', 1));
  await sweepLeague(cloud);
  expect(goneIn(await leagueNow(cloud, 'alone'), entryId)).toBeGreaterThan(0);
  const lost = (await matchesNow(cloud, 'alone')).filter(({ state }) => state === 'walkover');
  expect(lost).toHaveLength(2);
  expect(await entryNow(cloud, entryId)).toMatchObject({ members: [], captain: '' });
});

test('a team that withdraws after the draw loses what it has not played, at once', async () => {
  await drawnLeague(cloud, 'gives-up', { teams: 6, members: true });
  const [leagueId, entryId] = ['gives-up', entryOf('gives-up', 2)];
  const withdraw = async (openid: string, more: object = {}) =>
    (await atLeague(cloud, 'withdraw', { leagueId, entryId, ...more }, openid)).answer;
  expect(await withdraw(playerOf(leagueId, 2, 1))).toMatchObject({ refusal: 'NOT_CAPTAIN' });
  expect(await withdraw(FIRST_ADMIN)).toMatchObject({ refusal: 'REASON_NEEDED' });
  const gone = accepted(await withdraw(captainOf(leagueId, 2)));
  expect(gone).toMatchObject({ withdrawn: true });
  expect(gone.fixtures.map(({ state }) => state)).toEqual(['walkover', 'walkover']);
  const league = accepted((await atLeague(cloud, 'managedLeague', { leagueId })).answer);
  expect(league).toMatchObject({ entries: { all: 6, complete: 5, withdrawn: 1 }, matches: { played: 2 } });
});

test('a name that an organizer gives a team once it is drawn stands in its matches', async () => {
  await drawnLeague(cloud, 'renamed', { teams: 4, members: true });
  const at = { leagueId: 'renamed', entryId: entryOf('renamed', 1) };
  accepted((await atLeague(cloud, 'renameEntry', { ...at, name: '新名字', reason: '重名' })).answer);
  const names = (await matchesNow(cloud, 'renamed')).flatMap(({ sides }) =>
    sides.flatMap((side) => (side.kind === 'entry' ? [side.name] : [])),
  );
  expect(names).toContain('新名字');
  expect(names).not.toContain('第1队');
});
