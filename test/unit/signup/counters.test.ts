import fc from 'fast-check';
import { blocking, capOf, countersFor, leftBy, shareOf, summed } from '../../../domain/signup/counters';
import { holds } from '../../support/seed';

const COUNTERS = ['s1', 's1_a', 's2', 'e_x', 'e_y', 'e_*'];
const counts = fc.dictionary(fc.constantFrom(...COUNTERS), fc.nat(6));
const some = fc.subarray(['s1', 's1_a', 's2', 's9', 'e_x', 'e_y', 'e_z']);
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

test('an enterprise without a quota of its own has everybody’s; without any it is not limited', () => {
  const caps = { s1: 5, e_x: 2, 'e_*': 9 };
  expect(['s1', 'e_x', 'e_y', 's2'].map((counter) => capOf(caps, counter))).toEqual([5, 2, 9, undefined]);
  expect(capOf({ s1: 5, e_x: 2 }, 'e_y')).toBeUndefined();
  expect(capOf({ e_x: 0, 'e_*': 9 }, 'e_x')).toBe(0);
});

test('one more goes up in the session, in the zone, and in the enterprise where that is limited', () => {
  const place = { sessionId: 's1', zoneId: 'a', enterpriseId: 'x' };
  expect(countersFor({ e_x: 0 }, place)).toEqual(['s1', 's1_a', 'e_x']);
  expect(countersFor({ 'e_*': 3 }, place)).toEqual(['s1', 's1_a', 'e_x']);
  expect(countersFor({ e_y: 3 }, place)).toEqual(['s1', 's1_a']);
  expect(countersFor({ 'e_*': 3 }, { sessionId: 's1' })).toEqual(['s1']);
});

test('what is left is what the cap has beyond what is taken, never less than none', () => {
  holds(
    fc.property(counts, counts, fc.constantFrom('s1', 's9', 'e_x', 'e_z'), (caps, used, counter) => {
      const taken = used[counter] ?? 0;
      const each = counter.startsWith('e_') ? (caps['e_*'] ?? Number.POSITIVE_INFINITY) : 0;
      const cap = caps[counter] ?? each;
      return leftBy(caps, used, counter) === (cap > taken ? cap - taken : 0);
    }),
  );
});

test('what blocks is exactly what goes over its cap when so many seats are taken', () => {
  holds(
    fc.property(counts, counts, some, fc.integer({ min: 1, max: 6 }), (caps, used, counters, seats) => {
      const over = counters.filter((counter) => {
        const limit = caps[counter] ?? (counter.startsWith('e_') ? (caps['e_*'] ?? 999) : 0);
        return (used[counter] ?? 0) + seats > limit;
      });
      return blocking(caps, used, counters, seats).join() === over.join();
    }),
  );
});

test('the shares of a cap make up the whole, and differ by one at most', () => {
  holds(
    fc.property(fc.nat(20_001), fc.integer({ min: 1, max: 11 }), (cap, shards) => {
      const shares = Array.from({ length: shards }, (_, shard) => shareOf(cap, shard, shards));
      return sum(shares) === cap && Math.max(...shares) - Math.min(...shares) <= 1;
    }),
  );
});

test('more places take no shard a place away', () => {
  holds(
    fc.property(fc.nat(5_000), fc.integer({ min: 1, max: 11 }), (cap, shards) =>
      Array.from({ length: shards }, (_, at) => at).every(
        (at) => shareOf(cap + 1, at, shards) >= shareOf(cap, at, shards),
      ),
    ),
  );
});

test('counters of several shards add up, one by one', () => {
  holds(
    fc.property(fc.array(counts, { maxLength: 4 }), (parts) => {
      const total = summed(parts);
      return COUNTERS.every((counter) => (total[counter] ?? 0) === sum(parts.map((part) => part[counter] ?? 0)));
    }),
  );
});
