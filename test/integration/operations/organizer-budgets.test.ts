import { randomBytes } from 'node:crypto';
import { activityFrom } from '../../../domain/activity/activity';
import { idFrom } from '../../../domain/id/base32';
import { newRegistration, type RegistrationRecord } from '../../../domain/signup/registration';
import type { Meter, RunningCloud } from '../../support/cloud';
import { requestId } from '../../support/organizing';
import { DAY, HOUR, NOON, plan, session, soloPool } from '../../support/plans';
import { addEnterprises, addMembers, FIRST_ADMIN, insert, memberOf, startTown } from '../../support/town';

const newId = () => idFrom(randomBytes(16));

/** An activity by approval: so many are in, and as many have applied and wait for a word. */
async function addSignedUp(cloud: RunningCloud, id: string, each: number): Promise<string[]> {
  const activity = activityFrom(plan({ id, allocation: 'approval', sessions: [session('s1', 2_000)] }));
  const pool = soloPool(activity);
  const { terms } = pool;
  const [only] = terms.sessions;
  if (!only) throw new Error('an activity has a session');
  const records = Array.from({ length: 2 * each }, (_, at): RegistrationRecord => {
    const state = at % 2 === 0 ? ('applied' as const) : ('confirmed' as const);
    const memberId = newId();
    const base = { registration: newId(), request: requestId(), digest: newId(), counters: ['s1'], seats: 1 };
    const held = { ...base, at: NOON - DAY + at };
    if (state === 'confirmed') pool.claims[memberId] = held;
    const of = { poolId: pool.of, activityId: id, terms, session: only, promiseV: 1 };
    return newRegistration({ state, held, memberId, enterpriseId: 'e1', answers: {}, ...of });
  });
  pool.used.s1 = each;
  await insert(cloud, 'activities', [activity]);
  await insert(cloud, 'pools', [pool]);
  await insert(cloud, 'registrations', records);
  return records.filter(({ state }) => state === 'applied').map(({ _id }) => _id);
}

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addMembers(
    cloud,
    Array.from({ length: 300 }, (_, at) => memberOf(`many-${at}`, { name: `赵${at}` })),
  );
});

// `stop` fails where any query of any operation went unserved by an index.
afterAll(() => cloud.stop());

/** What each costs in database calls and documents read: the caller, and what the comment names. */
const BUDGETS: Record<string, [calls: number, read: number]> = {
  // log, activity, pools; intent; activity, pools, the pool's change; the log's entry, the activity's change; read again
  setCapacity: [12, 9],
  // the same, when some shard comes down first: once more activity, pools, the pool's change, and the step
  'setCapacity, fewer': [16, 13],
  // log, activity, the registration; pool, claim; the log's entry; registration, its change, message, settled; answer
  'decide, one': [12, 8],
  // activity, a page and one more, their members (who have left here) and enterprises; the look is noted
  registrations: [6, 23],
  log: [5, 4],
  findMembers: [4, 21],
  activities: [2, 1],
};

async function costs(activityId: string, applied: readonly string[]): Promise<Record<string, number[]>> {
  const found: Record<string, number[]> = {};
  const measured = async (name: string, input: object): Promise<void> => {
    const [op = ''] = name.split(',');
    const caller = { openid: FIRST_ADMIN, requestId: requestId() };
    const called = await cloud.call('organizer' as string, op, input, caller);
    const { answer, meter }: { answer: { ok: boolean }; meter: Meter } = called;
    expect({ name, answer, unindexed: meter.unindexed }).toMatchObject({ name, answer: { ok: true }, unindexed: 0 });
    found[name] = [meter.dbCalls, meter.docsRead];
  };
  const of = { activityId, sessionId: 's1' };
  await measured('setCapacity', { ...of, capacity: 2_000 });
  await measured('setCapacity, fewer', { ...of, capacity: 1_900 });
  const how = { decision: 'approve', fit: 'all' };
  await measured('decide, one', { activityId, registrationIds: applied.slice(0, 1), ...how });
  await measured('registrations', { activityId, state: 'applied' });
  await measured('log', { activityId });
  await measured('findMembers', { text: '赵' });
  await measured('activities', { state: 'published', cursor: `${NOON + 10 * DAY + HOUR}_` });
  return found;
}

test('with a hundred people in it, or two thousand, what organizers do to an activity costs what is documented', async () => {
  const few = await costs('few', await addSignedUp(cloud, 'few', 50));
  expect(few).toEqual(BUDGETS);
  const many = await costs('many', await addSignedUp(cloud, 'many', 1_000));
  expect({ ...many, activities: few.activities }).toEqual(few);
});
