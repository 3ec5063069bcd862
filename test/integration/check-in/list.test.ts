import type { RunningCloud } from '../../support/cloud';
import {
  addVolunteer,
  arrivedIn,
  atGate,
  gatePlan,
  recordsOf,
  refusal,
  registrationOf,
  requestId,
  signedUp,
  snapshot,
  tonight,
} from '../../support/gate';
import { DAY, HOUR, NOON, session } from '../../support/plans';
import {
  addActivities,
  addEnterprises,
  addMembers,
  documents,
  FIRST_ADMIN,
  memberOf,
  runSweep,
  setClock,
  startTown,
} from '../../support/town';

const ENDS = NOON + 3 * HOUR;
const NAMES: Record<string, string> = {
  ann: '欧阳小丽',
  bob: '王小丽',
  cid: '丽小王',
  dan: '赵一',
  eve: '赵二',
  fay: '赵三',
  gus: '赵四',
  hal: '赵五',
  ivy: '赵六',
  jon: '赵七',
};
let cloud: RunningCloud;
const held: Record<string, string> = {};

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addActivities(cloud, gatePlan(), gatePlan({ id: 'walk', sessions: [tonight()] }));
  await addMembers(
    cloud,
    Object.entries(NAMES).map(([openid, name]) => memberOf(openid, { name })),
  );
  await addMembers(cloud, [
    memberOf('org', { grants: [{ role: 'organizer', scope: { kind: 'all' } }] }),
    // Namesakes who have no place: the list is of those who have.
    ...Array.from({ length: 30 }, (_, at) => memberOf(`namesake-${at}`, { name: '王小丽' })),
  ]);
  await addVolunteer(cloud, 'vol', 'gala');
  for (const openid of Object.keys(NAMES)) held[openid] = await signedUp(cloud, openid);
});

beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const find = (text: string, openid = 'vol', more: object = {}) =>
  atGate(cloud, 'find', { activityId: 'gala', sessionId: 's1', text, ...more }, openid);
const admit = (registrationId: string, openid = 'vol', more: object = {}, id = requestId()) =>
  atGate(cloud, 'admit', { registrationId, ...more }, openid, id);
const namesIn = ({ answer }: Awaited<ReturnType<typeof find>>): string[] =>
  answer.ok ? answer.value.items.map(({ name }) => name).sort() : [answer.refusal];

test('part of a name finds those on the list who have it, and says what tells them apart', async () => {
  const found = await find('小丽');
  expect(namesIn(found)).toEqual(['欧阳小丽', '王小丽']);
  expect(found.answer.ok && found.answer.value.items.find(({ name }) => name === '王小丽')).toEqual({
    registrationId: held.bob,
    name: '王小丽',
    phone: expect.stringMatching(/^13\d\*{4}\d{4}$/),
    enterpriseName: '药谷第一制药',
    zone: { id: 'a', name: 'a 区' },
    companions: 0,
    state: 'confirmed',
  });
  // Caller and activity; who is called so (32), what they hold here (2), their enterprise; the look is noted.
  expect(found.meter).toMatchObject({ dbCalls: 6, docsRead: 1 + 1 + 32 + 2 + 1, unindexed: 0 });
});

test('the last four digits of the phone find whose it is, and so does all of it', async () => {
  const { phone, name } = memberOf('dan', { name: '赵一' });
  for (const digits of [phone.slice(-4), phone.slice(-7), phone]) expect(namesIn(await find(digits))).toContain(name);
  expect(namesIn(await find(phone))).toEqual([name]);
  expect(namesIn(await find('9999'))).toEqual([]);
});

test('a surname alone gives twenty at most, whole names fewer', async () => {
  expect(namesIn(await find('赵'))).toHaveLength(7);
  expect(namesIn(await find('赵六'))).toEqual(['赵六']);
  expect(namesIn(await find('王小丽'))).toEqual(['王小丽']);
});

test('who is on the list of another session, or has cancelled, is not on this one', async () => {
  expect(namesIn(await find('赵六', 'vol', { sessionId: 's2' }))).toEqual([]);
  const cancel = { registrationId: held.jon };
  await cloud.call('activity', 'cancel', cancel, { openid: 'jon', requestId: requestId() });
  expect(namesIn(await find('赵七'))).toEqual([]);
});

test('a list is looked through by who serves there alone, and only where there is one', async () => {
  expect((await find('赵', 'ann')).answer).toMatchObject({ refusal: 'FORBIDDEN' });
  const other = await find('赵', 'vol', { activityId: 'walk' });
  expect(other.answer).toMatchObject({ refusal: 'FORBIDDEN' });
  expect(other.meter.dbCalls).toBe(1);
  const nowhere = await find('赵', FIRST_ADMIN, { activityId: 'nowhere' });
  expect(nowhere.answer).toEqual(refusal('NOT_FOUND', { what: 'activity' }));
  expect(nowhere.meter.dbCalls).toBe(2);
  expect((await find('赵', 'vol', { sessionId: 's9' })).answer).toEqual(refusal('NOT_FOUND', { what: 'session' }));
});

test('a volunteer lets in from the list while the gates are open, once', async () => {
  const id = held.dan ?? '';
  const { answer, meter } = await admit(id, 'vol', { gate: '东门' });
  expect(answer).toMatchObject({ ok: true, value: { registrationId: id, again: false, attendance: { way: 'list' } } });
  expect(meter).toMatchObject({ dbCalls: 9, docsRead: 8, unindexed: 0 });
  const before = await snapshot(cloud);
  expect((await admit(id)).answer).toMatchObject({ ok: true, value: { again: true } });
  expect(await snapshot(cloud)).toBe(before);
  expect(await recordsOf(cloud, id)).toMatchObject([{ kind: 'took-part', way: 'list', gate: '东门' }]);
});

test('the registration of another activity is checked against its own activity', async () => {
  const id = await signedUp(cloud, 'eve', { activityId: 'walk' });
  const { answer, meter } = await admit(id);
  expect(answer).toEqual(refusal('FORBIDDEN', { needs: ['volunteer', 'organizer', 'admin'] }));
  expect(meter.dbCalls).toBe(2);
  expect((await admit(id, 'org')).answer).toMatchObject({ ok: true });
});

test('a request that was accepted tells nothing to who has no grant', async () => {
  const request = requestId();
  const id = held.eve ?? '';
  await admit(id, 'vol', {}, request);
  expect((await admit(id, 'ann', {}, request)).answer).toMatchObject({ refusal: 'FORBIDDEN' });
  expect((await admit(id, 'vol', { gate: '1' }, request)).answer).toEqual(refusal('REQUEST_REUSED'));
});

test('a request that was accepted is answered as it was, though the check-in has been undone since', async () => {
  const request = requestId();
  const id = held.ivy ?? '';
  const { answer } = await admit(id, 'vol', {}, request);
  await atGate(cloud, 'undo', { registrationId: id, reason: '点错了' }, 'vol');
  expect((await admit(id, 'vol', {}, request)).answer).toEqual(answer);
  expect((await registrationOf(cloud, id)).state).toBe('confirmed');
});

test('what is not there is not found', async () => {
  expect((await admit('nobodys')).answer).toEqual(refusal('NOT_FOUND', { what: 'registration' }));
});

test('before the gates open not even an organizer lets in, and after the end no volunteer does', async () => {
  const id = held.fay ?? '';
  await setClock(cloud, NOON - HOUR - 60_000);
  for (const openid of ['vol', 'org']) {
    expect((await admit(id, openid)).answer).toMatchObject({ refusal: 'NOT_CHECK_IN_TIME' });
  }
  await setClock(cloud, ENDS + 1_000);
  expect((await admit(id)).answer).toMatchObject({ refusal: 'NOT_CHECK_IN_TIME', detail: { closesAt: ENDS } });
  expect((await admit(id, 'org')).answer).toMatchObject({ ok: true, value: { state: 'attended' } });
});

describe('who did not come', () => {
  const state = async (openid: string) => (await registrationOf(cloud, held[openid] ?? '')).state;

  test('counts as absent two hours after the end, is told so once, and not a moment earlier', async () => {
    await setClock(cloud, ENDS + 2 * HOUR - 60_000);
    await runSweep(cloud, 'sweepRegistrations');
    expect(await state('gus')).toBe('confirmed');
    await setClock(cloud, ENDS + 2 * HOUR + 1_000);
    for (let runs = 0; runs < 2; runs++) await runSweep(cloud, 'sweepRegistrations');
    for (const openid of ['gus', 'hal', 'ivy']) expect(await state(openid)).toBe('absent');
    for (const openid of ['dan', 'eve']) expect(await state(openid)).toBe('attended');
    const messages = await documents<{ registrationId: string; kind: string }>(cloud, 'messages');
    expect(messages.filter(({ registrationId }) => registrationId === held.gus)).toMatchObject([{ kind: 'absent' }]);
    expect(await recordsOf(cloud, held.gus ?? '')).toEqual([]);
  });

  test('is still on the list, and an organizer corrects it for thirty days: then it has its record', async () => {
    await setClock(cloud, ENDS + 30 * DAY - 60_000);
    expect(namesIn(await find('赵四', 'org'))).toEqual(['赵四']);
    const before = await arrivedIn(cloud, 'gala');
    expect((await admit(held.gus ?? '')).answer).toMatchObject({ refusal: 'NOT_CHECK_IN_TIME' });
    expect((await admit(held.gus ?? '', 'org')).answer).toMatchObject({ ok: true, value: { state: 'attended' } });
    expect(await recordsOf(cloud, held.gus ?? '')).toMatchObject([
      { _id: `${held.gus}.1`, kind: 'took-part', way: 'list', by: memberOf('org')._id },
    ]);
    // One more has come, but in no minute that anybody knows.
    expect(await arrivedIn(cloud, 'gala')).toEqual({
      ...before,
      s1: (before.s1 ?? 0) + 1,
      s1_a: (before.s1_a ?? 0) + 1,
      s1_e_e1: (before.s1_e_e1 ?? 0) + 1,
    });
    await runSweep(cloud, 'sweepRegistrations');
    expect(await state('gus')).toBe('attended');
  });

  test('stays absent after that', async () => {
    await setClock(cloud, ENDS + 30 * DAY + 60_000);
    expect((await admit(held.hal ?? '', FIRST_ADMIN)).answer).toMatchObject({
      refusal: 'NOT_CHECK_IN_TIME',
      detail: { closesAt: ENDS + 30 * DAY },
    });
    expect(await state('hal')).toBe('absent');
  });

  test('counts as absent only where the activity takes attendance', async () => {
    await setClock(cloud, NOON);
    await addActivities(
      cloud,
      gatePlan({ id: 'loose', sessions: [tonight(), session('s2', 1)], takesAttendance: false }),
    );
    const id = await signedUp(cloud, 'jon', { activityId: 'loose' });
    await setClock(cloud, ENDS + 9 * DAY);
    await runSweep(cloud, 'sweepRegistrations');
    expect((await registrationOf(cloud, id)).state).toBe('confirmed');
  });
});
