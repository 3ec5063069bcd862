import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import {
  type ActivityPlan,
  activityFrom,
  emptyPools,
  placesIn,
  poolTerms,
  termsOf,
} from '../../../domain/activity/activity';
import { sharesOf } from '../../../domain/activity/shares';
import { idFrom } from '../../../domain/id/base32';
import { summed } from '../../../domain/signup/counters';
import {
  homeShard,
  leftInSession,
  POOL_PLACES,
  poolIdOf,
  SHARDS_MOST,
  shardId,
  shardsFor,
} from '../../../domain/signup/pool';
import { HOUR, NOON, plan, session } from '../../support/plans';
import { chance, holds, saySeed } from '../../support/seed';

const zones = fc
  .array(fc.nat(900), { maxLength: 4 })
  .map((caps) => caps.map((cap, at): [string, number] => [`z${at}`, cap]));
/** Places of a session as organizers set them: just those of its zones, some more, some fewer, or any number. */
const capacity = (zoned: readonly [string, number][]) => {
  const all = zoned.reduce((sum, [, cap]) => sum + cap, 0);
  return fc.oneof(fc.constant(all), fc.integer({ min: Math.max(0, all - 4), max: all + 4 }), fc.nat(4_000));
};
const sessions = fc
  .array(
    zones.chain((zoned) => fc.tuple(capacity(zoned), fc.constant(zoned))),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.map(([places, zoned], at) => session(`s${at}`, places, zoned)));
const quota = fc.record(
  { each: fc.nat(30), own: fc.dictionary(fc.constantFrom('x', 'y'), fc.nat(30)) },
  { requiredKeys: [] },
);
const plans = fc
  .record({ sessions, quota, onePlacePer: fc.constantFrom('activity' as const, 'session' as const) })
  .map((parts): ActivityPlan => plan(parts));

test('the terms say of the plan what people sign up to, and count every limit of it', () => {
  const zoned = session('s1', 9, [
    ['a', 3],
    ['b', 7],
  ]);
  const coolDown = { absences: 2, days: 60 };
  const questions = [{ id: 'why', label: '为什么', required: true, kind: 'text' as const, maxLength: 9 }];
  const what = plan({
    companions: 3,
    waitlist: true,
    takesAttendance: true,
    coolDown,
    questions,
    quota: { each: 4, own: { x: 0 } },
    sessions: [zoned, session('s2', 5)],
  });
  const { cancelUntil, opensAt, closesAt, venue, eligibility } = what;
  const { startsAt, endsAt } = zoned;
  expect(termsOf({ ...activityFrom(what, 6), promiseV: 3 })).toEqual({
    v: 6,
    promiseV: 3,
    title: '职工音乐节',
    brand: 'warm',
    format: 'show',
    venue,
    allocation: 'first-come',
    waitlist: true,
    onePlacePer: 'activity',
    companions: 3,
    coolDown,
    takesAttendance: true,
    sessions: [
      {
        id: 's1',
        name: '场次 s1',
        startsAt,
        endsAt,
        zones: [
          { id: 'a', name: 'a 区' },
          { id: 'b', name: 'b 区' },
        ],
      },
      { id: 's2', name: '场次 s2', startsAt, endsAt, zones: [] },
    ],
    questions,
    eligibility,
    opensAt,
    closesAt,
    cancelUntil,
    cancelled: false,
    caps: { s1: 9, s1_a: 3, s1_b: 7, s2: 5, 'e_*': 4, e_x: 0 },
  });
});

test('the terms of one session know nothing of the others, and an absent rule is no field', () => {
  const terms = termsOf(activityFrom(plan({ sessions: [session('s1', 9), session('s2', 5)] })), 's2');
  expect(terms.caps).toEqual({ s2: 5 });
  expect(terms.sessions.map(({ id }) => id)).toEqual(['s2']);
  expect(terms).not.toHaveProperty('coolDown');
});

const untaken = (shards: number) => Array.from({ length: shards }, () => ({}));

test('the shares of all shards make up every cap', () => {
  holds(
    fc.property(plans, fc.nat(4), (what, more) => {
      const terms = termsOf(activityFrom(what));
      const shards = shardsFor(placesIn(terms)) + more;
      const whole = summed(sharesOf(terms, untaken(shards)));
      return isDeepStrictEqual(whole, terms.caps);
    }),
    100,
  );
});

test('however a pool is split, all its places can be taken: no shard has places that no zone of it has', () => {
  holds(
    fc.property(plans, fc.nat(4), (what, more) => {
      const terms = termsOf(activityFrom(what));
      const shards = shardsFor(placesIn(terms)) + more;
      const shares = sharesOf(terms, untaken(shards));
      return terms.sessions.every((each) => {
        const left = (caps: Record<string, number>) => leftInSession({ caps, used: {} }, each);
        return shares.reduce((sum, caps) => sum + left(caps), 0) === left(terms.caps);
      });
    }),
    100,
  );
});

test('pools begin empty, one for the activity or one for each session, with as many shards as their places need', () => {
  holds(
    fc.property(plans, (what) => {
      const activity = activityFrom(what);
      const pools = emptyPools(activity);
      const expected =
        what.onePlacePer === 'activity' ? ['music-2026'] : what.sessions.map(({ id }) => `music-2026.${id}`);
      const wanted = (of: string) =>
        what.sessions
          .filter(({ id }) => what.onePlacePer === 'activity' || of === `music-2026.${id}`)
          .reduce((sum, { capacity }) => sum + capacity, 0);
      return (
        poolTerms(activity)
          .map(({ of }) => of)
          .join() === expected.join() &&
        expected.every((of) => {
          const shards = pools.filter((pool) => pool.of === of);
          const places = shards.reduce((sum, { terms }) => sum + placesIn(terms), 0);
          return (
            places === wanted(of) &&
            shards.length === Math.max(1, Math.ceil(places / 2_000)) &&
            shards.every(({ _id, shard }, at) => shard === at && _id === (at === 0 ? of : `${of}~${at}`))
          );
        })
      );
    }),
    100,
  );
});

test('an empty shard has nobody in it, and nothing to look at', () => {
  const [pool] = emptyPools(activityFrom(plan()));
  const { terms: _terms, ...rest } = pool ?? {};
  expect(rest).toEqual({
    _id: 'music-2026',
    v: 1,
    of: 'music-2026',
    activityId: 'music-2026',
    shard: 0,
    used: {},
    claims: {},
    past: {},
    held: {},
    enterprises: [],
    arrived: {},
    sweptTo: 0,
  });
});

test.each([
  [0, 1],
  [1, 1],
  [2_000, 1],
  [2_001, 2],
  [4_000, 2],
  [4_001, 3],
  [20_000, 10],
])('%d places take %d shards', (places, shards) => {
  expect(shardsFor(places)).toBe(shards);
  expect(emptyPools(activityFrom(plan({ sessions: [session('s1', places)] })))).toHaveLength(shards);
});

test('the largest activity fits into the shards that there may be, each with no more than a pool holds', () => {
  const pools = emptyPools(activityFrom(plan({ sessions: [session('s1', POOL_PLACES * SHARDS_MOST)] })));
  expect(pools.map(({ terms }) => terms.caps.s1)).toEqual(Array.from({ length: 10 }, () => 2_000));
});

test('a pool has the name of its activity, or of its session, and never another’s', () => {
  expect(poolIdOf('music', 's1', 'activity')).toBe('music');
  expect(poolIdOf('music', 's1', 'session')).toBe('music.s1');
  const names = ['music', 'music-2', 's1'].flatMap((activity) =>
    ['s1', 's2'].flatMap((id) =>
      [0, 1, 12].flatMap((shard) =>
        (['activity', 'session'] as const).map((per) => shardId(poolIdOf(activity, id, per), shard)),
      ),
    ),
  );
  expect(new Set(names).size).toBe(3 * 3 * 3);
});

test('members are looked for in the same shard every time, and spread evenly over all', () => {
  const random = chance(saySeed());
  const ids = Array.from({ length: 1_000 }, () => idFrom(Uint8Array.from({ length: 16 }, () => random() * 256)));
  const homes = ids.map((id) => homeShard(id, 5));
  expect(ids.map((id) => homeShard(id, 5))).toEqual(homes);
  for (const shard of [0, 1, 2, 3, 4]) {
    const here = homes.filter((home) => home === shard).length;
    // Six standard deviations of an even spread: 200 ± 76.
    expect(Math.abs(here - 200)).toBeLessThan(76);
  }
  expect(new Set(homes).size).toBe(5);
  expect(ids.every((id) => homeShard(id, 1) === 0)).toBe(true);
});

test('an activity lasts as long as its sessions, whichever is last', () => {
  const long = { ...session('s1', 1), endsAt: NOON + 40 * 24 * HOUR };
  expect(activityFrom(plan({ sessions: [long, session('s2', 1)] })).endsAt).toBe(long.endsAt);
});
