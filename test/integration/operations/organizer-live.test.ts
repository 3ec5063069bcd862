import { activityFrom, emptyPools } from '../../../domain/activity/activity';
import { newRegistration, type RegistrationRecord } from '../../../domain/signup/registration';
import type { LiveActivity, LiveSession } from '../../../types/contract';
import { audit } from '../../support/auditor';
import type { LooseAnswer, RunningCloud } from '../../support/cloud';
import { addVolunteer, atGate, codeOf, gatePlan, signedUp, tonight } from '../../support/gate';
import { accepted, organize, registrationsIn, requestId, signUp } from '../../support/organizing';
import { DAY, HOUR, NOON, plan, session } from '../../support/plans';
import {
  addActivities,
  addEnterprises,
  addMembers,
  FIRST_ADMIN,
  insert,
  memberOf,
  runSweeps,
  setClock,
  startTown,
} from '../../support/town';

const FIRMS: Record<string, string> = { e1: '药谷第一制药', e2: '康宁生物', e3: '瑞达器械' };
const CROWD = Array.from({ length: 24 }, (_, at) => `crowd-${at}`);
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, FIRMS);
  const field: [string, number][] = [
    ['a', 2_000],
    ['b', 1_000],
  ];
  await addActivities(
    cloud,
    gatePlan({ id: 'field', sessions: [tonight('s1', 3_000, field), session('s2', 20)] }),
    gatePlan({ id: 'series', sessions: [tonight(), session('s2', 9)], onePlacePer: 'session' }),
    plan({ id: 'film', waitlist: true, sessions: [session('s1', 2)] }),
    plan({ id: 'class', allocation: 'approval', sessions: [session('s1', 2)] }),
    plan({ id: 'late', sessions: [session('s1', 2)] }),
  );
  await insert(cloud, 'activities', [activityFrom(plan({ id: 'draft' }), 1, 'draft')]);
  await addMembers(
    cloud,
    CROWD.map((openid, at) => memberOf(openid, { enterpriseId: `e${(at % 3) + 1}` })),
  );
  await addVolunteer(cloud, 'vol', 'field', 'series');
});

beforeEach(() => setClock(cloud, NOON));
// `stop` fails where any query of any operation went unserved by an index.
afterAll(() => cloud.stop());

async function asked(activityId: string): Promise<{ live: LiveActivity; calls: number; read: number }> {
  const caller = { openid: FIRST_ADMIN, requestId: requestId() };
  const { answer, meter } = await cloud.call('organizer', 'live', { activityId }, caller);
  expect(meter.unindexed).toBe(0);
  return { live: accepted(answer), calls: meter.dbCalls, read: meter.docsRead };
}

const live = async (activityId: string): Promise<LiveActivity> => (await asked(activityId)).live;

/** Counted anew, from who registered alone. */
async function countedIn(activityId: string) {
  const records = (await registrationsIn(cloud, activityId)).filter((record) => !record.void);
  const seats = (some: RegistrationRecord[]): number => some.reduce((sum, each) => sum + each.seats, 0);
  const PLACED = ['offered', 'confirmed', 'attended', 'absent'];
  const both = (some: RegistrationRecord[]) => ({
    used: seats(some.filter(({ state }) => PLACED.includes(state))),
    arrived: seats(some.filter(({ state }) => state === 'attended')),
  });
  const are = (...states: string[]): number => records.filter(({ state }) => states.includes(state)).length;
  return {
    applied: are('applied'),
    confirmed: are('confirmed', 'attended', 'absent'),
    waitlisted: are('waitlisted'),
    offered: are('offered'),
    arrived: both(records).arrived,
    of: (sessionId: string) => {
      const here = records.filter((each) => each.sessionId === sessionId);
      const minutes: Record<number, number> = {};
      for (const { attendance, seats: some, state } of here) {
        const at = attendance && attendance.at - (attendance.at % 60_000);
        // Whose check-in was undone still says when it was.
        if (at !== undefined && state === 'attended') minutes[at] = (minutes[at] ?? 0) + some;
      }
      return {
        ...both(here),
        zones: ['a', 'b'].map((zone) => ({ id: zone, ...both(here.filter(({ zoneId }) => zoneId === zone)) })),
        enterprises: Object.entries(FIRMS)
          .map(([id, name]) => ({ id, name, ...both(here.filter(({ enterpriseId }) => enterpriseId === id)) }))
          .filter(({ used }) => used > 0),
        minutes: Object.entries(minutes).map(([at, arrived]) => ({ at: Number(at), arrived })),
      };
    },
  };
}

const byId = <T extends { id: string }>(items: readonly T[]): T[] => [...items].sort((a, b) => (a.id < b.id ? -1 : 1));

async function agrees(activityId: string): Promise<LiveActivity> {
  const { live: shown, calls } = await asked(activityId);
  expect(calls).toBe(2);
  const { of, ...totals } = await countedIn(activityId);
  expect(shown).toMatchObject(totals);
  for (const each of shown.sessions) {
    const { zones, enterprises, minutes, used, arrived } = of(each.id);
    expect({ used: each.used, arrived: each.arrived }).toEqual({ used, arrived });
    expect(each.minutes).toEqual(minutes);
    expect(byId(each.enterprises)).toEqual(byId(enterprises));
    for (const zone of each.zones) expect(zone).toMatchObject(zones.find(({ id }) => id === zone.id) ?? {});
  }
  return shown;
}

const scan = async (activityId: string, registrationId: string, at = NOON): Promise<void> => {
  const code = codeOf(registrationId, at);
  accepted((await atGate(cloud, 'scan', { activityId, sessionId: 's1', code, gate: '东门' }, 'vol')).answer);
};

const first = (shown: LiveActivity): LiveSession => {
  const [session] = shown.sessions;
  if (!session) throw new Error('no session');
  return session;
};

test('what is shown is what the registrations say, of every shard, by zone, enterprise and minute', async () => {
  const held = await Promise.all(
    CROWD.slice(0, 15).map((openid, at) =>
      signedUp(cloud, openid, { activityId: 'field', zoneId: at % 4 === 0 ? 'b' : 'a', companions: at % 3 }),
    ),
  );
  await signedUp(cloud, 'crowd-15', { activityId: 'field', sessionId: 's2' });
  expect(first(await agrees('field')).capacity).toBe(3_000);
  await Promise.all(held.slice(0, 5).map((each) => scan('field', each)));
  await setClock(cloud, NOON + 3 * 60_000);
  for (const each of held.slice(5, 8)) await scan('field', each, NOON + 3 * 60_000);
  const [wrong = '', , gone = ''] = held;
  accepted((await atGate(cloud, 'undo', { registrationId: wrong, reason: '扫错了人' }, 'vol')).answer);
  expect(gone).not.toBe('');
  const last = { openid: 'crowd-14', requestId: requestId() };
  accepted((await cloud.call('activity', 'cancel', { registrationId: held[14] ?? '' }, last)).answer as LooseAnswer);
  const shown = await agrees('field');
  expect(first(shown).minutes).toHaveLength(2);
  expect(first(shown).enterprises.map(({ used }) => used)).toEqual(
    first(shown)
      .enterprises.map(({ used }) => used)
      .sort((a, b) => b - a),
  );
  expect(await audit(cloud)).toEqual([]);
});

test('where each session has places of its own, each is shown with its own', async () => {
  await signedUp(cloud, 'crowd-0', { activityId: 'series', companions: 1 });
  await signedUp(cloud, 'crowd-0', { activityId: 'series', sessionId: 's2' });
  const shown = await agrees('series');
  expect(shown.sessions.map(({ id, used }) => [id, used])).toEqual([
    ['s1', 2],
    ['s2', 1],
  ]);
});

test('who waits, who was offered a place and who applied is counted apart from who has one', async () => {
  const ids: string[] = [];
  for (const openid of CROWD.slice(0, 5))
    ids.push((accepted(await signUp(cloud, openid, 'film')) as { id: string }).id);
  expect(await agrees('film')).toMatchObject({ confirmed: 2, waitlisted: 3, offered: 0 });
  const caller = { openid: 'crowd-0', requestId: requestId() };
  accepted((await cloud.call('activity', 'cancel', { registrationId: ids[0] ?? '' }, caller)).answer as LooseAnswer);
  await runSweeps(cloud);
  expect(await agrees('film')).toMatchObject({ confirmed: 1, waitlisted: 2, offered: 1 });
  for (const openid of CROWD.slice(0, 4)) accepted(await signUp(cloud, openid, 'class'));
  const [record] = await registrationsIn(cloud, 'class');
  const decision = { registrationIds: [record?._id ?? ''], decision: 'approve' as const, fit: 'all' as const };
  accepted(await organize(cloud, 'decide', { activityId: 'class', ...decision }));
  expect(await agrees('class')).toMatchObject({ applied: 3, confirmed: 1, waitlisted: 0 });
});

test('it says whether one can sign up, and what is a draft has no numbers', async () => {
  const { opensAt, closesAt } = plan();
  expect(await live('film')).toMatchObject({ state: 'published', signUp: 'open', opensAt, closesAt });
  await setClock(cloud, closesAt);
  expect(await live('film')).toMatchObject({ signUp: 'closed' });
  expect(await live('draft')).toMatchObject({ state: 'draft', sessions: [], confirmed: 0 });
  expect(await organize(cloud, 'live', { activityId: 'nowhere' })).toMatchObject({ refusal: 'NOT_FOUND' });
});

test('with two shards full of people it costs what it costs with nobody there', async () => {
  const { calls, read } = await asked('late');
  // The first admin is nobody that the store knows, so what is read is the pool.
  expect({ calls, read }).toEqual({ calls: 2, read: 1 });
  const activity = activityFrom(plan({ id: 'huge', sessions: [session('s1', 3_800)] }));
  const pools = emptyPools(activity);
  const records: RegistrationRecord[] = [];
  for (const pool of pools) {
    const { terms } = pool;
    const [only] = terms.sessions;
    if (!only) throw new Error('an activity has a session');
    for (let at = 0; at < 1_900; at++) {
      const memberId = `m${pool.shard}x${at}`;
      const base = { registration: `r${memberId}`, request: requestId(), digest: 'd', counters: ['s1'], seats: 1 };
      const held = { ...base, at: NOON - DAY };
      pool.claims[memberId] = { ...held, enterpriseId: 'e1', ...(at < 900 && { came: NOON, proof: 1 }) };
      const of = { poolId: pool.of, activityId: 'huge', terms, session: only, promiseV: 1, memberId };
      records.push(newRegistration({ state: 'confirmed', held, enterpriseId: 'e1', answers: {}, ...of }));
    }
    pool.used = { s1: 1_900 };
    pool.held = { s1_e_e1: 1_900 };
    pool.enterprises = ['e1'];
    pool.arrived = { s1: 900, s1_e_e1: 900 };
  }
  await insert(cloud, 'activities', [activity]);
  await insert(cloud, 'pools', pools);
  await insert(cloud, 'registrations', records);
  const huge = await asked('huge');
  expect(huge.live).toMatchObject({ confirmed: 3_800, arrived: 1_800 });
  // One more shard, and the name of the enterprise.
  expect({ calls: huge.calls, read: huge.read }).toEqual({ calls: 2, read: 3 });
});

describe('a longer time to sign up', () => {
  const longer = (closesAt: number, activityId = 'late') => organize(cloud, 'extendSignUp', { activityId, closesAt });
  const { closesAt } = plan();

  test('it opens again where it had closed, and stands in the log', async () => {
    await setClock(cloud, closesAt + HOUR);
    expect(await signUp(cloud, 'crowd-1', 'late')).toMatchObject({ refusal: 'CLOSED' });
    const until = closesAt + 2 * HOUR;
    expect(await longer(until)).toEqual({ ok: true, value: { activityId: 'late', closesAt: until } });
    accepted(await signUp(cloud, 'crowd-1', 'late'));
    expect(await live('late')).toMatchObject({ signUp: 'open', closesAt: until });
    const { items } = accepted(await organize(cloud, 'log', { activityId: 'late' }));
    expect(items.map(({ what }) => what)).toEqual(['extended']);
  });

  test('it is never made shorter, nor does it outlast the activity', async () => {
    await setClock(cloud, closesAt + HOUR);
    expect(await longer(closesAt - HOUR)).toMatchObject({ refusal: 'PLAN_UNFIT' });
    const { endsAt } = session('s1', 2);
    expect(await longer(endsAt + 1)).toMatchObject({ refusal: 'PLAN_UNFIT' });
    expect(await longer(closesAt + HOUR, 'draft')).toMatchObject({ refusal: 'NOT_CHANGEABLE' });
    await setClock(cloud, endsAt);
    expect(await longer(endsAt + HOUR)).toMatchObject({ refusal: 'NOT_CHANGEABLE' });
  });
});
