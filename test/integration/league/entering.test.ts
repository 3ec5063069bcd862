import { leaguesAgree } from '../../support/auditor-leagues';
import type { RunningCloud } from '../../support/cloud';
import { leagueNow, sweepLeague } from '../../support/drawn-league';
import {
  abandonedClaim,
  addColleagues,
  atLeague,
  entryNow,
  join,
  openLeague,
  playerNow,
  requestId,
  seenBy,
  teamOf,
} from '../../support/league-town';
import { accepted } from '../../support/organizing';
import { HOUR, NOON } from '../../support/plans';
import { addEnterprises, addMembers, advance, FIRST_ADMIN, memberOf, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;
let made = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '星联科技' });
});
beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());
afterEach(async () => expect(await leaguesAgree(cloud, false)).toEqual([]));

async function people(count: number): Promise<string[]> {
  made += 1;
  const openids = Array.from({ length: count }, (_, at) => `p${made}-${at}`);
  await addColleagues(cloud, openids);
  return openids;
}

const answerOf = async (op: Parameters<typeof atLeague>[1], input: object, openid: string, id?: string) =>
  (await atLeague(cloud, op, input, openid, id)).answer;

test('a captain enters a team, colleagues join by its link, and only they see who is in it', async () => {
  const [captain = '', second = '', stranger = ''] = await people(3);
  const leagueId = await openLeague(cloud);
  const team = await teamOf(cloud, leagueId, captain, '飞鱼');
  expect(team).toMatchObject({ name: '飞鱼', enterpriseName: '药谷第一制药', players: 1, missing: 4, captain: true });
  const invite = accepted((await atLeague(cloud, 'invite', { invite: team.invite }, second)).answer);
  expect(invite).toMatchObject({ captainName: `职工${captain}`, left: 6, entry: { id: team.id, players: 1 } });
  expect(invite).not.toHaveProperty('mine');
  const joined = accepted(await join(cloud, team.invite.toLowerCase(), second));
  expect(joined).toMatchObject({ players: 2, mine: true, captain: false });
  expect(joined.roster?.map(({ name, captain: leads, mine }) => [name, leads, mine])).toEqual([
    [`职工${captain}`, true, undefined],
    [`职工${second}`, undefined, true],
  ]);
  const outside = await seenBy(cloud, leagueId, team.id, stranger);
  expect(outside).toMatchObject({ name: '飞鱼', players: 2 });
  expect(outside).not.toHaveProperty('roster');
  expect(outside).not.toHaveProperty('invite');
  const organizer = await seenBy(cloud, leagueId, team.id, FIRST_ADMIN);
  expect(organizer.roster).toHaveLength(2);
  expect(organizer).not.toHaveProperty('invite');
});

/** The same, whenever it is asked. */
const timeless = (answer: object): object => ({
  ...answer,
  value: { ...('value' in answer ? (answer.value as object) : {}), now: expect.any(Number) },
});

test('sent again, entering and joining give the same answer and change nothing', async () => {
  const [captain = '', second = ''] = await people(2);
  const leagueId = await openLeague(cloud);
  const [enters, joins] = [requestId(), requestId()];
  const first = await answerOf('enter', { leagueId, name: '飞鱼' }, captain, enters);
  expect(await answerOf('enter', { leagueId, name: '飞鱼' }, captain, enters)).toEqual(timeless(first));
  const other = await answerOf('enter', { leagueId, name: '蓝鲸' }, captain, enters);
  expect(other).toMatchObject({ refusal: 'REQUEST_REUSED' });
  const { invite = '', id } = accepted(first) as { invite?: string; id: string };
  const joined = await answerOf('joinEntry', { invite }, second, joins);
  expect(await answerOf('joinEntry', { invite }, second, joins)).toEqual(timeless(joined));
  expect((await entryNow(cloud, id))?.members).toHaveLength(2);
  expect((await leagueNow(cloud, leagueId)).count).toBe(1);
});

test('nobody plays in two entries of a league, and no two teams have the same name', async () => {
  const [one = '', other = '', third = ''] = await people(3);
  const leagueId = await openLeague(cloud);
  const team = await teamOf(cloud, leagueId, one, '飞鱼');
  const rival = await teamOf(cloud, leagueId, other, '蓝鲸');
  const twice = { refusal: 'ALREADY_ENTERED', detail: { entryId: team.id, name: '飞鱼' } };
  expect(await join(cloud, rival.invite, one)).toMatchObject(twice);
  expect(await answerOf('enter', { leagueId, name: '第三队' }, one)).toMatchObject(twice);
  expect(await answerOf('enter', { leagueId, name: ' 飞 鱼' }, third)).toMatchObject({ refusal: 'NAME_TAKEN' });
  expect((await leagueNow(cloud, leagueId)).count).toBe(2);
  // The same name in another league is another team's.
  await teamOf(cloud, await openLeague(cloud), one, '飞鱼');
});

test('who may not enter hears why', async () => {
  const [captain = '', late = ''] = await people(2);
  await addMembers(cloud, [memberOf(`pending-${made}`, { status: 'pending' })]);
  const soon = await openLeague(cloud, { opensAt: NOON + HOUR, lockAt: NOON + 2 * HOUR });
  const regions = [
    { id: 'n', name: '北区' },
    { id: 's', name: '南区' },
  ];
  const first = { kind: 'groups', groups: 1, rounds: 1, bestOf: 1, minutes: 30 } as const;
  const regional = await openLeague(cloud, {
    format: { regions, first, final: { take: 1, bestOf: 1, minutes: 30, placeThree: false } },
  });
  const small = await openLeague(cloud, { most: 2, format: { first } });
  const enter = (leagueId: string, openid: string, more: object = {}) =>
    answerOf('enter', { leagueId, name: '飞鱼', ...more }, openid);
  expect(await enter(soon, captain)).toMatchObject({ refusal: 'NOT_OPEN_YET', detail: { opensAt: NOON + HOUR } });
  expect(await enter(small, `pending-${made}`)).toMatchObject({ refusal: 'NOT_MEMBER' });
  expect(await enter('nowhere', captain)).toMatchObject({ refusal: 'NOT_FOUND', detail: { what: 'league' } });
  expect(await enter(regional, captain)).toMatchObject({ refusal: 'REGION_NEEDED', detail: { regions } });
  expect(await enter(regional, captain, { region: 's' })).toMatchObject({ ok: true, value: { region: 's' } });
  expect(await answerOf('enter', { leagueId: small }, captain)).toMatchObject({ refusal: 'NAME_NEEDED' });
  for (const openid of await people(2)) accepted(await enter(small, openid, { name: `队${openid}` }));
  expect(await enter(small, captain)).toMatchObject({ refusal: 'LEAGUE_FULL', detail: { most: 2 } });
  await advance(cloud, HOUR);
  expect(await enter(regional, late, { region: 'n' })).toMatchObject({ refusal: 'ROSTER_LOCKED' });
  accepted((await atLeague(cloud, 'cancelLeague', { leagueId: soon, reason: '场馆停电' })).answer);
  expect(await enter(soon, captain)).toMatchObject({ refusal: 'CANCELLED', detail: { reason: '场馆停电' } });
});

test('in a league of persons one enters under their own name, which others may have too', async () => {
  const leagueId = await openLeague(cloud, { discipline: 'table-tennis-singles', format: SINGLES });
  const same = ['same-1', 'same-2'].map((openid) => memberOf(openid, { name: '张伟' }));
  await addMembers(cloud, same);
  for (const { openid } of same)
    expect(accepted(await answerOf('enter', { leagueId }, openid))).toMatchObject({ name: '张伟', missing: 0 });
  accepted(
    (await cloud.call('member', 'updateMe', { name: '张大伟' }, { openid: 'same-1', requestId: requestId() })).answer,
  );
  const { items } = accepted((await atLeague(cloud, 'entries', { leagueId }, 'same-2')).answer);
  expect(items.map(({ name, mine }) => [name, mine])).toEqual([
    ['张伟', true],
    ['张大伟', undefined],
  ]);
});

const SINGLES = { first: { kind: 'knockout', placeThree: false, bestOf: 5, minutes: 30 } } as const;

test('the last one who leaves takes the entry along, and its place is free at once', async () => {
  const [captain = '', second = ''] = await people(2);
  const leagueId = await openLeague(cloud);
  const { id: entryId, invite } = await teamOf(cloud, leagueId, captain, '飞鱼');
  accepted(await join(cloud, invite, second));
  const leaves = requestId();
  accepted(await answerOf('leaveEntry', { leagueId, entryId }, captain));
  expect(await entryNow(cloud, entryId)).toMatchObject({ captain: memberOf(second)._id });
  accepted(await answerOf('leaveEntry', { leagueId, entryId }, second, leaves));
  expect(await entryNow(cloud, entryId)).toBeUndefined();
  expect(await leagueNow(cloud, leagueId)).toMatchObject({ count: 0, claims: {} });
  expect(await answerOf('leaveEntry', { leagueId, entryId }, second, leaves)).toMatchObject({ value: { left: true } });
  expect(await answerOf('leaveEntry', { leagueId, entryId }, second)).toMatchObject({ refusal: 'NOT_FOUND' });
  await teamOf(cloud, leagueId, second, '飞鱼');
});

test('a captain takes players out, hands over, and says who are substitutes; a player does not', async () => {
  const [captain = '', ...others] = await people(7);
  const leagueId = await openLeague(cloud);
  const { id: entryId, invite } = await teamOf(cloud, leagueId, captain, '飞鱼');
  for (const openid of others) accepted(await join(cloud, invite, openid));
  const ids = others.map((openid) => memberOf(openid)._id);
  const at = { leagueId, entryId };
  const [first = '', second = '', third = ''] = ids;
  expect(await answerOf('removePlayer', { ...at, memberId: first }, others[1] ?? '')).toMatchObject({
    refusal: 'NOT_CAPTAIN',
  });
  const full = { refusal: 'ROSTER_FULL', detail: { most: 7 } };
  const [extra = ''] = await people(1);
  expect(await join(cloud, invite, extra)).toMatchObject(full);
  expect(await answerOf('arrange', { ...at, substitutes: [first] }, captain)).toMatchObject({ refusal: 'LINEUP' });
  const arranged = accepted(await answerOf('arrange', { ...at, substitutes: [first, second] }, captain));
  expect(
    (arranged as { roster: { memberId: string; substitute?: true }[] }).roster
      .filter((p) => p.substitute)
      .map((p) => p.memberId)
      .sort(),
  ).toEqual([first, second].sort());
  accepted(await answerOf('removePlayer', { ...at, memberId: third }, captain));
  expect(await playerNow(cloud, leagueId, others[2] ?? '')).not.toHaveProperty('entryId');
  expect(await answerOf('removePlayer', { ...at, memberId: third }, captain)).toMatchObject({
    refusal: 'NOT_IN_ROSTER',
  });
  accepted(await answerOf('handOver', { ...at, memberId: first }, captain));
  expect(await answerOf('arrange', { ...at, substitutes: [] }, captain)).toMatchObject({ refusal: 'NOT_CAPTAIN' });
});

test('once rosters are locked an organizer alone changes them, and says why', async () => {
  const [captain = '', second = '', third = ''] = await people(3);
  const leagueId = await openLeague(cloud);
  const { id: entryId, invite } = await teamOf(cloud, leagueId, captain, '飞鱼');
  accepted(await join(cloud, invite, second));
  await advance(cloud, HOUR);
  const at = { leagueId, entryId };
  const memberId = memberOf(second)._id;
  const locked = { refusal: 'ROSTER_LOCKED', detail: { lockedAt: NOON + HOUR } };
  expect(await join(cloud, invite, third)).toMatchObject(locked);
  expect(await answerOf('leaveEntry', at, second)).toMatchObject(locked);
  expect(await answerOf('removePlayer', { ...at, memberId }, captain)).toMatchObject(locked);
  expect(await answerOf('renameEntry', { ...at, name: '蓝鲸' }, captain)).toMatchObject(locked);
  expect(await answerOf('removePlayer', { ...at, memberId }, FIRST_ADMIN)).toMatchObject({ refusal: 'REASON_NEEDED' });
  accepted(await answerOf('removePlayer', { ...at, memberId, reason: '离职' }, FIRST_ADMIN));
  const added = { ...at, memberId: memberOf(third)._id, reason: '补报' };
  expect(accepted(await answerOf('addPlayer', added, FIRST_ADMIN))).toMatchObject({ players: 2 });
  accepted(await answerOf('renameEntry', { ...at, name: '蓝鲸', reason: '重名' }, FIRST_ADMIN));
  const { log } = accepted((await atLeague(cloud, 'managedLeague', { leagueId })).answer);
  expect(log.map(({ what, reason }) => [what, reason])).toEqual([
    ['改队名', '重名'],
    ['加入队员', '补报'],
    ['移出队员', '离职'],
    ['发布', undefined],
    ['新建', undefined],
  ]);
});

test('who follows an entry finds it on the league’s page, up to twenty of them', async () => {
  const [captain = '', fan = ''] = await people(2);
  const leagueId = await openLeague(cloud);
  const { id: entryId } = await teamOf(cloud, leagueId, captain, '飞鱼');
  expect(accepted(await answerOf('follow', { leagueId, entryId, follow: true }, fan))).toEqual({ follows: [entryId] });
  expect(accepted((await atLeague(cloud, 'league', { leagueId }, fan)).answer).follows).toEqual([entryId]);
  expect(await seenBy(cloud, leagueId, entryId, fan)).toMatchObject({ followed: true });
  expect(accepted(await answerOf('follow', { leagueId, entryId, follow: false }, fan))).toEqual({ follows: [] });
  expect(await answerOf('follow', { leagueId, entryId: 'nobody', follow: true }, fan)).toMatchObject({
    refusal: 'NOT_FOUND',
  });
});

test('a place whose call died is free again when that is certain, and one that is used is not', async () => {
  const [captain = ''] = await people(1);
  const leagueId = await openLeague(cloud);
  await teamOf(cloud, leagueId, captain, '飞鱼');
  const league = await leagueNow(cloud, leagueId);
  const other = `${leagueId.slice(0, 20)}copy`;
  await abandonedClaim(cloud, { ...league, _id: other, claims: {}, count: 0 }, 'tgone', NOON);
  await sweepLeague(cloud, 1);
  expect(await leagueNow(cloud, leagueId)).toMatchObject({ count: 1 });
  const swept = await leagueNow(cloud, other);
  expect(swept).toMatchObject({ count: 0, claims: {} });
  expect(swept).not.toHaveProperty('dueAt');
});
