import type { TeamRecord } from '../../domain/reading/team';
import { teamsAgree } from '../support/auditor-teams';
import { addChallenges, requestId } from '../support/challenges';
import type { LooseAnswer, RunningCloud } from '../support/cloud';
import { clockOf } from '../support/gate';
import { accepted } from '../support/organizing';
import { NOON } from '../support/plans';
import { atOnce, tally } from '../support/rush';
import { addReaders, checkingIn, joinTeam, read, readerNow, teamBy, teamNow } from '../support/team-town';
import {
  addEnterprises,
  advance,
  documents,
  memberOf,
  runSweep,
  runSweeps,
  setClock,
  startTown,
  untilStruck,
  warmUp,
} from '../support/town';

let cloud: RunningCloud;
let made = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 8 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addChallenges(cloud, { teams: { entry: 'team' } });
  await warmUp(cloud, 'reading', 'today', {}, 6);
});

beforeEach(() => setClock(cloud, NOON));
afterEach(() => cloud.api('DELETE', 'faults'));
afterAll(() => cloud.stop());

async function people(count: number): Promise<string[]> {
  made += 1;
  const openids = Array.from({ length: count }, (_, at) => `r${made}-${at}`);
  await addReaders(cloud, 'teams', openids);
  return openids;
}

type Op = 'createTeam' | 'joinTeam' | 'leaveTeam' | 'checkIn';

/** Sends it as a patient device does: told that it is busy, it tries again, with the same request id. */
async function ask(op: Op, input: object, openid: string): Promise<LooseAnswer> {
  const id = requestId();
  for (let tries = 0; tries < 40; tries++) {
    const { answer } = await cloud.call('reading' as string, op, input, { openid, requestId: id });
    if (answer.ok || answer.refusal !== 'BUSY') return answer;
  }
  throw new Error(`${openid} was told forty times that it is busy`);
}

/** A moment after what decides was read: everybody decides on what is old already. */
const pause = (op: string, at: number, ms = 25) =>
  cloud.api('POST', 'faults', { function: 'reading', op, at, when: 'after', effect: 'delay', ms, times: 400 });

async function calm(): Promise<string[]> {
  for (let run = 0; run < 2; run++) {
    await advance(cloud, 65_000);
    await runSweeps(cloud);
  }
  return teamsAgree(cloud, await clockOf(cloud));
}

test('of six who would be the tenth at once one is, and the others hear that it is full', async () => {
  const [captain = '', ...others] = await people(15);
  const { id, invite } = await teamBy(cloud, 'teams', captain);
  for (const openid of others.slice(0, 8)) accepted(await joinTeam(cloud, invite, openid));
  await pause('joinTeam', 4);
  const answers = await atOnce(others.slice(8), 6, (openid) => ask('joinTeam', { invite }, openid));
  expect(tally(answers)).toEqual({ ok: 1, TEAM_FULL: 5 });
  expect(Object.keys((await teamNow(cloud, id)).members)).toHaveLength(10);
});

test('somebody who founds two teams on two phones has one, and nothing is left of the other', async () => {
  const [ann = ''] = await people(1);
  await pause('createTeam', 3);
  const found = (name: string) => ask('createTeam', { challengeId: 'teams', name }, ann);
  const answers = await Promise.all(['左手', '右手'].map(found));
  expect(tally(answers)).toEqual({ ok: 1, IN_A_TEAM: 1 });
  const teams = await documents<TeamRecord>(cloud, 'teams');
  const hers = teams.filter(({ members }) => members[memberOf(ann)._id] !== undefined);
  expect(hers).toHaveLength(1);
  expect((await readerNow(cloud, 'teams', ann)).teamId).toBe(hers[0]?._id);
});

test('somebody who joins two teams on two phones is in one', async () => {
  const [ann = '', bob = '', cid = ''] = await people(3);
  const [left, right] = [await teamBy(cloud, 'teams', ann, '左'), await teamBy(cloud, 'teams', bob, '右')];
  await pause('joinTeam', 4);
  const answers = await Promise.all([left, right].map(({ invite }) => ask('joinTeam', { invite }, cid)));
  expect(tally(answers)).toEqual({ ok: 1, IN_A_TEAM: 1 });
  const seats = (await Promise.all([left, right].map(({ id }) => teamNow(cloud, id)))).map(({ members }) => members);
  expect(seats.filter((members) => members[memberOf(cid)._id] !== undefined)).toHaveLength(1);
});

test('a member who leaves while their check-in is being told has no seat, and the team none of their days', async () => {
  for (const at of [5, 6, 8, 10]) {
    const [ann = '', bob = '', cid = ''] = await people(3);
    const { id, invite } = await teamBy(cloud, 'teams', ann);
    for (const openid of [bob, cid]) accepted(await joinTeam(cloud, invite, openid));
    const slow = { function: 'reading', op: 'checkIn', at, when: 'after', effect: 'delay', ms: 400 };
    await cloud.api('POST', 'faults', slow);
    const reading = ask('checkIn', checkingIn('teams'), cid);
    await untilStruck(cloud);
    expect(await ask('leaveTeam', { teamId: id }, cid)).toMatchObject({ ok: true });
    expect(await reading).toMatchObject({ ok: true });
    await cloud.api('DELETE', 'faults');
    const team = await teamNow(cloud, id);
    expect(Object.values(team.members).map(({ days }) => days)).toEqual([0, 0]);
  }
});

test('a joining so slow that its seat was swept away takes another one', async () => {
  const [ann = '', bob = ''] = await people(2);
  const { id, invite } = await teamBy(cloud, 'teams', ann);
  await read(cloud, 'teams', bob);
  // Its seat is there, the reader's word is not.
  await cloud.api('POST', 'faults', {
    ...{ function: 'reading', op: 'joinTeam', at: 5, when: 'after', effect: 'delay', ms: 3_000 },
  });
  const slow = ask('joinTeam', { invite }, bob);
  await untilStruck(cloud);
  await advance(cloud, 65_000);
  await runSweep(cloud, 'sweepTeams', 'reading');
  expect((await teamNow(cloud, id)).members[memberOf(bob)._id]).toBeUndefined();
  expect(await slow).toMatchObject({ ok: true });
  expect((await teamNow(cloud, id)).members[memberOf(bob)._id]).toMatchObject({ days: 1 });
});

test('everybody of a full team reads at once, and it has all their days', async () => {
  const openids = await people(10);
  const [captain = '', ...others] = openids;
  const { id, invite } = await teamBy(cloud, 'teams', captain);
  for (const openid of others) accepted(await joinTeam(cloud, invite, openid));
  const answers = await atOnce(openids, 10, (openid) => ask('checkIn', checkingIn('teams'), openid));
  expect(tally(answers)).toEqual({ ok: 10 });
  await calm();
  expect(Object.values((await teamNow(cloud, id)).members).map(({ days }) => days)).toEqual(Array(10).fill(1));
});

test('when all is calm the auditor finds teams, readers and the board agreeing', async () => {
  expect(await calm()).toEqual([]);
});

test('looking first and taking then seats an eleventh: the race is real', async () => {
  const [captain = ''] = await people(1);
  const { id } = await teamBy(cloud, 'teams', captain);
  const slowly = { function: 'join-team-unguarded', at: 1, when: 'after', effect: 'delay', ms: 300, times: 500 };
  await cloud.api('POST', 'faults', slowly);
  const answers = await atOnce(
    Array.from({ length: 30 }, (_, at) => memberOf(`control-${at}`)._id),
    30,
    async (memberId) =>
      (await cloud.call('join-team-unguarded', 'join', { teamId: id, memberId }, { openid: 'warm' }))
        .answer as LooseAnswer,
  );
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(9);
  expect(Object.keys((await teamNow(cloud, id)).members).length).toBeGreaterThan(10);
  expect((await teamsAgree(cloud, undefined)).some((fault) => fault.includes(id))).toBe(true);
});
