import { emptyPage, pageId, type QueueEntry, stillWaiting, waitedFor } from '../../../domain/signup/queue';
import { NOON } from '../../support/plans';

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
