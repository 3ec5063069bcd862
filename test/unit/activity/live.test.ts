import { type CountedPool, type LiveFound, liveOf } from '../../../domain/activity/live';
import { HOUR, NOON, session } from '../../support/plans';

const terms = (change: Partial<CountedPool['terms']> = {}): CountedPool['terms'] => ({
  sessions: [{ ...session('s1', 0), zones: [{ id: 'a', name: '草坪区' }] }],
  caps: { s1: 10, s1_a: 10 },
  opensAt: NOON - HOUR,
  closesAt: NOON + HOUR,
  cancelled: false,
  ...change,
});

const pool = (change: Partial<CountedPool> = {}): CountedPool => ({
  ...{ terms: terms(), used: {}, held: {}, enterprises: [], arrived: {}, people: 0 },
  ...change,
});

const found = (change: Partial<LiveFound> = {}): LiveFound => ({
  ...{ pools: [pool()], waiting: [], firms: [], states: [] },
  ...change,
});

test('shards make up one activity: places, people, enterprises, minutes', () => {
  const minute = `s1_m_${NOON / 60_000}`;
  const e1 = { used: { s1: 4, s1_a: 4 }, held: { s1_e_e1: 4 }, enterprises: ['e1'], people: 3 };
  const e2 = { used: { s1: 6 }, held: { s1_e_e1: 1, s1_e_e2: 5 }, enterprises: ['e2', 'e1'], people: 5 };
  const shown = liveOf(
    found({
      pools: [
        pool({ ...e1, arrived: { s1: 2, s1_e_e1: 2, [minute]: 2 } }),
        pool({ ...e2, arrived: { s1: 1, s1_e_e1: 1, [minute]: 1 } }),
      ],
      firms: [{ _id: 'e1', name: '药谷第一制药' }],
      waiting: [500, 3],
      states: [
        { _id: 'applied', count: 9 },
        { _id: 'offered', count: 2 },
      ],
    }),
    NOON,
  );
  // Of eight claims two are offers that nobody has answered yet.
  expect(shown).toMatchObject({ applied: 9, confirmed: 6, offered: 2, waitlisted: 503, arrived: 3, signUp: 'open' });
  expect(shown?.sessions).toEqual([
    expect.objectContaining({
      ...{ id: 's1', capacity: 20, used: 10, arrived: 3 },
      zones: [{ id: 'a', name: '草坪区', capacity: 20, used: 4, arrived: 0 }],
      enterprises: [
        { id: 'e1', name: '药谷第一制药', used: 5, arrived: 3 },
        { id: 'e2', name: '', used: 5, arrived: 0 },
      ],
      minutes: [{ at: NOON, arrived: 3 }],
    }),
  ]);
});

test('an enterprise that gave everything back is not shown', () => {
  const shown = liveOf(found({ pools: [pool({ held: { s1_e_e1: 0 }, enterprises: ['e1'] })] }), NOON);
  expect(shown?.sessions[0]?.enterprises).toEqual([]);
});

test('sign-up opens at its beginning and is closed from its end on', () => {
  const at = (now: number) => liveOf(found(), now)?.signUp;
  expect([NOON - HOUR - 1, NOON - HOUR, NOON + HOUR - 1, NOON + HOUR].map(at)).toEqual([
    'before',
    'open',
    'open',
    'closed',
  ]);
});

test('what has no pools has nothing to show', () => {
  expect(liveOf(found({ pools: [] }), NOON)).toBeUndefined();
});
