import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { activityFrom, emptyPools, placesIn, termsOf } from '../../../domain/activity/activity';
import { fewer, lowered, sharesOf } from '../../../domain/activity/shares';
import { summed, type Used } from '../../../domain/signup/counters';
import { POOL_PLACES, shardsFor } from '../../../domain/signup/pool';
import { plan, session } from '../../support/plans';
import { holds } from '../../support/seed';

const terms = (...sessions: ReturnType<typeof session>[]) => termsOf(activityFrom(plan({ sessions })));

test('places that nobody has taken are shared out evenly, the first shards taking what is over', () => {
  const shares = sharesOf(terms(session('s1', 4_001)), [{}, {}, {}]);
  expect(shares.map(({ s1 }) => s1)).toEqual([1_334, 1_334, 1_333]);
});

test('each shard keeps what it has given out, and the others share the rest', () => {
  const shares = sharesOf(terms(session('s1', 2_500)), [{ s1: 2_000 }, {}]);
  expect(shares).toEqual([{ s1: 2_000 }, { s1: 500 }]);
});

test('a session that comes later goes where there is room: no shard holds more than a pool does', () => {
  const shares = sharesOf(terms(session('s1', 2_500), session('s2', 1_500)), [{ s1: 2_000 }, {}]);
  expect(shares).toEqual([
    { s1: 2_000, s2: 0 },
    { s1: 500, s2: 1_500 },
  ]);
});

test('where zones make up their session, every shard has as much of the zones as of the session', () => {
  const zoned = session('s1', 5_000, [
    ['a', 1_250],
    ['b', 1_250],
    ['c', 1_250],
    ['d', 1_250],
  ]);
  for (const { s1, ...zones } of sharesOf(terms(zoned), [{}, {}, {}])) {
    expect(Object.values(zones).reduce((sum, part) => sum + part, 0)).toBe(s1);
  }
});

test('an enterprise that has taken more in one shard than an even part has its own parts there', () => {
  const quota = termsOf(activityFrom(plan({ quota: { each: 6 }, sessions: [session('s1', 30)] })));
  const shares = sharesOf(quota, [{ s1: 5, e_e7: 1, e_e8: 2 }, { s1: 3, e_e7: 3 }, {}]);
  expect(shares.map((caps) => caps['e_*'])).toEqual([2, 2, 2]);
  expect(shares.map((caps) => caps.e_e7)).toEqual([2, 3, 1]);
  expect(shares.every((caps) => caps.e_e8 === undefined)).toBe(true);
});

test('a shard is brought down only where it would have fewer, and up nowhere', () => {
  expect(lowered({ s1: 10, s2: 4 }, { s1: 6, s2: 9, s3: 5 })).toEqual({ s1: 6, s2: 4 });
  expect(fewer({ s1: 10, s2: 4 }, { s1: 6, s2: 9 })).toEqual(['s1']);
  expect(lowered({ s1: 10, 'e_*': 5 }, { s1: 10, 'e_*': 3, e_e1: 4 })).toEqual({ s1: 10, 'e_*': 3, e_e1: 4 });
});

const part = fc.nat({ max: 40 });

test('whatever was given out where, the parts make up the whole, keep it, and fit in their shards', () => {
  const shards = fc.array(fc.record({ a: part, b: part, s2: part }), { minLength: 1, maxLength: 6 });
  const extra = fc.record({ a: part, b: part, s2: part });
  holds(
    fc.property(shards, extra, (taken, more) => {
      const used = taken.map(({ a, b, s2 }): Used => ({ s1: a + b, s1_a: a, s1_b: b, s2 }));
      const whole = summed([...used, { s1: more.a + more.b, s1_a: more.a, s1_b: more.b, s2: more.s2 }]);
      const caps = { s1: whole.s1 ?? 0, s1_a: whole.s1_a ?? 0, s1_b: whole.s1_b ?? 0, s2: whole.s2 ?? 0 };
      const { sessions } = terms(
        session('s1', 1, [
          ['a', 1],
          ['b', 1],
        ]),
        session('s2', 1),
      );
      const shares = sharesOf({ sessions, caps }, used);
      const kept = shares.every((share, at) => fewer(used[at] ?? {}, share).length === 0);
      const reachable = shares.every(({ s1 = 0, s1_a = 0, s1_b = 0 }) => s1_a + s1_b === s1);
      return kept && reachable && isDeepStrictEqual(summed(shares), caps);
    }),
  );
});

test('the pools of a large activity that nobody has signed up to hold what a pool may, and all of it together', () => {
  holds(
    fc.property(fc.nat({ max: 8_000 }), fc.nat({ max: 8_000 }), (first, second) => {
      const activity = activityFrom(plan({ sessions: [session('s1', first), session('s2', second)] }));
      const pools = emptyPools(activity);
      const whole = summed(pools.map((pool) => pool.terms.caps));
      const sizes = pools.map((pool) => placesIn(pool.terms));
      const right = whole.s1 === first && whole.s2 === second && sizes.every((size) => size <= POOL_PLACES);
      return right && pools.length === shardsFor(first + second);
    }),
  );
});
