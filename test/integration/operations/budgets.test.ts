import { randomBytes } from 'node:crypto';
import { activityFrom } from '../../../domain/activity/activity';
import { idFrom } from '../../../domain/id/base32';
import type { PoolRecord } from '../../../domain/signup/pool';
import { newRegistration, type RegistrationRecord } from '../../../domain/signup/registration';
import { PRIVACY_NOTICE } from '../../../types/vocabulary';
import type { LooseAnswer, Meter, RunningCloud } from '../../support/cloud';
import { DAY, NOON, plan, session, soloPool } from '../../support/plans';
import { requestIds } from '../../support/request-ids';
import {
  addActivities,
  addEnterprises,
  addMembers,
  FIRST_ADMIN,
  insert,
  memberOf,
  startTown,
} from '../../support/town';

const requestId = requestIds(8);
const newId = () => idFrom(randomBytes(16));

/** An activity of 1,000 places, so many of them taken, as the store holds it after as many sign-ups. */
async function addTaken(cloud: RunningCloud, id: string, taken: number): Promise<void> {
  const activity = activityFrom(plan({ id, sessions: [session('s1', 1_000)] }));
  const pool: PoolRecord = soloPool(activity);
  const { terms } = pool;
  const [only] = terms.sessions;
  if (!only) throw new Error('an activity has a session');
  const made = { state: 'confirmed' as const, poolId: pool.of, activityId: id, terms, session: only, promiseV: 1 };
  const records: RegistrationRecord[] = [];
  for (let at = 0; at < taken; at++) {
    const memberId = newId();
    const claim = {
      registration: newId(),
      request: requestId(),
      digest: newId(),
      counters: ['s1'],
      seats: 1,
      at: NOON - DAY,
    };
    pool.claims[memberId] = claim;
    records.push(newRegistration({ ...made, held: claim, memberId, enterpriseId: 'e1', answers: {} }));
  }
  pool.used.s1 = taken;
  await insert(cloud, 'activities', [activity]);
  await insert(cloud, 'pools', [pool]);
  await insert(cloud, 'registrations', records);
}

/** The call's database calls and documents read. */
interface Cost {
  calls: number;
  read: number;
}

/** What each costs: the caller first (nobody's where the account is unknown), then what the comment names. */
const BUDGETS: Record<string, Cost> = {
  // pool, claim, registration
  'sign-up': { calls: 4, read: 3 },
  // pool, the registration that is there already, which is then read
  'sign-up again': { calls: 4, read: 3 },
  // pool
  full: { calls: 2, read: 2 },
  // registration, its change, the pool's change, the registration no longer due
  cancel: { calls: 5, read: 5 },
  'sign-up anew': { calls: 4, read: 3 },
  // activity, pool, registration
  get: { calls: 4, read: 4 },
  'get by a visitor': { calls: 3, read: 2 },
  // a page and one more, the pools of the page
  list: { calls: 3, read: 42 },
  // registrations, their activities
  mine: { calls: 3, read: 3 },
  // registration, activity
  registration: { calls: 3, read: 3 },
  // member, enterprise
  me: { calls: 3, read: 3 },
  // a page and one more
  enterprises: { calls: 2, read: 22 },
  // a page and one more, the enterprise; the look is noted
  pendingMembers: { calls: 4, read: 22 },
};

async function costs(cloud: RunningCloud, store: string): Promise<Record<string, Cost>> {
  const found: Record<string, Cost> = {};
  const measured = async (name: string, fn: string, op: string, input: object, openid: string, id = requestId()) => {
    const { answer, meter }: { answer: LooseAnswer; meter: Meter } = await cloud.call(fn, op, input, {
      openid,
      requestId: id,
    });
    expect({ name, unindexed: meter.unindexed }).toEqual({ name, unindexed: 0 });
    found[name] = { calls: meter.dbCalls, read: meter.docsRead };
    return answer;
  };
  const person = `person-${store}`;
  const input = { activityId: `open-${store}`, sessionId: 's1', answers: {} };
  const id = requestId();
  const placed = await measured('sign-up', 'activity', 'signUp', input, person, id);
  if (!placed.ok) throw new Error(JSON.stringify(placed));
  const { id: registrationId } = placed.value as { id: string };
  await measured('sign-up again', 'activity', 'signUp', input, person, id);
  expect(await measured('full', 'activity', 'signUp', { ...input, activityId: `full-${store}` }, person)).toMatchObject(
    { refusal: 'FULL' },
  );
  await measured('get', 'activity', 'get', { activityId: input.activityId }, person);
  await measured('get by a visitor', 'activity', 'get', { activityId: input.activityId }, 'stranger');
  await measured('mine', 'activity', 'mine', { when: 'upcoming' }, person);
  await measured('registration', 'activity', 'registration', { registrationId }, person);
  await measured('cancel', 'activity', 'cancel', { registrationId }, person);
  await measured('sign-up anew', 'activity', 'signUp', input, person);
  await measured('list', 'activity', 'list', {}, person);
  await measured('me', 'member', 'me', {}, person);
  await measured('enterprises', 'member', 'enterprises', {}, person);
  await measured('pendingMembers', 'organizer', 'pendingMembers', {}, FIRST_ADMIN);
  return found;
}

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`e${at}`, `第${at}厂`])));
  await addMembers(cloud, [memberOf('person-small'), memberOf('person-large')]);
  await addMembers(
    cloud,
    Array.from({ length: 150 }, (_, at) => memberOf(`waits-${at}`, { status: at % 2 ? 'active' : 'pending' })),
  );
  await addActivities(cloud, plan({ id: 'full-small', sessions: [session('s1', 0)] }));
  await addActivities(cloud, plan({ id: 'full-large', sessions: [session('s1', 0)] }));
  await addActivities(cloud, ...Array.from({ length: 30 }, (_, at) => plan({ id: `more-${at}` })));
  await addTaken(cloud, 'open-small', 100);
});

// `stop` fails where any query of any operation went unserved by an index.
afterAll(() => cloud.stop());

let small: Record<string, Cost>;

test('with 100 registrations in the store every operation costs exactly what is documented', async () => {
  small = await costs(cloud, 'small');
  expect(small).toEqual(BUDGETS);
});

test('with 20,000 registrations in the store every operation costs what it cost with 100', async () => {
  await addTaken(cloud, 'open-large', 999);
  for (let at = 0; at < 20; at++) await addTaken(cloud, `taken-${at}`, 945);
  expect(await costs(cloud, 'large')).toEqual(small);
}, 180_000);

test('joining asks for no more where the store is large', async () => {
  const input = {
    name: '张三',
    phoneCode: 'phone-13700000001',
    enterpriseId: 'e1',
    employment: 'employee',
    consent: { notice: PRIVACY_NOTICE },
  };
  const { answer, meter } = await cloud.call('member', 'join', input, { openid: 'joiner', requestId: requestId() });
  expect(answer).toMatchObject({ ok: true });
  expect(meter).toMatchObject({ dbCalls: 8, unindexed: 0 });
});
