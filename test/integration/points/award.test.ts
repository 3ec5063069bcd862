import { audit } from '../../support/auditor';
import type { RunningCloud } from '../../support/cloud';
import { addVolunteer, atGate, gatePlan, signedUp, volunteerOf } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { DAY, HOUR, NOON } from '../../support/plans';
import { accountOf, atPoints, entriesFor, sweepPoints } from '../../support/points';
import {
  addActivities,
  addEnterprises,
  addMembers,
  documents,
  insert,
  memberOf,
  runSweeps,
  setClock,
  startTown,
} from '../../support/town';

let cloud: RunningCloud;
let made = 0;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addActivities(cloud, gatePlan());
});

afterAll(async () => {
  await runSweeps(cloud);
  expect(await audit(cloud, { swept: true })).toEqual([]);
  // `stop` fails where any query went unserved by an index.
  await cloud.stop();
});

async function person(): Promise<{ openid: string; registrationId: string }> {
  made += 1;
  const openid = `guest-${made}`;
  await addMembers(cloud, [memberOf(openid)]);
  return { openid, registrationId: await signedUp(cloud, openid) };
}

async function volunteer(): Promise<string> {
  made += 1;
  await addVolunteer(cloud, `volunteer-${made}`, 'gala');
  return `volunteer-${made}`;
}

const letIn = async (registrationId: string, by: string) =>
  accepted((await atGate(cloud, 'admit', { registrationId }, by)).answer);
const undo = async (registrationId: string, by: string) =>
  accepted((await atGate(cloud, 'undo', { registrationId, reason: '扫错了人' }, by)).answer);
const pointsOf = async (openid: string) => accepted(await atPoints(cloud, 'balance', {}, openid)).points;

test('who took part has the points of its format soon after, once, and reads why', async () => {
  const { openid, registrationId } = await person();
  await letIn(registrationId, await volunteer());
  expect(await pointsOf(openid)).toBe(0);
  await sweepPoints(cloud);
  await sweepPoints(cloud);
  expect(await pointsOf(openid)).toBe(5);
  const { items } = accepted(await atPoints(cloud, 'entries', {}, openid));
  expect(items).toEqual([
    expect.objectContaining({
      ...{ id: `took-part.${registrationId}.1`, points: 5, balance: 5, rules: 'first' },
      cause: { kind: 'attendance', title: '职工音乐节', brand: 'warm', format: 'show' },
    }),
  ]);
});

test('who serves at a gate has points once for a session, however many they let in', async () => {
  const server = await volunteer();
  for (let guests = 0; guests < 3; guests++) await letIn((await person()).registrationId, server);
  await sweepPoints(cloud);
  await letIn((await person()).registrationId, server);
  await sweepPoints(cloud);
  expect((await entriesFor(cloud, server)).map(({ points }) => points)).toEqual([10]);
});

test('an undone check-in takes back its points, and a new one brings them again', async () => {
  const { openid, registrationId } = await person();
  const server = await volunteer();
  await letIn(registrationId, server);
  await sweepPoints(cloud);
  await undo(registrationId, server);
  await sweepPoints(cloud);
  expect([await pointsOf(openid), await pointsOf(server)]).toEqual([0, 0]);
  await letIn(registrationId, server);
  await sweepPoints(cloud);
  expect([await pointsOf(openid), await pointsOf(server)]).toEqual([5, 10]);
});

test('a check-in that was undone before anybody looked brings nothing to anybody, and is no entry', async () => {
  const { openid, registrationId } = await person();
  const server = await volunteer();
  await letIn(registrationId, server);
  await undo(registrationId, server);
  await sweepPoints(cloud);
  expect([...(await entriesFor(cloud, openid)), ...(await entriesFor(cloud, server))]).toEqual([]);
});

test('whichever of both is looked at first: what undoes a check-in that was never posted keeps it from being posted', async () => {
  const [guest, server] = [memberOf('early'), memberOf(await volunteer())];
  const [like] = await documents<object>(cloud, 'participations');
  const of = { ...like, registrationId: 'early', memberId: guest._id, by: server._id };
  const first = { ...of, _id: 'early.1', kind: 'took-part', awardDue: NOON + HOUR };
  const second = { ...of, _id: 'early.2', kind: 'undone', undoes: 'early.1', reason: '扫错了人', awardDue: NOON };
  const other = await startTown({ instances: 2 });
  try {
    await addMembers(other, [guest, memberOf(server.openid, { grants: [volunteerOf('gala')] })]);
    await insert(other, 'participations', [first, second]);
    await sweepPoints(other);
    await setClock(other, NOON + HOUR);
    await sweepPoints(other);
    const records = await documents<{ awardDue?: number }>(other, 'participations');
    expect(records.filter(({ awardDue }) => awardDue !== undefined)).toEqual([]);
    expect(await documents(other, 'entries')).toEqual([]);
  } finally {
    await other.stop();
  }
});

test('one of several check-ins undone leaves a volunteer the points for having served', async () => {
  const server = await volunteer();
  const [one, other] = [await person(), await person()];
  await letIn(one.registrationId, server);
  await letIn(other.registrationId, server);
  await undo(one.registrationId, server);
  await sweepPoints(cloud);
  expect([await pointsOf(server), await pointsOf(one.openid), await pointsOf(other.openid)]).toEqual([10, 0, 5]);
});

test('who lets themselves in has not served, and an organizer at a gate is no volunteer', async () => {
  const server = await volunteer();
  await letIn(await signedUp(cloud, server), server);
  const grants = [{ role: 'organizer' as const, scope: { kind: 'all' as const } }];
  await addMembers(cloud, [memberOf('chief', { grants })]);
  await letIn((await person()).registrationId, 'chief');
  await sweepPoints(cloud);
  expect((await entriesFor(cloud, server)).map(({ kind }) => kind)).toEqual(['attendance']);
  expect(await entriesFor(cloud, 'chief')).toEqual([]);
});

test('what was done counts by the rules of its own day, whenever it is looked at', async () => {
  const rules = [{ id: 'all', kind: 'attendance', points: 7 }];
  accepted(await atPoints(cloud, 'publishRules', { from: '2026-11-21', rules, caps: { day: {}, year: {} } }));
  const { openid, registrationId } = await person();
  await letIn(registrationId, await volunteer());
  await setClock(cloud, NOON + DAY);
  await sweepPoints(cloud);
  expect((await entriesFor(cloud, openid)).map(({ points, rules: by }) => [points, by])).toEqual([[5, 'first']]);
  await setClock(cloud, NOON);
});

test('of more records than a run takes in, the next runs see to the rest', async () => {
  const members = Array.from({ length: 230 }, (_, at) => memberOf(`crowd-${at}`));
  const [like] = await documents<{ kind: string }>(cloud, 'participations');
  const records = members.map(({ _id }, at) => ({
    ...like,
    ...{ _id: `crowd${at}.1`, registrationId: `crowd${at}`, memberId: _id, kind: 'took-part', by: '', awardDue: 1 },
  }));
  const other = await startTown({ instances: 2 });
  try {
    await insert(other, 'participations', records);
    // On a busy machine a run ends by its time before it has taken in what it may.
    for (let run = 0; run < 5; run++) await sweepPoints(other);
    const accounts = await documents<{ _id: string }>(other, 'accounts');
    expect(accounts.map(({ _id }) => _id).sort()).toEqual(members.map(({ _id }) => _id).sort());
    expect(await accountOf(other, 'crowd-229')).toMatchObject({ lots: [{ points: 5 }], pending: [] });
  } finally {
    await other.stop();
  }
});
