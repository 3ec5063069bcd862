import { randomBytes } from 'node:crypto';
import { EJSON } from 'bson';
import { activityFrom } from '../../../domain/activity/activity';
import { idFrom } from '../../../domain/id/base32';
import { leftInSession, leftOf, POOL_PLACES } from '../../../domain/signup/pool';
import { NOON, plan, session, soloPool } from '../../support/plans';
import { requestIds } from '../../support/request-ids';

const newId = () => idFrom(randomBytes(16));

test('a pool that is as full as it gets, with as many places given back, is one answer of the cloud: under 1 MB', () => {
  const requestId = requestIds();
  const zoned = session('sabcdef', POOL_PLACES, [['abcdef', POOL_PLACES]]);
  const pool = soloPool(activityFrom(plan({ sessions: [zoned], description: ['长'.repeat(2_000)] })));
  for (let at = 0; at < POOL_PLACES; at++) {
    const counters = ['sabcdef', 'sabcdef_abcdef'];
    const digest = newId() + newId().slice(0, 8);
    pool.claims[newId()] = { registration: newId(), request: requestId(), digest, counters, seats: 1, at: NOON + at };
    pool.past[newId()] = { requests: [{ id: requestId(), registration: newId() }], at: NOON + at };
  }
  pool.used = { sabcdef: POOL_PLACES, sabcdef_abcdef: POOL_PLACES };
  const bytes = Buffer.byteLength(EJSON.stringify(pool, { relaxed: false }));
  expect(POOL_PLACES).toBe(2_000);
  expect(bytes).toBeLessThan(1024 * 1024);
});

test('what is left is never negative, and an unused counter has everything left', () => {
  const stock = { caps: { s1: 5 }, used: { s1: 7 } };
  expect(leftOf(stock, 's1')).toBe(0);
  expect(leftOf({ ...stock, used: {} }, 's1')).toBe(5);
  expect(leftOf(stock, 's9')).toBe(0);
});

test('a session takes no more than its zones together, and no more than itself', () => {
  const zoned = session('s1', 10, [
    ['a', 3],
    ['b', 4],
  ]);
  const { caps } = soloPool(activityFrom(plan({ sessions: [zoned, session('s2', 4)] }))).terms;
  const left = (used: Record<string, number>) => leftInSession({ caps, used }, zoned);
  expect(left({})).toBe(7);
  expect(left({ s1: 9, s1_a: 3, s1_b: 0 })).toBe(1);
  expect(left({ s1: 7, s1_a: 3, s1_b: 4 })).toBe(0);
  expect(leftInSession({ caps, used: { s2: 1 } }, session('s2', 4))).toBe(3);
});
