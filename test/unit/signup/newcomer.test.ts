import { keptOf, queueOfAdded, roomForNewcomers, tooFew } from '../../../domain/signup/newcomer';
import { session } from '../../support/plans';

const caps = { s1: 10, s1_a: 4, s1_b: 9, s2: 10, e_x: 3, 'e_*': 5 };
const on = (...counters: string[]) => ({
  queue: { page: 1, on: Object.fromEntries(counters.map((each) => [each, true as const])) },
});

test('nobody waits: all that is left is for newcomers', () => {
  const shard = { terms: { caps }, used: { s1: 9, s1_a: 1 } };
  expect(roomForNewcomers(shard, ['s1', 's1_a'])).toBe(1);
  expect(tooFew(shard, ['s1', 's1_a'], 1)).toEqual([]);
  expect(tooFew(shard, ['s1', 's1_a'], 2)).toEqual(['s1']);
});

test('where somebody waits for a counter a newcomer to it finds no room, though it says nothing is too few', () => {
  const shard = { terms: { caps }, used: { s1: 9 }, ...on('s1') };
  expect(roomForNewcomers(shard, ['s1', 's1_a'])).toBe(0);
  expect(tooFew(shard, ['s1', 's1_a'], 1)).toEqual([]);
});

test('the last place of a session is kept for who waits for a quota or a zone that has room by now', () => {
  const used = { s1: 9, e_x: 2, s1_b: 8 };
  for (const waits of ['e_x', 's1_b']) {
    const shard = { terms: { caps }, used, ...on(waits) };
    expect(keptOf(shard, 's1')).toBe(1);
    expect(roomForNewcomers(shard, ['s1', 's1_a', 'e_y'])).toBe(0);
    expect(tooFew(shard, ['s1', 's1_a', 'e_y'], 1)).toEqual(['s1']);
  }
});

test('as many are kept as those who wait could take, and what is beyond is for newcomers', () => {
  const shard = { terms: { caps }, used: { s1: 5, e_x: 1 }, ...on('e_x') };
  expect(keptOf(shard, 's1')).toBe(2);
  expect(roomForNewcomers(shard, ['s1', 's1_b'])).toBe(3);
});

test('a full counter that somebody waits for keeps nothing', () => {
  expect(keptOf({ terms: { caps }, used: { e_x: 3 }, ...on('e_x') }, 's1')).toBe(0);
});

test.each([
  ['another session', 's1', 's2', false],
  ['a zone of another session', 's1_a', 's2', false],
  ['a session whose id begins alike', 's1', 's10', false],
  ['a zone of a session whose id begins alike', 's10_a', 's1', false],
  ['the next zone', 's1_a', 's1_b', false],
  ['its own session', 's1_a', 's1', true],
  ['a zone of its own', 's1', 's1_a', true],
  ['another enterprise', 'e_x', 'e_y', false],
  ['an enterprise', 's1_a', 'e_x', true],
  ['a zone, for an enterprise', 'e_x', 's1_a', true],
])('who waits for a counter may need %s with it, or not', (_what, waits, counter, together) => {
  const shard = { terms: { caps: { ...caps, s10: 7, s10_a: 7 } }, used: {}, ...on(waits) };
  expect(keptOf(shard, counter) > 0).toBe(together);
});

test('who waits for two keeps what both have', () => {
  expect(keptOf({ terms: { caps }, used: {}, ...on('s1_a', 'e_x', 's2') }, 's1')).toBe(4 + 3);
});

test('all of a shard that is added is waited for, as long as somebody may wait: they come first', () => {
  const terms = { sessions: [session('s1', 1), session('s2', 1)] };
  const queue = { page: 3, on: { s1_a: true as const } };
  expect(queueOfAdded(terms, [{}, { queue }, { queue: { page: 4, on: {} } }])).toEqual({
    page: 4,
    on: { s1: true, s2: true },
  });
  expect(queueOfAdded(terms, [{}, {}])).toBeUndefined();
});
