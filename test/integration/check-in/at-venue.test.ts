import { ticketCode, ticketKey, venueCode, verdictOf } from '../../../domain/ticket/code';
import type { RunningCloud } from '../../support/cloud';
import {
  addVolunteer,
  arrivedIn,
  atGate,
  gatePlan,
  recordsOf,
  refusal,
  requestId,
  signedUp,
  snapshot,
  tonight,
} from '../../support/gate';
import { HOUR, NOON, plan, session } from '../../support/plans';
import {
  addActivities,
  addEnterprises,
  addMembers,
  FIRST_ADMIN,
  memberOf,
  setClock,
  startTown,
} from '../../support/town';

const PEOPLE = ['ann', 'bob', 'cid', 'dan', 'eve', 'fay'];
const { venue } = plan();
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addActivities(
    cloud,
    gatePlan(),
    gatePlan({ id: 'walk', sessions: [tonight()], venue: { ...venue, checkInWithin: 200 } }),
    gatePlan({ id: 'series', sessions: [tonight(), session('s2', 9)], onePlacePer: 'session' }),
    gatePlan({ id: 'tiny', sessions: [tonight('s1', 1)], waitlist: true }),
  );
  await addMembers(
    cloud,
    PEOPLE.map((openid) => memberOf(openid)),
  );
  await addVolunteer(cloud, 'vol', 'gala', 'walk', 'series', 'tiny');
});

beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

async function keyOf(activityId: string, sessionId = 's1'): Promise<string> {
  const { answer } = await atGate(cloud, 'venueKey', { activityId, sessionId }, 'vol');
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value.key;
}
const shown = async (activityId = 'gala', sessionId = 's1', at = NOON) =>
  venueCode(await keyOf(activityId, sessionId), activityId, sessionId, at);
const checkIn = (openid: string, code: string, more: object = {}, id = requestId()) =>
  atGate(cloud, 'atVenue', { code, ...more }, openid, id);

test('whoever serves at the gate gets the key of its screen, each session has its own, nobody else gets it', async () => {
  const { answer, meter } = await atGate(cloud, 'venueKey', { activityId: 'gala', sessionId: 's1' }, 'vol');
  expect(answer).toEqual({
    ok: true,
    value: {
      key: expect.stringMatching(/^[a-z2-7]{26}$/),
      title: '职工音乐节',
      sessionName: '场次 s1',
      now: expect.any(Number),
    },
  });
  expect(meter).toMatchObject({ dbCalls: 2, docsRead: 2 });
  expect(await keyOf('gala', 's2')).not.toBe(await keyOf('gala', 's1'));
  const ask = async (openid: string, activityId: string, sessionId = 's1') =>
    (await atGate(cloud, 'venueKey', { activityId, sessionId }, openid)).answer;
  for (const openid of ['ann', 'visitor']) expect(await ask(openid, 'gala')).toMatchObject({ refusal: 'FORBIDDEN' });
  expect(await ask(FIRST_ADMIN, 'nowhere')).toEqual(refusal('NOT_FOUND', { what: 'activity' }));
  expect(await ask('vol', 'gala', 's9')).toEqual(refusal('NOT_FOUND', { what: 'session' }));
});

test('a member who scans the venue’s code is in, on their own word and with their employer of now', async () => {
  const held = await signedUp(cloud, 'ann', { companions: 1 });
  const { answer, meter } = await checkIn('ann', await shown());
  expect(answer).toEqual({
    ok: true,
    value: { registrationId: held, title: '职工音乐节', sessionName: '场次 s1', at: expect.any(Number), again: false },
  });
  // Caller, which registration; that, the activity; its change, the record, the pool, noted as done.
  expect(meter).toMatchObject({ dbCalls: 8, docsRead: 7, unindexed: 0 });
  expect(await recordsOf(cloud, held)).toMatchObject([
    { kind: 'took-part', way: 'venue', by: memberOf('ann')._id, enterpriseId: 'e1', employment: 'employee', seats: 2 },
  ]);
  expect(await arrivedIn(cloud, 'gala')).toMatchObject({ s1: 2, s1_a: 2 });
});

test('scanned again it welcomes again and writes nothing; sent again it gives the same answer, also when it is old', async () => {
  await signedUp(cloud, 'bob');
  const [code, id] = [await shown(), requestId()];
  const { answer } = await checkIn('bob', code, {}, id);
  const before = await snapshot(cloud);
  expect((await checkIn('bob', code)).answer).toMatchObject({ ok: true, value: { again: true } });
  await setClock(cloud, NOON + 5 * HOUR);
  expect((await checkIn('bob', code, {}, id)).answer).toEqual(answer);
  expect((await checkIn('bob', code)).answer).toEqual(refusal('CODE_REFUSED', { why: 'unknown' }));
  expect(await snapshot(cloud)).toBe(before);
});

test.each<[string, number, string]>([
  ['two steps old', -30_001, 'old'],
  ['two steps ahead', 45_000, 'new'],
  ['of another day', -24 * HOUR, 'unknown'],
])('a code %s is refused, whoever shows a picture of it', async (_what, away, why) => {
  expect((await checkIn('ann', await shown('gala', 's1', NOON + away))).answer).toEqual(
    refusal('CODE_REFUSED', { why }),
  );
  expect((await checkIn('visitor', await shown('gala', 's1', NOON + away))).answer).toEqual(
    refusal('CODE_REFUSED', { why }),
  );
});

test('a ticket is no venue’s code, and a venue’s key opens no other venue', async () => {
  const ticket = ticketCode(ticketKey('x', 'r'), 'r', NOON);
  expect((await checkIn('ann', ticket)).answer).toEqual(refusal('CODE_REFUSED', { why: 'unknown' }));
  const turned = (await shown('gala')).replace('V.gala', 'V.walk');
  expect((await checkIn('ann', turned)).answer).toEqual(refusal('CODE_REFUSED', { why: 'unknown' }));
  expect(verdictOf(await keyOf('walk'), turned.split('.')[3] ?? '', NOON)).toBe('unknown');
});

test('who has no registration for that session is told so', async () => {
  const none = refusal('NOT_FOUND', { what: 'registration' });
  const { answer, meter } = await checkIn('cid', await shown());
  expect(answer).toEqual(none);
  expect(meter).toMatchObject({ dbCalls: 2, unindexed: 0 });
  expect((await checkIn('visitor', await shown())).answer).toEqual(none);
  expect((await checkIn('ann', await shown('gala', 's2'))).answer).toEqual(none);
});

test('where each session has places of its own, each is checked in by itself', async () => {
  const first = await signedUp(cloud, 'cid', { activityId: 'series', sessionId: 's1' });
  const second = await signedUp(cloud, 'cid', { activityId: 'series', sessionId: 's2' });
  expect((await checkIn('cid', await shown('series', 's1'))).answer).toMatchObject({
    value: { registrationId: first },
  });
  expect((await checkIn('cid', await shown('series', 's2'))).answer).toMatchObject({ refusal: 'NOT_CHECK_IN_TIME' });
  await setClock(cloud, session('s2', 9).startsAt);
  const later = await shown('series', 's2', session('s2', 9).startsAt);
  expect((await checkIn('cid', later)).answer).toMatchObject({ value: { registrationId: second, again: false } });
});

test('who waits for a place is not let in', async () => {
  await signedUp(cloud, 'ann', { activityId: 'tiny' });
  await signedUp(cloud, 'dan', { activityId: 'tiny' });
  expect((await checkIn('dan', await shown('tiny'))).answer).toEqual(refusal('NOT_CONFIRMED', { state: 'waitlisted' }));
});

test('where the venue asks for it, the code counts within its distance alone, and the time is looked at first', async () => {
  const held = await signedUp(cloud, 'eve', { activityId: 'walk' });
  const position = (metres: number) => ({
    position: { latitude: venue.latitude + metres / 111_195, longitude: venue.longitude },
  });
  const before = await snapshot(cloud);
  expect((await checkIn('eve', await shown('walk'))).answer).toEqual(refusal('POSITION_NEEDED'));
  expect((await checkIn('eve', await shown('walk'), position(240))).answer).toEqual(
    refusal('TOO_FAR', { metres: 240, within: 200 }),
  );
  const early = NOON - 2 * HOUR;
  await setClock(cloud, early);
  expect((await checkIn('eve', await shown('walk', 's1', early))).answer).toMatchObject({
    refusal: 'NOT_CHECK_IN_TIME',
  });
  expect(await snapshot(cloud)).toBe(before);
  await setClock(cloud, NOON);
  expect((await checkIn('eve', await shown('walk'), position(199))).answer).toMatchObject({ ok: true });
  expect((await checkIn('eve', await shown('walk'))).answer).toMatchObject({ ok: true, value: { again: true } });
  // What the phone said of where it was stands nowhere.
  expect(JSON.stringify(await recordsOf(cloud, held))).not.toContain('latitude');
});
