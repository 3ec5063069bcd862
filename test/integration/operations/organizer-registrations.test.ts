import type { OrganizerContract } from '../../../types/contract';
import type { RunningCloud } from '../../support/cloud';
import { accepted, organize, requestId, signUp } from '../../support/organizing';
import { plan, session } from '../../support/plans';
import { addActivities, addEnterprises, addMembers, FIRST_ADMIN, memberOf, startTown } from '../../support/town';

const FIRMS: Record<string, string> = { e1: '药谷第一制药', e2: '康宁生物' };
let cloud: RunningCloud;

/** Forty people: every other one of the second enterprise, every fourth in the second zone, ten in the second session. */
const CROWD = Array.from({ length: 40 }, (_, at) => ({
  openid: `crowd-${at}`,
  enterpriseId: at % 2 === 0 ? 'e1' : 'e2',
  name: at < 3 ? `欧阳${'甲乙丙'[at]}` : `赵${at}`,
  where: at < 30 ? { sessionId: 's1', zoneId: at % 4 === 0 ? 'b' : 'a' } : { sessionId: 's2' },
}));

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, FIRMS);
  const zones: [string, number][] = [
    ['a', 40],
    ['b', 40],
  ];
  await addActivities(
    cloud,
    plan({ id: 'fair', sessions: [session('s1', 80, zones), session('s2', 20)] }),
    plan({ id: 'queue', waitlist: true, sessions: [session('s1', 1)] }),
    plan({ id: 'other', sessions: [session('s1', 80)] }),
  );
  await addMembers(
    cloud,
    CROWD.map(({ openid, name, enterpriseId }) => memberOf(openid, { name, enterpriseId })),
  );
  for (const { openid, where } of CROWD) accepted(await signUp(cloud, openid, 'fair', where));
  for (const openid of ['crowd-0', 'crowd-1', 'crowd-2']) accepted(await signUp(cloud, openid, 'queue'));
  accepted(await signUp(cloud, 'crowd-0', 'other'));
});

// `stop` fails where any query of any operation went unserved by an index.
afterAll(() => cloud.stop());

type Filter = Omit<OrganizerContract['registrations']['input'], 'activityId' | 'state'>;

/** All pages of it, one after the other. */
async function listed(filter: Filter, state: 'confirmed' | 'waitlisted' = 'confirmed', activityId = 'fair') {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const from = cursor === undefined ? {} : { cursor };
    const page = accepted(await organize(cloud, 'registrations', { activityId, state, ...filter, ...from }));
    expect(page.items.length).toBeLessThanOrEqual(20);
    names.push(...page.items.map(({ name }) => name));
    cursor = page.next;
  } while (cursor !== undefined);
  return names;
}

const namesOf = (which: (one: (typeof CROWD)[number]) => boolean): string[] =>
  CROWD.filter(which).map(({ name }) => name);

test('of a session, a zone, an enterprise, and of all three: in the order in which they came, page by page', async () => {
  expect(await listed({})).toEqual(namesOf(() => true));
  expect(await listed({ sessionId: 's2' })).toEqual(namesOf(({ where }) => where.sessionId === 's2'));
  expect(await listed({ sessionId: 's1', zoneId: 'b' })).toEqual(namesOf(({ where }) => where.zoneId === 'b'));
  expect(await listed({ enterpriseId: 'e2' })).toEqual(namesOf(({ enterpriseId }) => enterpriseId === 'e2'));
  expect(await listed({ sessionId: 's1', zoneId: 'a', enterpriseId: 'e1' })).toEqual(
    namesOf(({ where, enterpriseId }) => where.zoneId === 'a' && enterpriseId === 'e1'),
  );
});

test('by part of the name, within what is looked at, and in this activity alone', async () => {
  expect(await listed({ name: '欧阳' })).toEqual(['欧阳甲', '欧阳乙', '欧阳丙']);
  expect(await listed({ name: '欧阳', enterpriseId: 'e1' })).toEqual(['欧阳甲', '欧阳丙']);
  expect(await listed({ name: '欧阳' }, 'waitlisted', 'queue')).toEqual(['欧阳乙', '欧阳丙']);
  expect(await listed({ name: '诸葛' })).toEqual([]);
});

test('a part of the queue is listed too, and only the whole of it says who stands where', async () => {
  expect(await listed({ sessionId: 's1' }, 'waitlisted', 'queue')).toEqual(['欧阳乙', '欧阳丙']);
  const whole = accepted(await organize(cloud, 'registrations', { activityId: 'queue', state: 'waitlisted' }));
  expect(whole.items.map(({ position }) => position)).toEqual([1, 2]);
});

test('nobody can ask who did not come, nor for a zone of no session', async () => {
  const caller = { openid: FIRST_ADMIN, requestId: requestId() };
  for (const input of [
    { activityId: 'fair', state: 'absent' },
    { activityId: 'fair', state: 'confirmed', zoneId: 'a' },
    { activityId: 'fair', state: 'confirmed', name: '，' },
  ]) {
    const { answer } = await cloud.call('organizer' as string, 'registrations', input, caller);
    expect(answer).toMatchObject({ ok: false, refusal: 'BAD_INPUT' });
  }
});
