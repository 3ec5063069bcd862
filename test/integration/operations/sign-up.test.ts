import type { ActivityPlan } from '../../../domain/activity/activity';
import { digestOfInput } from '../../../domain/id/base32';
import type { RegistrationRecord } from '../../../domain/signup/registration';
import { audit } from '../../support/auditor';
import type { RunningCloud } from '../../support/cloud';
import { DAY, HOUR, NOON, plan, session } from '../../support/plans';
import { requestIds } from '../../support/request-ids';
import {
  addActivities,
  addMembers,
  documents,
  insert,
  memberOf,
  runSweeps,
  setClock,
  startTown,
} from '../../support/town';

const requestId = requestIds(1);
const PEOPLE = ['ann', 'bob', 'cid', 'dan', 'eve'];
const zones = session('s1', 3, [
  ['a', 1],
  ['b', 2],
]);
const PLANS: ActivityPlan[] = [
  plan({ id: 'small', sessions: [session('s1', 1)] }),
  plan({ id: 'zoned', sessions: [zones, session('s2', 1)] }),
  plan({ id: 'soon', opensAt: NOON + HOUR }),
  plan({ id: 'shut', closesAt: NOON }),
  plan({ id: 'others', eligibility: { enterprises: ['e2'] } }),
  plan({ id: 'couriers', eligibility: { employments: ['new-form'] } }),
  plan({ id: 'coming', preview: true }),
  plan({
    id: 'asking',
    questions: [{ id: 'meal', label: '吃什么', required: true, kind: 'choice', options: ['面', '饭'] }],
  }),
  ...Array.from({ length: 8 }, (_, at) => plan({ id: `free${at}` })),
];

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addActivities(cloud, ...PLANS);
  await addMembers(cloud, [
    ...PEOPLE.map((openid) => memberOf(openid)),
    memberOf('waiting', { status: 'pending' }),
    memberOf('refused', { status: 'declined', reason: '查无此人' }),
  ]);
});

afterEach(async () => {
  await setClock(cloud, NOON);
});

afterAll(async () => {
  await setClock(cloud, NOON + 5 * 60_000);
  await runSweeps(cloud);
  const faults = await audit(cloud, { swept: true });
  await cloud.stop();
  expect(faults).toEqual([]);
});

const signUp = (openid: string, activityId: string, rest: object = {}, id = requestId()) =>
  cloud.call('activity', 'signUp', { activityId, sessionId: 's1', answers: {}, ...rest }, { openid, requestId: id });
const cancel = (openid: string, registrationId: string, id = requestId()) =>
  cloud.call('activity', 'cancel', { registrationId }, { openid, requestId: id });

async function placed(openid: string, activityId: string, rest: object = {}, id = requestId()): Promise<string> {
  const { answer } = await signUp(openid, activityId, rest, id);
  if (!answer.ok) throw new Error(`${openid} has no place: ${JSON.stringify(answer)}`);
  return answer.value.id;
}

const refusal = (name: string, detail: object) => ({ ok: false, refusal: name, detail });

test('a sign-up is confirmed at once, with what its owner needs to know', async () => {
  const { answer } = await signUp('ann', 'zoned', { zoneId: 'b' });
  expect(answer).toEqual({
    ok: true,
    value: {
      id: expect.stringMatching(/^[a-z][a-z2-7]{23}$/),
      state: 'confirmed',
      activityId: 'zoned',
      title: '职工音乐节',
      brand: 'warm',
      venue: plan().venue,
      session: { id: 's1', name: '场次 s1', startsAt: zones.startsAt, endsAt: zones.endsAt },
      zone: { id: 'b', name: 'b 区' },
      allocation: 'first-come',
      answers: {},
      companions: 0,
      cancelUntil: plan().cancelUntil,
      signedUpAt: expect.any(Number),
    },
  });
});

test('one place a person: another session of the same activity is refused with what is held', async () => {
  const held = await placed('bob', 'zoned', { zoneId: 'b' });
  expect((await signUp('bob', 'zoned', { sessionId: 's2' })).answer).toEqual(
    refusal('ALREADY', { registrationId: held }),
  );
});

test('a full session refuses with its number and says whether there is room elsewhere', async () => {
  await placed('cid', 'zoned', { sessionId: 's2' });
  expect((await signUp('dan', 'zoned', { sessionId: 's2' })).answer).toEqual(
    refusal('FULL', { what: 'session', capacity: 1, left: 0, elsewhere: true }),
  );
  await placed('dan', 'zoned', { zoneId: 'a' });
  expect((await signUp('eve', 'zoned', { zoneId: 'a' })).answer).toEqual(
    refusal('FULL', { what: 'session', capacity: 3, left: 0, elsewhere: false }),
  );
});

test.each<[string, string, string, object, string, object]>([
  ['before the window', 'ann', 'soon', {}, 'NOT_OPEN_YET', { opensAt: NOON + HOUR, now: expect.any(Number) }],
  ['after the window', 'ann', 'shut', {}, 'CLOSED', { closedAt: NOON }],
  ['somebody of another enterprise', 'ann', 'others', {}, 'NOT_ELIGIBLE', { why: 'enterprise' }],
  ['somebody of another employment', 'ann', 'couriers', {}, 'NOT_ELIGIBLE', { why: 'employment' }],
  ['a visitor', 'stranger', 'free0', {}, 'NOT_ELIGIBLE', { why: 'status', status: 'visitor' }],
  ['somebody who waits', 'waiting', 'free0', {}, 'NOT_ELIGIBLE', { why: 'status', status: 'pending' }],
  ['somebody who was declined', 'refused', 'free0', {}, 'NOT_ELIGIBLE', { why: 'status', status: 'declined' }],
  ['an activity that is not there', 'ann', 'nothing', {}, 'NOT_FOUND', { what: 'activity' }],
  ['a session that is not there', 'ann', 'free0', { sessionId: 's7' }, 'NOT_FOUND', { what: 'session' }],
  ['a zone that is not there', 'ann', 'free0', { zoneId: 'a' }, 'NOT_FOUND', { what: 'zone' }],
  ['an activity only announced', 'ann', 'coming', {}, 'NOT_FOUND', { what: 'activity' }],
  [
    'an answer that is no option',
    'ann',
    'asking',
    { answers: { meal: '粥' } },
    'BAD_ANSWERS',
    { issues: [{ path: 'answers.meal', message: expect.any(String) }] },
  ],
])('%s is refused and takes nothing', async (_who, openid, activityId, rest, name, detail) => {
  const before = JSON.stringify(await documents(cloud, 'pools'));
  expect((await signUp(openid, activityId, rest)).answer).toEqual(refusal(name, detail));
  expect(JSON.stringify(await documents(cloud, 'pools'))).toBe(before);
});

test('the same request, sent again, gives the same answer and takes no second place', async () => {
  const id = requestId();
  const first = await signUp('ann', 'free0', {}, id);
  const again = await signUp('ann', 'free0', {}, id);
  expect(again.answer).toEqual(first.answer);
  await setClock(cloud, NOON + 6 * DAY);
  expect((await signUp('ann', 'free0', {}, id)).answer).toEqual(first.answer);
});

test('the same request with another input is refused', async () => {
  const id = requestId();
  await placed('ann', 'free1', {}, id);
  const { answer } = await signUp('ann', 'free1', { answers: { more: 'x' } }, id);
  expect(answer).toEqual(refusal('REQUEST_REUSED', {}));
});

test('the same request in lower case and with its fields in another order is the same request', async () => {
  const id = requestId();
  const first = await placed('bob', 'free1', {}, id);
  const turned = { answers: {}, sessionId: 's1', activityId: 'free1' };
  const { answer } = await cloud.call('activity', 'signUp', turned, { openid: 'bob', requestId: id.toLowerCase() });
  expect(answer).toMatchObject({ ok: true, value: { id: first } });
});

test('what was answered cannot be guessed from what a request leaves behind', async () => {
  const input = { activityId: 'free4', sessionId: 's1', answers: {} };
  const held = await placed('eve', 'free4');
  const records = await documents<RegistrationRecord>(cloud, 'registrations');
  const kept = records.find(({ _id }) => _id === held)?.requests[0]?.digest;
  expect(kept).toMatch(/^[a-z2-7]{32}$/);
  for (const op of ['activity.signUp', 'signUp']) expect(kept).not.toBe(digestOfInput(op, input));
});

test('answers are kept trimmed, and blank ones are not kept', async () => {
  const { answer } = await signUp('bob', 'asking', { answers: { meal: '面' } });
  expect(answer).toMatchObject({ ok: true, value: { answers: { meal: '面' } } });
});

test('a cancelled place is free for somebody else, and its member may sign up again', async () => {
  const held = await placed('ann', 'small');
  expect((await signUp('bob', 'small')).answer).toMatchObject({ refusal: 'FULL' });
  const { answer } = await cancel('ann', held);
  expect(answer).toMatchObject({ ok: true, value: { id: held, activityId: 'small', state: 'cancelled' } });
  const bobs = await placed('bob', 'small');
  await cancel('bob', bobs);
  expect(await placed('ann', 'small')).not.toBe(held);
});

test('a sign-up that was cancelled since, sent again, takes no place', async () => {
  const id = requestId();
  const held = await placed('cid', 'free2', {}, id);
  await cancel('cid', held);
  const { answer } = await signUp('cid', 'free2', {}, id);
  expect(answer).toMatchObject({ ok: true, value: { id: held, state: 'cancelled' } });
  const anew = await placed('cid', 'free2');
  expect((await signUp('cid', 'free2', {}, id)).answer).toMatchObject({ ok: true, value: { id: held } });
  expect((await cloud.call('activity', 'get', { activityId: 'free2' }, { openid: 'cid' })).answer).toMatchObject({
    value: { mine: [{ registrationId: anew }] },
  });
});

test('cancelling sent again gives the same answer, and never takes the place of a later sign-up', async () => {
  const id = requestId();
  const held = await placed('dan', 'free3');
  const first = await cancel('dan', held, id);
  const anew = await placed('dan', 'free3');
  await setClock(cloud, NOON + 1_000);
  expect((await cancel('dan', held, id)).answer).toEqual(first.answer);
  expect((await cancel('dan', held)).answer).toEqual(refusal('NOT_HELD', { state: 'cancelled' }));
  expect(
    (await cloud.call('activity', 'registration', { registrationId: anew }, { openid: 'dan' })).answer,
  ).toMatchObject({ ok: true, value: { state: 'confirmed' } });
});

test('after the deadline a place is kept, and the refusal says until when it could be given back', async () => {
  const held = await placed('dan', 'free4');
  await setClock(cloud, plan().cancelUntil + 1_000);
  expect((await cancel('dan', held)).answer).toEqual(refusal('TOO_LATE', { cancelUntil: plan().cancelUntil }));
});

test('somebody else’s registration is not there: to read, to cancel, for members and for visitors', async () => {
  const held = await placed('ann', 'free5');
  for (const openid of ['bob', 'stranger', 'waiting']) {
    const read = await cloud.call('activity', 'registration', { registrationId: held }, { openid });
    expect(read.answer).toEqual(refusal('NOT_FOUND', { what: 'registration' }));
    expect((await cancel(openid, held)).answer).toEqual(refusal('NOT_FOUND', { what: 'registration' }));
  }
});

test('the detail shows what is held, and nothing once it is cancelled', async () => {
  const held = await placed('eve', 'free6');
  const get = async () => (await cloud.call('activity', 'get', { activityId: 'free6' }, { openid: 'eve' })).answer;
  expect(await get()).toMatchObject({
    value: {
      mine: [{ registrationId: held, state: 'confirmed', sessionId: 's1' }],
      places: { capacity: 50, left: 49 },
    },
  });
  await cancel('eve', held);
  const after = await get();
  expect(after).toMatchObject({ ok: true, value: { places: { capacity: 50, left: 50 } } });
  expect(after.ok && after.value.mine).toEqual([]);
});

test('what everybody may see of an activity says nothing of who signed up', async () => {
  await placed('eve', 'free0');
  const seen = [
    await cloud.call('activity', 'get', { activityId: 'free0' }, { openid: 'stranger' }),
    await cloud.call('activity', 'get', { activityId: 'free0' }, { openid: 'bob' }),
    await cloud.call('activity', 'list', {}, { openid: 'stranger' }),
  ].map(({ answer }) => JSON.stringify(answer));
  const records = await documents<RegistrationRecord>(cloud, 'registrations');
  const others = records.filter(({ memberId }) => memberId !== memberOf('bob')._id);
  expect(others.length).toBeGreaterThan(5);
  for (const { _id, memberId, requests } of others) {
    for (const secret of [_id, memberId, requests[0]?.id ?? '', requests[0]?.digest ?? '']) {
      for (const answer of seen) expect(answer).not.toContain(secret);
    }
  }
});

test('a registration whose cancelling died half-way is not shown as held', async () => {
  const held = await placed('eve', 'free7');
  const fault = { function: 'activity', op: 'cancel', at: 3, when: 'after', effect: 'kill' };
  await cloud.api('POST', 'faults', fault);
  expect((await cancel('eve', held)).answer).toMatchObject({ refusal: 'INTERNAL' });
  const { answer } = await cloud.call('activity', 'get', { activityId: 'free7' }, { openid: 'eve' });
  expect(answer.ok && answer.value.mine).toEqual([]);
});

test('a place that the sweep never heard of stays where it is', async () => {
  await insert(cloud, 'registrations', []);
  await setClock(cloud, NOON + DAY);
  await runSweeps(cloud);
  const records = await documents<RegistrationRecord>(cloud, 'registrations');
  expect(records.filter((record) => record.void)).toEqual([]);
});
