import { randomBytes } from 'node:crypto';
import { activityFrom } from '../../../domain/activity/activity';
import { idFrom } from '../../../domain/id/base32';
import { POOL_PLACES, type PoolRecord } from '../../../domain/signup/pool';
import { newRegistration, type RegistrationRecord } from '../../../domain/signup/registration';
import type { RunningCloud } from '../../support/cloud';
import { DAY, NOON, plan, session, soloPool } from '../../support/plans';
import { requestIds } from '../../support/request-ids';
import { addMembers, advance, documents, insert, memberOf, runSweeps, startTown } from '../../support/town';

const requestId = requestIds(9);
const newId = () => idFrom(randomBytes(16));
const SIZES = ['biggest-1', 'biggest-2', 'biggest-3'];
const PEOPLE = Array.from({ length: POOL_PLACES }, (_, at) => memberOf(`load-${at}`));
let cloud: RunningCloud;

/** As full as a pool gets: every place claimed, as many given back, and all of it still to be looked at by the sweep. */
async function addBiggest(id: string): Promise<void> {
  const zoned = session('s1abcde', POOL_PLACES, [['abcdef', POOL_PLACES]]);
  const activity = activityFrom(plan({ id, sessions: [zoned] }));
  const pool: PoolRecord = soloPool(activity);
  const { terms } = pool;
  const what = { state: 'confirmed' as const, poolId: pool.of, activityId: id, terms, session: zoned, promiseV: 1 };
  const records: RegistrationRecord[] = [];
  for (let at = 0; at < POOL_PLACES; at++) {
    const memberId = PEOPLE[at]?._id ?? '';
    const counters = ['s1abcde', 's1abcde_abcdef'];
    const made = NOON - 60_000 + at;
    const claim = {
      registration: newId(),
      request: requestId(),
      digest: newId() + newId().slice(0, 8),
      counters,
      seats: 1,
      at: made,
    };
    pool.claims[memberId] = claim;
    // The last three never got their registration.
    if (at >= POOL_PLACES - 3) continue;
    records.push(newRegistration({ ...what, held: claim, memberId, enterpriseId: 'e1', answers: {} }));
  }
  for (let at = 0; at < POOL_PLACES; at++) {
    const requests = Array.from({ length: 5 }, () => ({ id: requestId(), registration: newId() }));
    pool.past[newId()] = { requests, at: NOON - 3 * DAY };
  }
  pool.used = { s1abcde: POOL_PLACES, s1abcde_abcdef: POOL_PLACES };
  await insert(cloud, 'activities', [activity]);
  await insert(cloud, 'pools', [{ ...pool, dueAt: NOON - 10_000 }]);
  await insert(cloud, 'registrations', records);
}

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addMembers(cloud, [memberOf('ann'), ...PEOPLE]);
  for (const id of SIZES) await addBiggest(id);
}, 180_000);

afterAll(() => cloud.stop());

test('a member’s view of the biggest pool is small, and one more is told that it is full', async () => {
  const input = { activityId: SIZES[0], sessionId: 's1abcde', zoneId: 'abcdef', answers: {} };
  const { answer } = await cloud.call('activity', 'signUp', input, { openid: 'ann', requestId: requestId() });
  expect(answer).toMatchObject({ refusal: 'FULL', detail: { capacity: POOL_PLACES } });
});

test('the sweep gets through several of the biggest pools that are due at once', async () => {
  for (let runs = 0; runs < 6; runs++) {
    await runSweeps(cloud);
    await advance(cloud, 21_000);
  }
  const pools = await documents<PoolRecord>(cloud, 'pools');
  for (const pool of pools) {
    expect({ of: pool._id, used: pool.used.s1abcde, claims: Object.keys(pool.claims).length }).toEqual({
      of: pool._id,
      used: POOL_PLACES - 3,
      claims: POOL_PLACES - 3,
    });
    expect(pool.past).toEqual({});
    expect(pool.dueAt).toBeUndefined();
  }
}, 180_000);
