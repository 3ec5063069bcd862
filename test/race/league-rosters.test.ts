import { leaguesAgree } from '../support/auditor-leagues';
import type { LooseAnswer, RunningCloud } from '../support/cloud';
import { sweepLeague } from '../support/drawn-league';
import { addColleagues, entryNow, join, openLeague, requestId, teamOf } from '../support/league-town';
import { accepted } from '../support/organizing';
import { NOON } from '../support/plans';
import { tally } from '../support/rush';
import { addEnterprises, memberOf, setClock, startTown, warmUp } from '../support/town';
import { untilFree } from '../support/until-free';

let cloud: RunningCloud;
let made = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await warmUp(cloud, 'league', 'leagues', {}, 6);
});
beforeEach(() => setClock(cloud, NOON));
afterEach(() => cloud.api('DELETE', 'faults'));
afterAll(() => cloud.stop());

/** Five play and two may be substitutes. */
const MOST = 7;

async function ask(op: string, input: object, openid: string, id = requestId()): Promise<LooseAnswer> {
  const caller = { openid, requestId: id };
  return untilFree(async () => (await cloud.call('league' as string, op, input, caller)).answer);
}

async function people(count: number): Promise<string[]> {
  made += 1;
  const openids = Array.from({ length: count }, (_, at) => `r${made}-${at}`);
  await addColleagues(cloud, openids);
  return openids;
}

const slow = (op: string, at: number, when: 'before' | 'after', ms: number, times = 1) =>
  cloud.api('POST', 'faults', { function: 'league', op, at, when, effect: 'delay', ms, times });

/** Joining without the guard, when everybody has looked and nobody has written yet. */
async function joinNaively(joins: readonly { leagueId: string; entryId: string; openid: string }[]) {
  await cloud.api('POST', 'faults', {
    function: 'join-entry-unguarded',
    at: 2,
    when: 'after',
    effect: 'delay',
    ms: 500,
    times: 9,
  });
  const inputs = joins.map(({ openid, ...where }) => ({ ...where, memberId: memberOf(openid)._id, most: MOST }));
  await Promise.all(inputs.map((input) => cloud.call('join-entry-unguarded', 'main', input, { openid: 'x' })));
}

test('without the guard more join a roster than it has places', async () => {
  const leagueId = await openLeague(cloud);
  const [captain = '', ...others] = await people(8);
  const { id: entryId, invite } = await teamOf(cloud, leagueId, captain, '飞鱼');
  for (const openid of others.slice(0, 5)) accepted(await join(cloud, invite, openid));
  await joinNaively(others.slice(5).map((openid) => ({ leagueId, entryId, openid })));
  expect(Object.keys((await entryNow(cloud, entryId))?.roster ?? {})).toHaveLength(MOST + 1);
});

test('without the guard somebody is in two teams of a league', async () => {
  const leagueId = await openLeague(cloud);
  const [one = '', other = '', both = ''] = await people(3);
  const teams = [await teamOf(cloud, leagueId, one, '飞鱼'), await teamOf(cloud, leagueId, other, '蓝鲸')];
  await joinNaively(teams.map(({ id: entryId }) => ({ leagueId, entryId, openid: both })));
  const rosters = await Promise.all(teams.map(async ({ id }) => (await entryNow(cloud, id))?.roster ?? {}));
  expect(rosters.filter((roster) => memberOf(both)._id in roster)).toHaveLength(2);
});

test('of two who join for the last place of a roster one gets it', async () => {
  const leagueId = await openLeague(cloud);
  const [captain = '', ...others] = await people(9);
  const { id, invite } = await teamOf(cloud, leagueId, captain, '飞鱼');
  for (const openid of others.slice(0, 5)) accepted(await join(cloud, invite, openid));
  await slow('joinEntry', 5, 'after', 60, 20);
  const answers = await Promise.all(others.slice(5).map((openid) => ask('joinEntry', { invite }, openid)));
  expect(tally(answers)).toEqual({ ok: 1, ROSTER_FULL: 2 });
  expect((await entryNow(cloud, id))?.members).toHaveLength(MOST);
});

test('who joins one team and enters another at once is in one of them', async () => {
  const leagues: string[] = [];
  for (let round = 0; round < 4; round++) {
    const leagueId = await openLeague(cloud);
    leagues.push(leagueId);
    const [captain = '', both = ''] = await people(2);
    const { invite } = await teamOf(cloud, leagueId, captain, '飞鱼');
    await slow('enter', 7, 'after', 60, 2);
    await slow('joinEntry', 5, 'after', 60, 2);
    const answers = await Promise.all([
      ask('joinEntry', { invite }, both),
      ask('enter', { leagueId, name: '蓝鲸' }, both),
      ask('enter', { leagueId, name: '红隼' }, both),
    ]);
    await cloud.api('DELETE', 'faults');
    expect(tally(answers)).toEqual({ ok: 1, ALREADY_ENTERED: 2 });
  }
  await sweepLeague(cloud);
  expect(await leaguesAgree(cloud, true, leagues)).toEqual([]);
});
