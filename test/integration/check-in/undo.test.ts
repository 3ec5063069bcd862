import type { UndoneLog } from '../../../domain/participation/undone-log';
import type { RunningCloud } from '../../support/cloud';
import {
  addVolunteer,
  arrivedIn,
  atGate,
  codeOf,
  gatePlan,
  recordsOf,
  refusal,
  registrationOf,
  requestId,
  signedUp,
  snapshot,
  tonight,
} from '../../support/gate';
import { DAY, HOUR, NOON } from '../../support/plans';
import {
  addActivities,
  addEnterprises,
  addMembers,
  advance,
  documents,
  FIRST_ADMIN,
  memberOf,
  runSweep,
  setClock,
  startTown,
} from '../../support/town';

const PEOPLE = ['ann', 'bob', 'cid', 'dan', 'eve', 'fay', 'gus'];
const ENDS = NOON + 3 * HOUR;
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addActivities(cloud, gatePlan(), gatePlan({ id: 'walk', sessions: [tonight()] }));
  await addMembers(
    cloud,
    PEOPLE.map((openid) => memberOf(openid)),
  );
  await addVolunteer(cloud, 'vol', 'gala');
  await addVolunteer(cloud, 'stranger', 'walk');
});

beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const undo = (registrationId: string, openid = 'vol', reason = '扫错了人', id = requestId()) =>
  atGate(cloud, 'undo', { registrationId, reason }, openid, id);

async function inside(openid: string, companions = 0): Promise<string> {
  const held = await signedUp(cloud, openid, { companions });
  const input = { activityId: 'gala', sessionId: 's1', code: codeOf(held), gate: '东门' };
  const { answer } = await atGate(cloud, 'scan', input, 'vol');
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return held;
}

const logsOf = async (registrationId: string): Promise<UndoneLog[]> =>
  (await documents<UndoneLog>(cloud, 'logs')).filter(({ _id }) => _id.endsWith(registrationId));

test('a check-in is undone by another record, and the first one stays as it was', async () => {
  const outside = await arrivedIn(cloud, 'gala');
  const held = await inside('ann', 2);
  const [first] = await recordsOf(cloud, held);
  const { answer, meter } = await undo(held);
  expect(answer).toEqual({
    ok: true,
    value: {
      registrationId: held,
      name: '职工ann',
      phone: expect.stringContaining('****'),
      enterpriseName: '药谷第一制药',
      zone: { id: 'a', name: 'a 区' },
      companions: 2,
      state: 'confirmed',
    },
  });
  // Caller, registration, activity; its change, the record, the log, the pool, noted as done; member and enterprise.
  expect(meter).toMatchObject({ dbCalls: 10, docsRead: 8, unindexed: 0 });
  const { by, at, gate, way, ...same } = first ?? { by: '', at: 0, gate: '', way: 'ticket' };
  expect(await recordsOf(cloud, held)).toEqual([
    first,
    {
      ...same,
      _id: `${held}.2`,
      kind: 'undone',
      undoes: `${held}.1`,
      reason: '扫错了人',
      by: memberOf('vol')._id,
      at: expect.any(Number),
      way,
      gate,
    },
  ]);
  expect(await arrivedIn(cloud, 'gala')).toEqual(outside);
});

test('the log says who undid it, of whom and why', async () => {
  const held = await inside('bob');
  const id = requestId();
  await undo(held, FIRST_ADMIN, '  代扫  ', id);
  const [entry, ...more] = await logsOf(held);
  expect(more).toEqual([]);
  expect(entry).toEqual({
    _id: `${id}.${held}`,
    v: 1,
    activityId: 'gala',
    key: `${entry?.at}_${id}.${held}`,
    at: expect.any(Number),
    by: expect.any(String),
    what: 'undone',
    whom: memberOf('bob')._id,
    reason: '代扫',
  });
});

test('who was undone comes in again, with a third record, and is counted once', async () => {
  const before = await arrivedIn(cloud, 'gala');
  const held = await inside('cid');
  await undo(held);
  const scan = { activityId: 'gala', sessionId: 's1', code: codeOf(held), gate: '西门' };
  expect((await atGate(cloud, 'scan', scan, 'vol')).answer).toMatchObject({ ok: true, value: { again: false } });
  expect((await recordsOf(cloud, held)).map(({ kind }) => kind)).toEqual(['took-part', 'undone', 'took-part']);
  const after = await arrivedIn(cloud, 'gala');
  expect([(after.s1 ?? 0) - (before.s1 ?? 0), after.s1_g_西门]).toEqual([1, 1]);
});

test('an undoing sent again gives the same answer and undoes nothing that came after', async () => {
  const held = await inside('dan');
  const id = requestId();
  const { answer } = await undo(held, 'vol', '扫错了人', id);
  const before = await snapshot(cloud);
  await setClock(cloud, NOON + 2 * DAY);
  expect((await undo(held, 'vol', '扫错了人', id)).answer).toEqual(answer);
  expect((await undo(held, 'vol', '别的原因', id)).answer).toEqual(refusal('REQUEST_REUSED'));
  expect(await snapshot(cloud)).toBe(before);
  await setClock(cloud, NOON);
  await atGate(cloud, 'admit', { registrationId: held }, 'vol');
  expect((await undo(held, 'vol', '扫错了人', id)).answer).toEqual(answer);
  expect((await registrationOf(cloud, held)).state).toBe('attended');
});

test('who is not in has nothing to undo, and what is not there is not found', async () => {
  const held = await signedUp(cloud, 'eve');
  const before = await snapshot(cloud);
  const { answer, meter } = await undo(held);
  expect(answer).toEqual(refusal('NOT_ATTENDED', { state: 'confirmed' }));
  expect(meter).toMatchObject({ dbCalls: 3, docsRead: 3 });
  expect((await undo('nobodys')).answer).toEqual(refusal('NOT_FOUND', { what: 'registration' }));
  expect(await snapshot(cloud)).toBe(before);
});

test('a volunteer of that activity undoes while its gates are open, an organizer at any time, nobody else', async () => {
  const held = await inside('fay');
  for (const openid of ['stranger', 'ann', 'fay', 'visitor']) {
    expect((await undo(held, openid)).answer).toMatchObject({ refusal: 'FORBIDDEN' });
  }
  await setClock(cloud, ENDS + 1_000);
  expect((await undo(held)).answer).toEqual(refusal('FORBIDDEN', { needs: ['organizer', 'admin'] }));
  await setClock(cloud, ENDS + 60 * DAY);
  expect((await undo(held, FIRST_ADMIN)).answer).toMatchObject({ ok: true });
  // Nobody saw them, and it is long over.
  await runSweep(cloud, 'sweepRegistrations');
  expect((await registrationOf(cloud, held)).state).toBe('absent');
});

test('an undoing whose call died is finished by the sweep, with its record, its log and the arrivals', async () => {
  const before = await arrivedIn(cloud, 'gala');
  const held = await inside('gus');
  // Its fourth call changes the registration; what follows from that is not done any more.
  await cloud.api('POST', 'faults', { function: 'checkin', op: 'undo', at: 4, when: 'after', effect: 'kill' });
  expect((await undo(held)).answer).toMatchObject({ refusal: 'INTERNAL' });
  expect([(await recordsOf(cloud, held)).length, (await logsOf(held)).length]).toEqual([1, 0]);
  await advance(cloud, 21_000);
  await runSweep(cloud, 'sweepRegistrations');
  expect([(await recordsOf(cloud, held)).length, (await logsOf(held)).length]).toEqual([2, 1]);
  expect(await arrivedIn(cloud, 'gala')).toEqual(before);
});
