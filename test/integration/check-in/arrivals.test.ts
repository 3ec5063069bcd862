import { activityFrom } from '../../../domain/activity/activity';
import { timeKey } from '../../../domain/time/shanghai';
import type { RunningCloud } from '../../support/cloud';
import { addVolunteer, atGate, codeOf, gatePlan, refusal, signedUp, tonight, volunteerOf } from '../../support/gate';
import { DAY, HOUR, NOON, plan, session } from '../../support/plans';
import { addActivities, addMembers, FIRST_ADMIN, insert, memberOf, setClock, startTown } from '../../support/town';

const CROWD = Array.from({ length: 24 }, (_, at) => `crowd-${at}`);
const many = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...session(`s${at + 1}`, 5),
    startsAt: NOON + (from + at * 7) * HOUR,
    endsAt: NOON + (from + at * 7 + 2) * HOUR,
  }));
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addActivities(
    cloud,
    gatePlan(),
    // More places than one pool holds: two shards, each with its own claims.
    gatePlan({
      id: 'field',
      sessions: [
        tonight('s1', 3_000, [
          ['a', 2_000],
          ['b', 1_000],
        ]),
      ],
    }),
    gatePlan({ id: 'series', sessions: [tonight(), session('s2', 9)], onePlacePer: 'session' }),
    gatePlan({ id: 'soonest', sessions: many(5, 12) }),
    gatePlan({ id: 'between', sessions: many(8, 12) }),
    gatePlan({ id: 'past', sessions: [{ ...session('s1', 5), startsAt: NOON - 3 * DAY, endsAt: NOON - 2 * DAY }] }),
  );
  await insert(cloud, 'activities', [
    activityFrom(plan({ id: 'draft', sessions: [tonight()] }), 1, 'draft'),
    activityFrom(plan({ id: 'off', sessions: [tonight()] }), 1, 'cancelled'),
  ]);
  await addMembers(
    cloud,
    CROWD.map((openid) => memberOf(openid)),
  );
  await addVolunteer(cloud, 'vol', 'gala', 'field', 'series');
  await addVolunteer(cloud, 'old', 'past', 'draft', 'off', 'nowhere');
  await addMembers(cloud, [
    memberOf('referee', { grants: [{ role: 'referee', scope: { kind: 'activity', id: 'gala' } }] }),
    memberOf('former', { grants: [{ ...volunteerOf('gala'), until: NOON - 1 }] }),
    memberOf('org', { grants: [{ role: 'organizer', scope: { kind: 'all' } }] }),
  ]);
});

beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const arrivals = (activityId: string, openid = 'vol', sessionId = 's1') =>
  atGate(cloud, 'arrivals', { activityId, sessionId }, openid);
const scan = async (activityId: string, openid: string, gate: string, wish: object, at = NOON) => {
  const code = codeOf(await signedUp(cloud, openid, { activityId, ...wish }), at);
  const { answer } = await atGate(cloud, 'scan', { activityId, sessionId: 's1', code, gate }, 'vol');
  if (!answer.ok) throw new Error(JSON.stringify(answer));
};

test('before anybody came it says how many are expected', async () => {
  await signedUp(cloud, 'crowd-0', { companions: 2 });
  await signedUp(cloud, 'crowd-1', { zoneId: 'b' });
  const { answer } = await arrivals('gala');
  expect(answer).toEqual({
    ok: true,
    value: {
      expected: 4,
      arrived: 0,
      zones: [
        { id: 'a', name: 'a 区', expected: 3, arrived: 0 },
        { id: 'b', name: 'b 区', expected: 1, arrived: 0 },
      ],
      gates: [],
      minutes: [],
      now: expect.any(Number),
    },
  });
});

test('of every shard together, by zone, gate and minute, for what the caller and the shards cost to read', async () => {
  await Promise.all(
    CROWD.slice(0, 14).map((openid, at) =>
      scan('field', openid, at % 3 === 0 ? '西门' : '东门', { zoneId: at % 2 === 0 ? 'a' : 'b', companions: at % 2 }),
    ),
  );
  await setClock(cloud, NOON + 120_000);
  await Promise.all(
    CROWD.slice(14, 18).map((openid) => scan('field', openid, '东门', { zoneId: 'a' }, NOON + 120_000)),
  );
  await signedUp(cloud, 'crowd-20', { activityId: 'field', zoneId: 'a' });
  const { answer, meter } = await arrivals('field');
  expect(answer).toMatchObject({
    ok: true,
    value: {
      expected: 26,
      arrived: 25,
      zones: [
        { id: 'a', expected: 12, arrived: 11 },
        { id: 'b', expected: 14, arrived: 14 },
      ],
      gates: [
        { gate: '东门', arrived: 18 },
        { gate: '西门', arrived: 7 },
      ],
    },
  });
  const minutes = answer.ok ? answer.value.minutes : [];
  expect(minutes.reduce((sum, { arrived }) => sum + arrived, 0)).toBe(25);
  expect(minutes.map(({ at }) => at)).toEqual(minutes.map(({ at }) => at - (at % 60_000)).sort((a, b) => a - b));
  expect(minutes.filter(({ at }) => at >= NOON + 120_000).reduce((sum, { arrived }) => sum + arrived, 0)).toBe(4);
  expect(meter).toMatchObject({ dbCalls: 2, docsRead: 1 + 2, unindexed: 0 });
});

test('of one session alone where each has a pool of its own', async () => {
  await scan('series', 'crowd-20', '1', {});
  await signedUp(cloud, 'crowd-20', { activityId: 'series', sessionId: 's2' });
  const { answer, meter } = await arrivals('series');
  expect(answer).toMatchObject({ value: { expected: 1, arrived: 1, zones: [], gates: [{ gate: '1', arrived: 1 }] } });
  expect(meter).toMatchObject({ dbCalls: 2, docsRead: 2 });
  expect((await arrivals('series', 'vol', 's2')).answer).toMatchObject({ value: { expected: 1, arrived: 0 } });
});

test('only who serves there sees it, and only where there is something', async () => {
  for (const openid of ['old', 'referee', 'former', 'crowd-0', 'visitor']) {
    const { answer, meter } = await arrivals('gala', openid);
    expect(answer).toMatchObject({ refusal: 'FORBIDDEN' });
    expect(meter.dbCalls).toBe(1);
  }
  for (const openid of ['org', FIRST_ADMIN])
    expect((await arrivals('gala', openid)).answer).toMatchObject({ ok: true });
  expect((await arrivals('gala', 'vol', 's9')).answer).toEqual(refusal('NOT_FOUND', { what: 'session' }));
  expect((await arrivals('series', 'vol', 's9')).answer).toEqual(refusal('NOT_FOUND', { what: 'session' }));
  expect((await arrivals('nowhere', FIRST_ADMIN)).answer).toEqual(refusal('NOT_FOUND', { what: 'activity' }));
});

async function duties(openid: string) {
  const pages: { activityId: string; session: { id: string; startsAt: number } }[][] = [];
  let cursor: string | undefined;
  do {
    const { answer } = await atGate(cloud, 'duties', cursor === undefined ? {} : { cursor }, openid);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    pages.push(answer.value.items);
    cursor = answer.value.next;
  } while (cursor !== undefined);
  return pages;
}

test('a volunteer sees the sessions that are not over of what their grants name, soonest first', async () => {
  const { answer, meter } = await atGate(cloud, 'duties', {}, 'vol');
  expect(answer).toMatchObject({ ok: true, value: { now: expect.any(Number) } });
  expect(answer.ok && answer.value.items.map(({ activityId, session: { id } }) => `${activityId} ${id}`)).toEqual([
    'field s1',
    'gala s1',
    'series s1',
    'gala s2',
    'series s2',
  ]);
  expect(answer.ok && answer.value.items[1]).toEqual({
    activityId: 'gala',
    title: '职工音乐节',
    brand: 'warm',
    venueName: '药谷广场',
    session: { id: 's1', name: '场次 s1', startsAt: NOON + HOUR, endsAt: NOON + 3 * HOUR },
    checkIn: { opensAt: NOON - HOUR, closesAt: NOON + 3 * HOUR },
  });
  expect(meter).toMatchObject({ dbCalls: 2, docsRead: 1 + 3, unindexed: 0 });
  await setClock(cloud, NOON + 3 * HOUR + 1_000);
  expect((await duties('vol')).flat().map(({ session: { id } }) => id)).toEqual(['s2', 's2']);
});

test('what is a draft, cancelled, over or gone asks nobody to serve', async () => {
  expect(await duties('old')).toEqual([[]]);
});

test('an organizer sees every session to come, twenty at a time, each once, in one order over all activities', async () => {
  for (const openid of ['org', FIRST_ADMIN]) {
    const pages = await duties(openid);
    expect(pages.map((page) => page.length)).toEqual([20, 9]);
    const keys = pages
      .flat()
      .map(({ activityId, session: { id, startsAt } }) => timeKey(startsAt, `${activityId}.${id}`));
    expect(keys).toEqual([...keys].sort());
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(5 + 12 + 12);
  }
  const { meter } = await atGate(cloud, 'duties', {}, 'org');
  // The activities that are not over, of which there are five.
  expect(meter).toMatchObject({ dbCalls: 2, docsRead: 1 + 5, unindexed: 0 });
});

test('who serves nowhere is asked nothing: an empty list, without a look into the store', async () => {
  for (const openid of ['crowd-0', 'referee', 'former', 'visitor']) {
    const { answer, meter } = await atGate(cloud, 'duties', {}, openid);
    expect(answer).toEqual({ ok: true, value: { items: [], now: expect.any(Number) } });
    expect(meter.dbCalls).toBe(1);
  }
});
