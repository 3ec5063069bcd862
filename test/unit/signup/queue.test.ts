import fc from 'fast-check';
import {
  emptyPage,
  nextTurn,
  offerDeadline,
  pageId,
  type QueueEntry,
  stillWaiting,
  waitedFor,
} from '../../../domain/signup/queue';
import { DAY, HOUR, NOON } from '../../support/plans';
import { holds } from '../../support/seed';

const entry = (registration: string, counters: string[], seats = 1): QueueEntry => ({
  registration,
  memberId: `member-${registration}`,
  request: 'q1',
  digest: 'd1',
  counters,
  seats,
  at: NOON,
});

const caps = { s1: 10, s1_a: 4, s2: 10, 'e_*': 3 };
const room = (used: Record<string, number>) => ({ _id: 'music', terms: { caps }, used });

test('waited for is what has too few places for somebody in the queue', () => {
  const entries = [entry('r1', ['s1', 's1_a', 'e_x'], 2), entry('r2', ['s2', 'e_x'])];
  expect(waitedFor(entries, room({ s1: 9, s1_a: 3, e_x: 3, s2: 9 }))).toEqual({ s1: true, s1_a: true, e_x: true });
  expect(waitedFor(entries, room({ s1: 8, s1_a: 3, s2: 10 }))).toEqual({ s1_a: true, s2: true });
  expect(waitedFor([], room({ s1: 10 }))).toEqual({});
});

test('who could have a place and has only not been reached yet waits for all that they want', () => {
  expect(waitedFor([entry('r1', ['s1', 's1_a', 'e_x'], 2)], room({ s1: 8, s1_a: 2, e_x: 1 }))).toEqual({
    s1: true,
    s1_a: true,
    e_x: true,
  });
});

test('from the instant that a session begins nobody waits for it any more', () => {
  const entries = [entry('r1', ['s1', 's1_a']), entry('r2', ['s10', 'e_x']), entry('r3', ['s2'])];
  const sessions = [
    { id: 's1', startsAt: NOON },
    { id: 's10', startsAt: NOON + 1 },
    { id: 's2', startsAt: NOON + 9 },
  ];
  const who = (now: number) => stillWaiting(entries, sessions, now).map(({ registration }) => registration);
  expect(who(NOON - 1)).toEqual(['r1', 'r2', 'r3']);
  expect(who(NOON)).toEqual(['r2', 'r3']);
  expect(who(NOON + 9)).toEqual([]);
});

test('a page begins empty, under a name of its own', () => {
  expect(emptyPage('music.s1~2', 3)).toEqual({
    _id: 'music.s1~2!3',
    v: 1,
    of: 'music.s1~2',
    n: 3,
    entries: [],
    appended: 0,
  });
  expect(pageId('music', 0)).toBe('music!0');
});

test('an offer stands a tenth of the time that is left, half an hour at least and a day at most, never past the start', () => {
  const until = (left: number) => offerDeadline(NOON, NOON + left) - NOON;
  expect(until(100 * HOUR)).toBe(10 * HOUR);
  expect(until(5 * HOUR)).toBe(HOUR / 2);
  expect(until(5 * HOUR + 600)).toBe(HOUR / 2 + 60);
  expect(until(10 * DAY)).toBe(DAY);
  expect(until(10 * DAY + HOUR)).toBe(DAY);
  expect(until(10 * DAY - HOUR)).toBe(DAY - HOUR / 10);
  expect(until(20 * 60_000)).toBe(20 * 60_000);
  expect(until(1)).toBe(1);
  holds(
    fc.property(fc.integer({ min: 1, max: 400 * DAY }), (left) => {
      const held = until(left);
      const least = Math.min(left, HOUR / 2);
      return Number.isInteger(held) && held >= least && held <= Math.min(left, DAY);
    }),
  );
});

test('the turn is that of the first in the queue whom any shard has room for, in the first such shard', () => {
  const counts = fc.dictionary(fc.constantFrom('s1', 's1_a', 's2', 'e_x', 'e_*'), fc.nat(4));
  const wish = fc.tuple(
    fc.constantFrom(['s1'], ['s1', 's1_a'], ['s2', 'e_x'], ['s1', 'e_y']),
    fc.integer({ min: 1, max: 3 }),
  );
  const shard = fc.tuple(counts, counts);
  holds(
    fc.property(fc.array(wish, { maxLength: 6 }), fc.array(shard, { maxLength: 3 }), (wishes, parts) => {
      const entries = wishes.map(([counters, seats], at) => entry(`r${at}`, [...counters], seats));
      const shards = parts.map(([caps, used], at) => ({ _id: `pool~${at}`, terms: { caps }, used }));
      const fits: string[] = [];
      for (const { registration, counters, seats } of entries) {
        for (const { _id, terms, used } of shards) {
          const cap = (counter: string) =>
            terms.caps[counter] ?? (counter.startsWith('e_') ? (terms.caps['e_*'] ?? 99) : 0);
          if (counters.every((counter) => (used[counter] ?? 0) + seats <= cap(counter)))
            fits.push(`${registration} ${_id}`);
        }
      }
      const turn = nextTurn(entries, shards);
      return (turn && `${turn.entry.registration} ${turn.shard}`) === fits[0];
    }),
    500,
  );
});
