import type { PoolRecord } from '../../../domain/signup/pool';
import { audit } from '../../support/auditor';
import type { RunningCloud } from '../../support/cloud';
import {
  accepted,
  changed,
  organize,
  outcome,
  published,
  registrationsIn,
  requestId,
  signUp,
  sweepActivities,
  tokenOf,
  toldTo,
} from '../../support/organizing';
import { DAY, HOUR, NOON, plan, session } from '../../support/plans';
import { addEnterprises, addMembers, documents, memberOf, runSweeps, setClock, startTown } from '../../support/town';

const PEOPLE = ['ann', 'bob', 'cid', 'dan', 'eve'];
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药', e2: '药谷第二制药' });
  await addMembers(cloud, [
    memberOf('olga', { name: '欧阳组织', grants: [{ role: 'organizer', scope: { kind: 'all' } }] }),
    ...PEOPLE.map((openid, at) => memberOf(openid, { enterpriseId: at < 3 ? 'e1' : 'e2' })),
  ]);
});

afterEach(() => setClock(cloud, NOON));

afterAll(async () => {
  await runSweeps(cloud);
  const faults = await audit(cloud);
  await cloud.stop();
  expect(faults).toEqual([]);
});

const seen = async (activityId: string) =>
  (await cloud.call('activity', 'get', { activityId }, { openid: 'stranger' })).answer;

test('an edit that touches people says whom and asks; confirmed as it was, it is done', async () => {
  const activityId = await published(cloud, { sessions: [session('s1', 9), session('s2', 9)] });
  await signUp(cloud, 'ann', activityId);
  await signUp(cloud, 'bob', activityId, { sessionId: 's2' });
  const venue = { ...plan().venue, name: '礼堂' };
  const asked = await changed(cloud, activityId, { venue });
  expect(asked).toMatchObject({ ok: false, refusal: 'NEEDS_CONFIRMATION' });
  const detail = asked.ok || asked.refusal !== 'NEEDS_CONFIRMATION' ? undefined : asked.detail;
  expect(detail?.touches).toEqual([{ what: 'venue', people: 2, names: ['职工ann', '职工bob'] }]);
  expect(await seen(activityId)).toMatchObject({ value: { venue: { name: '药谷广场' } } });
  await signUp(cloud, 'cid', activityId);
  // One more is touched than was confirmed.
  expect(await changed(cloud, activityId, { venue }, { confirmed: detail?.token ?? '' })).toMatchObject({
    ...{ refusal: 'NEEDS_CONFIRMATION', detail: { touches: [{ people: 3 }] } },
  });
});

test('whoever holds something in a moved session is told once, with the reason, and holds it at the new time', async () => {
  const activityId = await published(cloud, { takesAttendance: true, sessions: [session('s1', 9), session('s2', 9)] });
  await signUp(cloud, 'ann', activityId);
  await signUp(cloud, 'bob', activityId, { sessionId: 's2' });
  const startsAt = NOON + 12 * DAY;
  const move = { activityId, sessionId: 's1', startsAt, endsAt: startsAt + HOUR, reason: '场地检修' };
  const asked = await organize(cloud, 'moveSession', move);
  expect(asked).toMatchObject({ detail: { touches: [{ what: 'moved', sessionId: 's1', people: 1 }] } });
  const token = tokenOf(asked);
  accepted(await organize(cloud, 'moveSession', { ...move, confirmed: token }));
  await sweepActivities(cloud);
  await sweepActivities(cloud);
  const told = await toldTo(cloud, 'ann', activityId);
  expect(told).toMatchObject([{ kind: 'moved', reason: '场地检修', startsAt }]);
  expect(await toldTo(cloud, 'bob', activityId)).toEqual([]);
  const [anns] = (await registrationsIn(cloud, activityId)).filter(({ memberId }) => memberId === memberOf('ann')._id);
  expect(anns).toMatchObject({ endsAt: startsAt + HOUR, startKey: `${startsAt}_${anns?._id}`, promiseV: 2 });
  expect(anns?.absentAt).toBeGreaterThan(startsAt);
});

test('a session that people hold places in cannot go; who only waits for it is let go with the reason', async () => {
  const two = { waitlist: true, sessions: [session('s1', 9), session('s2', 1)] };
  const activityId = await published(cloud, two);
  await signUp(cloud, 'ann', activityId, { sessionId: 's2' });
  await signUp(cloud, 'bob', activityId, { sessionId: 's2' });
  const [first] = two.sessions;
  const sessions = first ? [first] : [];
  expect(await changed(cloud, activityId, { sessions })).toMatchObject({
    ...{ refusal: 'TOO_SMALL', detail: { over: [{ what: 'session', id: 's2', wanted: 0, used: 1 }] } },
  });
  const [anns] = (await registrationsIn(cloud, activityId)).filter(({ state }) => state === 'confirmed');
  await cloud.call('activity', 'cancel', { registrationId: anns?._id }, { openid: 'ann', requestId: requestId() });
  const asked = await changed(cloud, activityId, { sessions }, { reason: '人太少' });
  expect(asked).toMatchObject({ detail: { touches: [{ what: 'session-gone', sessionId: 's2', people: 1 }] } });
  const confirmed = tokenOf(asked);
  accepted(await changed(cloud, activityId, { sessions }, { reason: '人太少', confirmed }));
  await runSweeps(cloud);
  expect(await toldTo(cloud, 'bob', activityId)).toMatchObject([{ kind: 'cancelled', reason: '人太少' }]);
  expect(outcome(await signUp(cloud, 'cid', activityId, { sessionId: 's2' }))).toBe('NOT_FOUND');
});

test('a cancelled activity takes nobody in, tells everybody who held something, and gives their places back', async () => {
  const activityId = await published(cloud, { waitlist: true, sessions: [session('s1', 1)] });
  for (const openid of ['ann', 'bob']) await signUp(cloud, openid, activityId);
  const id = requestId();
  const cancel = () => organize(cloud, 'cancelActivity', { activityId, reason: '台风' }, { openid: 'olga', id });
  expect(await cancel()).toEqual({ ok: true, value: { activityId, state: 'cancelled' } });
  expect(outcome(await signUp(cloud, 'cid', activityId))).toBe('CLOSED');
  const mine = async () =>
    (await cloud.call('activity', 'mine', { when: 'past' }, { openid: 'ann' })).answer as {
      value: { items: object[] };
    };
  await runSweeps(cloud);
  for (const openid of ['ann', 'bob']) {
    const told = await toldTo(cloud, openid, activityId);
    expect(told).toMatchObject([{ kind: 'cancelled', reason: '台风' }]);
  }
  expect((await mine()).value.items).toContainEqual(
    expect.objectContaining({ activityId, state: 'cancelled', endedBy: 'organizer', reason: '台风' }),
  );
  expect(await seen(activityId)).toMatchObject({ value: { phase: 'cancelled', cancelReason: '台风' } });
  const pools = (await documents<PoolRecord>(cloud, 'pools')).filter((pool) => pool.activityId === activityId);
  expect(pools.map(({ claims, used }) => [claims, used])).toEqual([[{}, { s1: 0 }]]);
  expect(await cancel()).toEqual({ ok: true, value: { activityId, state: 'cancelled' } });
});
