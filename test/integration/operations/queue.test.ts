import { audit } from '../../support/auditor';
import type { RunningCloud } from '../../support/cloud';
import { DAY, HOUR, NOON, plan, session } from '../../support/plans';
import { requestIds } from '../../support/request-ids';
import { addActivities, addMembers, advance, memberOf, runSweeps, setClock, startTown } from '../../support/town';

const requestId = requestIds(9);
const PEOPLE = Array.from({ length: 40 }, (_, at) => `person-${String(at).padStart(2, '0')}`);
let cloud: RunningCloud;

const waitlist = { waitlist: true, companions: 2 };

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addActivities(
    cloud,
    plan({ id: 'one', ...waitlist, sessions: [session('s1', 1), session('s2', 1)] }),
    plan({ id: 'order', ...waitlist, sessions: [session('s1', 2)] }),
    plan({ id: 'groups', ...waitlist, sessions: [session('s1', 3)] }),
    plan({ id: 'quota', ...waitlist, quota: { own: { e2: 1 } }, sessions: [session('s1', 5)] }),
    plan({ id: 'kept', ...waitlist, quota: { own: { e2: 1 } }, sessions: [session('s1', 2)] }),
    plan({ id: 'late', ...waitlist, sessions: [session('s1', 1)] }),
    plan({ id: 'accept', ...waitlist, sessions: [session('s1', 1)] }),
    plan({ id: 'again', ...waitlist, sessions: [session('s1', 1)] }),
    plan({ id: 'closing', ...waitlist, sessions: [session('s1', 1)] }),
    plan({ id: 'each', ...waitlist, onePlacePer: 'session', sessions: [session('s1', 1), session('s2', 1)] }),
    plan({ id: 'apply', allocation: 'approval', sessions: [session('s1', 1)] }),
    plan({ id: 'applied', allocation: 'approval', sessions: [session('s1', 1)] }),
    plan({
      id: 'cooled',
      coolDown: { absences: 1, days: 30 },
      closesAt: NOON + 60 * DAY,
      cancelUntil: NOON + 60 * DAY,
    }),
    plan({ id: 'missed', takesAttendance: true }),
    plan({ id: 'alone', companions: 0 }),
  );
  await addMembers(
    cloud,
    PEOPLE.map((openid, at) => memberOf(openid, { enterpriseId: at % 10 === 9 ? 'e2' : 'e1' })),
  );
});

afterEach(() => setClock(cloud, NOON));

afterAll(async () => {
  await setClock(cloud, NOON + 10 * DAY + 5 * HOUR);
  await runSweeps(cloud);
  await advance(cloud, 70_000);
  await runSweeps(cloud);
  const faults = await audit(cloud, { swept: true });
  await cloud.stop();
  expect(faults).toEqual([]);
});

const who = (at: number): string => PEOPLE[at] ?? '';
const signUp = (openid: string, activityId: string, rest: object = {}, id = requestId()) =>
  cloud.call('activity', 'signUp', { activityId, sessionId: 's1', answers: {}, ...rest }, { openid, requestId: id });
const act = (op: 'cancel' | 'acceptOffer' | 'declineOffer', openid: string, registrationId: string, id = requestId()) =>
  cloud.call('activity', op, { registrationId }, { openid, requestId: id });
const mine = async (openid: string, registrationId: string) => {
  const { answer } = await cloud.call('activity', 'registration', { registrationId }, { openid });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
};

async function held(openid: string, activityId: string, rest: object = {}) {
  const { answer } = await signUp(openid, activityId, rest);
  if (!answer.ok) throw new Error(`${openid}: ${JSON.stringify(answer)}`);
  return answer.value;
}

test('who comes when all is taken is told their position at once, and each goes one further back', async () => {
  expect((await held(who(0), 'order')).state).toBe('confirmed');
  expect((await held(who(1), 'order')).state).toBe('confirmed');
  const third = await held(who(2), 'order');
  const fourth = await held(who(3), 'order');
  expect([third.state, third.position, fourth.state, fourth.position]).toEqual(['waitlisted', 1, 'waitlisted', 2]);
  await act('cancel', who(2), third.id);
  expect((await mine(who(3), fourth.id)).position).toBe(1);
});

test('a freed place is offered to the head, and a newcomer queues behind whoever waits', async () => {
  const first = await held(who(0), 'one');
  const second = await held(who(1), 'one');
  const third = await held(who(2), 'one');
  await act('cancel', who(0), first.id);
  // The place is free and nobody has been told yet: it is not the newcomer's.
  const newcomer = await held(who(3), 'one');
  expect(newcomer).toMatchObject({ state: 'waitlisted', position: 3 });
  await runSweeps(cloud);
  expect(await mine(who(1), second.id)).toMatchObject({ state: 'offered', offerUntil: expect.any(Number) });
  expect((await mine(who(2), third.id)).position).toBe(1);
  expect((await mine(who(3), newcomer.id)).position).toBe(2);
  // Nobody waits for the other session.
  expect((await held(who(4), 'one', { sessionId: 's2' })).state).toBe('confirmed');
});

test('an offer that nobody answers goes on to the next when its time is up, and not before', async () => {
  const first = await held(who(0), 'late');
  const second = await held(who(1), 'late');
  const third = await held(who(2), 'late');
  await act('cancel', who(0), first.id);
  await runSweeps(cloud);
  const { offerUntil = 0 } = await mine(who(1), second.id);
  await setClock(cloud, offerUntil - 5_000);
  await runSweeps(cloud);
  expect((await mine(who(1), second.id)).state).toBe('offered');
  await setClock(cloud, offerUntil + 1_000);
  expect((await act('acceptOffer', who(1), second.id)).answer).toEqual({
    ok: false,
    refusal: 'OFFER_EXPIRED',
    detail: { offerUntil },
  });
  await runSweeps(cloud);
  await runSweeps(cloud);
  expect((await mine(who(1), second.id)).state).toBe('expired');
  expect((await mine(who(2), third.id)).state).toBe('offered');
  await setClock(cloud, NOON);
});

test('accepting makes a ticket of it, declining gives it to the next; both again say the same', async () => {
  const first = await held(who(0), 'accept');
  const second = await held(who(1), 'accept');
  const third = await held(who(2), 'accept');
  expect((await act('acceptOffer', who(1), second.id)).answer).toMatchObject({ refusal: 'NOT_OFFERED' });
  await act('cancel', who(0), first.id);
  await runSweeps(cloud);
  const no = requestId();
  const declined = await act('declineOffer', who(1), second.id, no);
  expect(declined.answer).toMatchObject({ ok: true, value: { state: 'declined' } });
  expect((await act('declineOffer', who(1), second.id, no)).answer).toEqual(declined.answer);
  await runSweeps(cloud);
  const yes = requestId();
  const accepted = await act('acceptOffer', who(2), third.id, yes);
  expect(accepted.answer).toMatchObject({ ok: true, value: { state: 'confirmed' } });
  expect((await act('acceptOffer', who(2), third.id, yes)).answer).toEqual(accepted.answer);
  expect((await mine(who(2), third.id)).ticketKey).toMatch(/^[a-z2-7]{26}$/);
  expect((await mine(who(1), second.id)).ticketKey).toBeUndefined();
  expect((await act('acceptOffer', who(1), third.id)).answer).toMatchObject({ refusal: 'NOT_FOUND' });
});

test('companions take seats: who asks for more than are left waits, and the next who fits goes first', async () => {
  expect((await held(who(0), 'groups', { companions: 1 })).companions).toBe(1);
  const pair = await held(who(1), 'groups', { companions: 1 });
  expect(pair).toMatchObject({ state: 'waitlisted', position: 1 });
  const single = await held(who(2), 'groups');
  expect(single).toMatchObject({ state: 'waitlisted', position: 2 });
  await runSweeps(cloud);
  expect((await mine(who(2), single.id)).state).toBe('offered');
  expect(await mine(who(1), pair.id)).toMatchObject({ state: 'waitlisted', position: 1 });
  expect((await signUp(who(3), 'groups', { companions: 3 })).answer).toMatchObject({
    refusal: 'TOO_MANY_COMPANIONS',
    detail: { most: 2 },
  });
  expect((await signUp(who(3), 'alone', { companions: 1 })).answer).toMatchObject({ detail: { most: 0 } });
});

test('a quota that is used up lets colleagues wait and others in', async () => {
  expect((await held(who(9), 'quota')).state).toBe('confirmed');
  const waits = await held(who(19), 'quota');
  expect(waits.state).toBe('waitlisted');
  await runSweeps(cloud);
  expect((await held(who(0), 'quota')).state).toBe('confirmed');
  const { answer } = await cloud.call('activity', 'get', { activityId: 'quota' }, { openid: who(29) });
  expect(answer).toMatchObject({ value: { quota: { capacity: 1, left: 0 }, waiting: 1, places: { left: 3 } } });
  expect((await mine(who(19), waits.id)).position).toBe(1);
});

test('the last place goes to who waited for a quota that a colleague has freed with it, not to who comes by', async () => {
  const colleague = await held(who(9), 'kept');
  const waits = await held(who(19), 'kept');
  expect((await held(who(0), 'kept')).state).toBe('confirmed');
  await act('cancel', who(9), colleague.id);
  // One place in the session is free, and one of the quota: together they are the place of who waits.
  const newcomer = await held(who(1), 'kept');
  expect(newcomer).toMatchObject({ state: 'waitlisted', position: 2 });
  await runSweeps(cloud);
  expect((await mine(who(19), waits.id)).state).toBe('offered');
  expect(await mine(who(1), newcomer.id)).toMatchObject({ state: 'waitlisted', position: 1 });
});

test('a request sent again from the queue keeps its position, and after leaving it is not put there anew', async () => {
  await held(who(0), 'again');
  const id = requestId();
  const first = await signUp(who(1), 'again', {}, id);
  await held(who(2), 'again');
  expect((await signUp(who(1), 'again', {}, id)).answer).toEqual(first.answer);
  if (!first.answer.ok) throw new Error('is in the queue');
  expect((await signUp(who(1), 'again')).answer).toMatchObject({
    refusal: 'ALREADY',
    detail: { registrationId: first.answer.value.id },
  });
  await act('cancel', who(1), first.answer.value.id);
  expect((await signUp(who(1), 'again', {}, id)).answer).toMatchObject({ value: { state: 'cancelled' } });
  expect(await held(who(1), 'again')).toMatchObject({ state: 'waitlisted', position: 2 });
});

test('who waits or has applied gets the same answer after sign-up has closed, and nothing is said of somebody else', async () => {
  for (const activityId of ['closing', 'applied']) {
    const id = requestId();
    await held(who(0), activityId);
    const first = await signUp(who(1), activityId, {}, id);
    expect(first.answer).toMatchObject({ ok: true });
    await setClock(cloud, NOON + 6 * DAY);
    expect((await signUp(who(1), activityId, {}, id)).answer).toEqual(first.answer);
    expect((await signUp(who(1), activityId)).answer).toMatchObject({ refusal: 'ALREADY' });
    expect((await signUp(who(2), activityId)).answer).toMatchObject({ refusal: 'CLOSED' });
    await setClock(cloud, NOON);
    if (first.answer.ok) await act('cancel', who(1), first.answer.value.id);
    expect((await signUp(who(1), activityId, {}, id)).answer).toMatchObject({ value: { state: 'cancelled' } });
  }
});

test('where each session has a place for everybody, one may have one in each', async () => {
  expect((await held(who(0), 'each')).state).toBe('confirmed');
  expect((await held(who(0), 'each', { sessionId: 's2' })).state).toBe('confirmed');
  expect((await signUp(who(0), 'each')).answer).toMatchObject({ refusal: 'ALREADY' });
  expect((await held(who(1), 'each', { sessionId: 's2' })).state).toBe('waitlisted');
});

test('an application takes no place, is there once, and can be taken back', async () => {
  const id = requestId();
  const first = await signUp(who(0), 'apply', {}, id);
  expect(first.answer).toMatchObject({ ok: true, value: { state: 'applied' } });
  expect((await signUp(who(0), 'apply', {}, id)).answer).toEqual(first.answer);
  expect((await signUp(who(0), 'apply')).answer).toMatchObject({ refusal: 'ALREADY' });
  expect((await held(who(1), 'apply')).state).toBe('applied');
  if (!first.answer.ok) throw new Error('has applied');
  expect((await act('cancel', who(0), first.answer.value.id)).answer).toMatchObject({ ok: true });
  expect((await signUp(who(0), 'apply', {}, id)).answer).toMatchObject({ value: { state: 'cancelled' } });
  expect((await held(who(0), 'apply')).state).toBe('applied');
});

test('who did not come is absent two hours after the end, and waits where an activity says so until told', async () => {
  const missed = await held(who(30), 'missed');
  await setClock(cloud, NOON + 10 * DAY + 4 * HOUR - 5_000);
  await runSweeps(cloud);
  expect((await mine(who(30), missed.id)).state).toBe('confirmed');
  await setClock(cloud, NOON + 10 * DAY + 4 * HOUR + 1_000);
  await runSweeps(cloud);
  expect((await mine(who(30), missed.id)).state).toBe('absent');
  expect((await signUp(who(30), 'cooled')).answer).toEqual({
    ok: false,
    refusal: 'COOLING_DOWN',
    detail: { absences: 1, until: NOON + 10 * DAY + 2 * HOUR + 30 * DAY },
  });
  expect((await held(who(31), 'cooled')).state).toBe('confirmed');
});

test('two registrations at the same time are pointed out before signing up', async () => {
  const { answer } = await cloud.call('activity', 'get', { activityId: 'alone' }, { openid: who(31) });
  expect(answer).toMatchObject({
    value: {
      sessionList: [{ clash: { title: '职工音乐节', startsAt: NOON + 10 * DAY, endsAt: NOON + 10 * DAY + 2 * HOUR } }],
    },
  });
  const { answer: free } = await cloud.call('activity', 'get', { activityId: 'alone' }, { openid: who(35) });
  expect(free.ok && free.value.sessionList[0]?.clash).toBeUndefined();
});
