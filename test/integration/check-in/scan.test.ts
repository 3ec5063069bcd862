import { activityFrom } from '../../../domain/activity/activity';
import { venueCode, venueKey } from '../../../domain/ticket/code';
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
import { recordIn } from '../../support/records';
import {
  addActivities,
  addEnterprises,
  addMembers,
  FIRST_ADMIN,
  insert,
  memberOf,
  setClock,
  startTown,
  TICKET_KEY,
} from '../../support/town';

const PEOPLE = ['ann', 'bob', 'cid', 'dan', 'eve', 'fay', 'gus', 'hal', 'ivy', 'jon'];
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药' });
  await addActivities(
    cloud,
    gatePlan(),
    gatePlan({ id: 'walk', title: '环湖健步走', sessions: [tonight()] }),
    gatePlan({ id: 'tiny', sessions: [tonight('s1', 1)], waitlist: true }),
    gatePlan({ id: 'approved', sessions: [tonight()], allocation: 'approval' }),
  );
  await addMembers(
    cloud,
    PEOPLE.map((openid) => memberOf(openid)),
  );
  await addVolunteer(cloud, 'vol', 'gala', 'tiny', 'approved');
  await addVolunteer(cloud, 'vera', 'gala');
  await addVolunteer(cloud, 'stranger', 'walk');
});

beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const scan = (code: string, openid = 'vol', more: object = {}, id = requestId()) =>
  atGate(cloud, 'scan', { activityId: 'gala', sessionId: 's1', code, ...more }, openid, id);

test('who is scanned is let in, and the gate sees who they are and no more', async () => {
  const held = await signedUp(cloud, 'ann', { zoneId: 'b', companions: 2 });
  const { answer, meter } = await scan(codeOf(held), 'vol', { gate: '东门' });
  expect(answer).toEqual({
    ok: true,
    value: {
      registrationId: held,
      name: '职工ann',
      phone: expect.stringMatching(/^13\d\*{4}\d{4}$/),
      enterpriseName: '药谷第一制药',
      zone: { id: 'b', name: 'b 区' },
      companions: 2,
      state: 'attended',
      attendance: { at: expect.any(Number), way: 'ticket' },
      again: false,
    },
  });
  // Caller, registration, activity and member; its change, the record, the pool, noted as done; the enterprise.
  expect(meter).toMatchObject({ dbCalls: 9, docsRead: 8, unindexed: 0 });
});

test('the record of it says who, where and when, with their employer of that moment, and that it was a volunteer', async () => {
  const held = await signedUp(cloud, 'bob', { companions: 1 });
  const bob = memberOf('bob');
  // Since signing up they have changed the enterprise and the kind of work.
  await cloud.call('member', 'updateMe', { employment: 'new-form' }, { openid: 'bob', requestId: requestId() });
  await scan(codeOf(held), 'vol', { gate: '东门' });
  expect(await recordsOf(cloud, held)).toEqual([
    {
      _id: `${held}.1`,
      v: 1,
      kind: 'took-part',
      memberId: bob._id,
      registrationId: held,
      activityId: 'gala',
      sessionId: 's1',
      zoneId: 'a',
      brand: 'warm',
      format: 'show',
      enterpriseId: 'e1',
      employment: 'new-form',
      seats: 2,
      at: expect.any(Number),
      startsAt: NOON + HOUR,
      expected: true,
      by: memberOf('vol')._id,
      way: 'ticket',
      gate: '东门',
    },
  ]);
  const record = await registrationOf(cloud, held);
  expect(record).toMatchObject({ state: 'attended', proofs: 1 });
  for (const done of ['pending', 'dueAt']) expect(record).not.toHaveProperty(done);
});

test('who comes is counted by session, zone, enterprise, gate and minute, with their companions', async () => {
  const before = await arrivedIn(cloud, 'gala');
  const held = await signedUp(cloud, 'cid', { zoneId: 'b', companions: 2 });
  await scan(codeOf(held), 'vol', { gate: '西门' });
  const minute = `s1_m_${Math.floor(((await registrationOf(cloud, held)).attendance?.at ?? 0) / 60_000)}`;
  const after = await arrivedIn(cloud, 'gala');
  for (const name of ['s1', 's1_b', 's1_e_e1', 's1_g_西门', minute])
    expect((after[name] ?? 0) - (before[name] ?? 0)).toBe(3);
  expect(after.s1_a).toBe(before.s1_a);
});

test('somebody who is in already is welcomed again, by whatever volunteer, and nothing is written', async () => {
  const held = await signedUp(cloud, 'dan');
  await scan(codeOf(held), 'vol', { gate: '东门' });
  const before = await snapshot(cloud);
  const { answer, meter } = await scan(codeOf(held), 'vera', { gate: '西门' });
  expect(answer).toMatchObject({ ok: true, value: { again: true, state: 'attended', attendance: { way: 'ticket' } } });
  expect(meter).toMatchObject({ dbCalls: 5, docsRead: 5, unindexed: 0 });
  expect(await snapshot(cloud)).toBe(before);
});

test('a scan sent again gives the same answer, though its code has grown old and the gates are shut', async () => {
  const held = await signedUp(cloud, 'eve');
  const [code, id] = [codeOf(held), requestId()];
  const { answer } = await scan(code, 'vol', {}, id);
  const before = await snapshot(cloud);
  for (const later of [0, 60_000, DAY]) {
    await setClock(cloud, NOON + later);
    expect((await scan(code, 'vol', {}, id)).answer).toEqual(answer);
  }
  expect((await scan(code, 'vol', { gate: '东门' }, id)).answer).toEqual(refusal('REQUEST_REUSED'));
  expect(await snapshot(cloud)).toBe(before);
});

describe('refused, and nothing written', () => {
  let held: string;
  let before: string;
  beforeAll(async () => {
    await setClock(cloud, NOON);
    held = await signedUp(cloud, 'fay');
  });
  beforeEach(async () => {
    before = await snapshot(cloud);
  });
  afterEach(async () => {
    expect(await snapshot(cloud)).toBe(before);
  });

  test.each<[string, number, string]>([
    ['two steps old', -30_001, 'old'],
    ['of an hour ago', -3_500_000, 'old'],
    ['of a phone that is two steps fast', 45_000, 'new'],
    ['of yesterday', -DAY, 'unknown'],
  ])('a code %s is told apart', async (_what, away, why) => {
    const { answer, meter } = await scan(codeOf(held, NOON + away));
    expect(answer).toEqual(refusal('CODE_REFUSED', { why }));
    expect(meter).toMatchObject({ dbCalls: 2, docsRead: 2 });
  });

  test.each<[string, (held: string) => string]>([
    ['of somebody else’s ticket', (id) => `T.${id}.${codeOf('another').split('.')[2]}`],
    ['of no ticket', () => codeOf('nobodys').replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))],
    ['of a payment', () => 'https://qr.example.com/pay?to=T.abc.aaaaaaaaaa'],
    ['of a visiting card', () => 'BEGIN:VCARD\nN:张三\nEND:VCARD'],
    ['of a venue', () => venueCode(venueKey(TICKET_KEY, 'gala', 's1'), 'gala', 's1', NOON)],
    ['with a line too many', (id) => `${codeOf(id)}.x`],
  ])('a code %s is none of ours', async (_what, codeFrom) => {
    expect((await scan(codeFrom(held))).answer).toEqual(refusal('CODE_REFUSED', { why: 'unknown' }));
  });

  test('a ticket that never became a registration is not found', async () => {
    expect((await scan(codeOf('neverwritten'))).answer).toEqual(refusal('NOT_FOUND', { what: 'registration' }));
  });

  test('a ticket for another session says which it is for', async () => {
    const { answer } = await scan(codeOf(held), 'vol', { sessionId: 's2' });
    const { startsAt } = tonight();
    expect(answer).toEqual(refusal('ELSEWHERE', { title: '职工音乐节', sessionName: '场次 s1', startsAt }));
  });

  test.each<[string, number]>([
    ['before the gates open', NOON - HOUR - 1_000],
    ['after the end', NOON + 3 * HOUR + 1_000],
  ])('%s the refusal says when they are open', async (_when, now) => {
    await setClock(cloud, now);
    const { answer, meter } = await scan(codeOf(held, now));
    const open = { opensAt: NOON - HOUR, closesAt: NOON + 3 * HOUR };
    expect(answer).toEqual(refusal('NOT_CHECK_IN_TIME', { ...open, now: expect.any(Number) }));
    expect(meter).toMatchObject({ dbCalls: 4, docsRead: 4 });
  });

  test.each(['stranger', 'ann', 'nobody'])('%s, who has no grant for this activity, is refused', async (openid) => {
    const { answer, meter } = await scan(codeOf(held), openid);
    expect(answer).toMatchObject({ refusal: 'FORBIDDEN', detail: { needs: ['volunteer', 'organizer', 'admin'] } });
    expect(meter.dbCalls).toBe(1);
  });
});

test('a ticket for another activity says which it is for, whoever scans', async () => {
  const held = await signedUp(cloud, 'gus', { activityId: 'walk' });
  const elsewhere = refusal('ELSEWHERE', { title: '环湖健步走', sessionName: '场次 s1', startsAt: NOON + HOUR });
  expect((await scan(codeOf(held))).answer).toEqual(elsewhere);
  expect((await scan(codeOf(held), FIRST_ADMIN)).answer).toEqual(elsewhere);
  expect((await registrationOf(cloud, held)).state).toBe('confirmed');
});

test('the first admin, who need not be a member, may let people in too', async () => {
  const held = await signedUp(cloud, 'hal');
  expect((await scan(codeOf(held), FIRST_ADMIN)).answer).toMatchObject({ ok: true, value: { again: false } });
});

test('who waits in the queue, awaits a decision or has cancelled hears how they stand', async () => {
  await signedUp(cloud, 'ann', { activityId: 'tiny' });
  const waits = await signedUp(cloud, 'ivy', { activityId: 'tiny' });
  const applied = await signedUp(cloud, 'ivy', { activityId: 'approved' });
  const gone = await signedUp(cloud, 'ivy');
  await cloud.call('activity', 'cancel', { registrationId: gone }, { openid: 'ivy', requestId: requestId() });
  const says = async (id: string, activityId: string, state: string) =>
    expect((await scan(codeOf(id), 'vol', { activityId })).answer).toEqual(refusal('NOT_CONFIRMED', { state }));
  await says(waits, 'tiny', 'waitlisted');
  await says(applied, 'approved', 'applied');
  await says(gone, 'gala', 'cancelled');
});

/** A registration as the store holds it, of whomever and for whatever. */
const place = (id: string, activityId: string, memberId: string) => ({
  ...recordIn('confirmed'),
  ...{ _id: id, activityId, memberId, sessionId: 's1', holdKey: `${activityId}.${memberId}` },
});

test('a cancelled activity lets nobody in, before the sweep has told each registration', async () => {
  await insert(cloud, 'activities', [activityFrom(gatePlan({ id: 'off', sessions: [tonight()] }), 1, 'cancelled')]);
  await insert(cloud, 'registrations', [place('roff', 'off', memberOf('jon')._id)]);
  const { answer } = await scan(codeOf('roff'), FIRST_ADMIN, { activityId: 'off' });
  expect(answer).toEqual(refusal('NOT_CONFIRMED', { state: 'cancelled' }));
});

test('the ticket of somebody who has left the union is nobody’s', async () => {
  await insert(cloud, 'registrations', [place('rleft', 'gala', 'mwholeft')]);
  expect((await scan(codeOf('rleft'))).answer).toEqual(refusal('NOT_FOUND', { what: 'registration' }));
  expect(await recordsOf(cloud, 'rleft')).toEqual([]);
});
