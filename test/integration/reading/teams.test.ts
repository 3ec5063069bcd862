import { addChallenges, atReading, requestId } from '../../support/challenges';
import type { RunningCloud } from '../../support/cloud';
import { refusal } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { DAY, NOON } from '../../support/plans';
import {
  addReaders,
  addSeen,
  joinTeam,
  ownOf,
  read,
  readerNow,
  sweepTeams,
  teamBy,
  teamNow,
} from '../../support/team-town';
import { addEnterprises, addMembers, advance, memberOf, runSweep, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addChallenges(cloud, {
    ...{ teams: { entry: 'team', goal: 4 }, alone: {}, other: { entry: 'team' } },
    over: { entry: 'team', endsOn: '2026-11-21' },
  });
  await addMembers(cloud, [memberOf('waits', { status: 'pending' })]);
});

beforeEach(() => setClock(cloud, NOON));
// `stop` fails where any query of any operation went unserved by an index.
afterAll(() => cloud.stop());

const ask = atReading;
let made = 0;
/** Fresh readers of the challenge, by their openids. */
async function people(count: number, challengeId = 'teams'): Promise<string[]> {
  made += 1;
  const openids = Array.from({ length: count }, (_, at) => `r${made}-${at}`);
  await addReaders(cloud, challengeId, openids);
  return openids;
}

async function teamOf(count: number): Promise<{ id: string; invite: string; openids: string[] }> {
  const openids = await people(count);
  const [captain = '', ...others] = openids;
  const { id, invite } = await teamBy(cloud, 'teams', captain, `队${made}`);
  for (const openid of others) accepted(await joinTeam(cloud, invite, openid));
  return { id, invite, openids };
}

test('whoever founds a team leads it, alone in it, with the days that they have', async () => {
  const [ann = ''] = await people(1);
  await read(cloud, 'teams', ann);
  const id = requestId();
  const input = { challengeId: 'teams', name: '三楼读书会' };
  const { answer, meter } = await ask(cloud, 'createTeam', input, ann, id);
  expect(answer).toMatchObject({
    ok: true,
    value: {
      ...{ name: '三楼读书会', nameState: 'pending', captain: true, complete: false, days: 1, minutes: 30 },
      ...{ members: [{ name: `职工${ann}`, days: 1, minutes: 30, mine: true }] },
    },
  });
  expect(accepted(answer).invite).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  // Caller, challenge, reader; the team, and the reader's word.
  expect(meter).toMatchObject({ dbCalls: 5, unindexed: 0 });
  expect((await ask(cloud, 'createTeam', input, ann, id)).answer).toEqual(answer);
  expect((await ask(cloud, 'createTeam', { ...input, name: '别的' }, ann, id)).answer).toMatchObject({
    refusal: 'REQUEST_REUSED',
  });
  expect((await ask(cloud, 'challenge', { challengeId: 'teams' }, ann)).answer).toMatchObject({
    value: { team: { name: '三楼读书会', captain: true } },
  });
});

test('founding is refused where there is no such challenge, no teams in it, nobody who reads, or a team already', async () => {
  const [ann = ''] = await people(1);
  const create = async (challengeId: string, openid = ann) =>
    (await ask(cloud, 'createTeam', { challengeId, name: '新队' }, openid)).answer;
  expect(await create('none')).toEqual(refusal('NOT_FOUND', { what: 'challenge' }));
  expect(await create('alone')).toEqual(refusal('NOT_A_TEAM_CHALLENGE', {}));
  expect(await create('other')).toEqual(refusal('NOT_JOINED', {}));
  expect(await create('teams', 'nobody')).toEqual(refusal('NOT_JOINED', {}));
  await teamBy(cloud, 'teams', ann, '我的队');
  expect(await create('teams')).toEqual(refusal('IN_A_TEAM', { name: '我的队' }));
});

test('who is invited joins the challenge and the team at once, and brings their days', async () => {
  const { id, invite } = await teamOf(2);
  await addSeen(cloud, ['newcomer']);
  const request = requestId();
  const typed = `${invite.slice(0, 4)} ${invite.slice(4).toLowerCase()}`;
  const { answer, meter } = await ask(cloud, 'joinTeam', { invite: typed }, 'newcomer', request);
  expect(answer).toMatchObject({ ok: true, value: { complete: true, captain: false, invite } });
  // Caller, team, challenge, reader twice; profile, member and enterprise for the new reader, which is stored; the seat,
  // the reader's word; the board: there is nothing to tell it.
  expect(meter).toMatchObject({ dbCalls: 12, unindexed: 0 });
  expect((await ask(cloud, 'joinTeam', { invite: typed }, 'newcomer', request)).answer).toEqual(answer);
  expect(await readerNow(cloud, 'teams', 'newcomer')).toMatchObject({ teamId: id });
  const [reader = ''] = await people(1);
  await read(cloud, 'teams', reader);
  const second = await ask(cloud, 'joinTeam', { invite }, reader);
  expect(second.answer).toMatchObject({ ok: true, value: { days: 1 } });
  // Caller, team, challenge, reader; the seat, the reader's word; the board's shard, its change.
  expect(second.meter).toMatchObject({ dbCalls: 8, unindexed: 0 });
});

test('joining is refused to who is no member, with a code that is none, when it is over, full, or in another team', async () => {
  const { invite } = await teamOf(3);
  expect(await joinTeam(cloud, invite, 'waits')).toEqual(refusal('NOT_MEMBER', {}));
  expect(await joinTeam(cloud, invite, 'nobody')).toEqual(refusal('NOT_MEMBER', {}));
  const [ann = '', bob = ''] = await people(2);
  expect(await joinTeam(cloud, 'ABC', ann)).toEqual(refusal('NOT_FOUND', { what: 'team' }));
  expect(await joinTeam(cloud, '00000000', ann)).toEqual(refusal('NOT_FOUND', { what: 'team' }));
  await teamBy(cloud, 'teams', ann, '安的队');
  expect(await joinTeam(cloud, invite, ann)).toEqual(refusal('IN_A_TEAM', { name: '安的队' }));
  const others = await people(7);
  for (const openid of others) accepted(await joinTeam(cloud, invite, openid));
  expect(await joinTeam(cloud, invite, bob)).toEqual(refusal('TEAM_FULL', { most: 10 }));
  const [cid = ''] = await people(1, 'over');
  const late = await teamBy(cloud, 'over', cid);
  await setClock(cloud, NOON + 2 * DAY);
  expect(await joinTeam(cloud, late.invite, bob)).toEqual(refusal('CHALLENGE_OVER', { endsOn: '2026-11-21' }));
  expect(await joinTeam(cloud, late.invite, cid)).toMatchObject({ ok: true });
});

test('what a member reads is the team’s at once, and its place on the board, under a name that others may see', async () => {
  const { id, openids } = await teamOf(3);
  const [ann = '', bob = ''] = openids;
  await read(cloud, 'teams', bob);
  expect(
    Object.values((await teamNow(cloud, id)).members)
      .map(({ days }) => days)
      .sort(),
  ).toEqual([0, 0, 1]);
  const boardOf = async () => {
    const input = { challengeId: 'teams', of: 'teams', span: 'whole', when: 'now', from: 0 } as const;
    return accepted((await ask(cloud, 'board', input, ann)).answer);
  };
  expect((await boardOf()).rows.find(({ teamId }) => teamId === id)).toMatchObject({
    ...{ name: '职同事的小队', days: 1, minutes: 30, mine: true },
  });
  // Content security passes the name; a sweep tells the board.
  await runSweep(cloud, 'moderate', 'reading');
  await advance(cloud, 25_000);
  await sweepTeams(cloud);
  expect(await ownOf(cloud, id)).toMatchObject({ name: `队${made}` });
  expect((await boardOf()).rows.find(({ teamId }) => teamId === id)?.name).toBe(`队${made}`);
});

test('the goal is reached by all together, on that day, and stays reached', async () => {
  const { id, openids } = await teamOf(4);
  for (const openid of openids) await read(cloud, 'teams', openid);
  expect(await teamNow(cloud, id)).toMatchObject({ goalOn: '2026-11-20' });
  accepted((await ask(cloud, 'leaveTeam', { teamId: id }, openids[3])).answer);
  expect(await teamNow(cloud, id)).toMatchObject({ goalOn: '2026-11-20' });
});

test('whoever leaves takes their days along and may join another; without three it is ranked no more', async () => {
  const { id, invite, openids } = await teamOf(3);
  const [captain = '', second = '', third = ''] = openids;
  await read(cloud, 'teams', captain);
  await read(cloud, 'teams', second);
  expect((await ownOf(cloud, id))?.name).toBeDefined();
  const request = requestId();
  const { answer, meter } = await ask(cloud, 'leaveTeam', { teamId: id }, captain, request);
  expect(answer).toEqual({ ok: true, value: {} });
  // Caller, team, reader; the team is due, the reader's word; team, its readers, the reader halted, the seat; board twice.
  expect(meter).toMatchObject({ dbCalls: 11, unindexed: 0 });
  expect((await ask(cloud, 'leaveTeam', { teamId: id }, captain, request)).answer).toEqual(answer);
  const left = await teamNow(cloud, id);
  expect(left.captain).toBe([memberOf(second)._id, memberOf(third)._id].sort()[0]);
  expect(await ownOf(cloud, id)).toMatchObject({ score: 2 ** 31 + 30 });
  expect(await ownOf(cloud, id)).not.toHaveProperty('name');
  await teamBy(cloud, 'teams', captain, '另一支');
  for (const openid of [second, third]) accepted((await ask(cloud, 'leaveTeam', { teamId: id }, openid)).answer);
  expect(await joinTeam(cloud, invite, captain)).toEqual(refusal('IN_A_TEAM', { name: '另一支' }));
  expect(await joinTeam(cloud, invite, second)).toEqual(refusal('NOT_FOUND', { what: 'team' }));
});

test('leaving is refused where one is not in that team', async () => {
  const { id } = await teamOf(1);
  const [ann = ''] = await people(1);
  for (const [teamId, openid] of [
    [id, ann],
    ['none', ann],
    [id, 'nobody'],
  ] as const) {
    expect((await ask(cloud, 'leaveTeam', { teamId }, openid)).answer).toEqual(refusal('NOT_FOUND', { what: 'team' }));
  }
});

test('after the sweep nothing of a team is due, and it costs no more than its members’ documents', async () => {
  await teamOf(3);
  await advance(cloud, 25_000);
  await sweepTeams(cloud);
  const { found } = (
    (await cloud.api('POST', 'timers/run', { function: 'reading', name: 'sweepTeams' })) as {
      result: { value: { found: number } };
    }
  ).result.value;
  expect(found).toBe(0);
});
