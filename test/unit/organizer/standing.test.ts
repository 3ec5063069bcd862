import {
  actsOf,
  capacityEffect,
  changeable,
  enterprisesFull,
  placesGiven,
  poolsOf,
  sessionWith,
} from '../../../src/features/organizer/standing';
import { LISTED_STATES } from '../../../types/contract/organizer-activity';
import { managedOf, planOf } from '../../screen/organizer-samples';

const now = Date.now();
const pools = poolsOf(managedOf());

test('places are counted by session; zones are parts of theirs', () => {
  expect(placesGiven(pools)).toEqual({ used: 196, capacity: 380 });
  expect(changeable(pools).map(({ name, counter }) => `${counter} ${name}`)).toEqual([
    's1_a 周六晚场 · 草坪区',
    's1_b 周六晚场 · 看台区',
    's1 周六晚场整场',
    's2 周日下午场',
  ]);
});

test('an enterprise is full by its own quota, or by that of each', () => {
  expect(enterprisesFull(managedOf())).toBe(1);
  expect(enterprisesFull(managedOf({ used: { e_e1: 19, e_e9: 5, s1: 99 } }))).toBe(1);
});

describe('what can be done depends on how it stands', () => {
  test.each([
    ['a draft', managedOf({ state: 'draft' }), ['publish', 'edit', 'cancel']],
    ['open', managedOf(), ['edit', 'capacity', 'move', 'close', 'cancel']],
    ['closed', managedOf({ closesAt: now - 1 }), ['edit', 'capacity', 'move', 'cancel']],
    ['announced', managedOf({ plan: planOf({ preview: true }) }), ['edit', 'capacity', 'move', 'cancel']],
    ['over', managedOf({ endsAt: now - 1 }), []],
    ['cancelled', managedOf({ state: 'cancelled' }), []],
  ])('%s', (_state, activity, acts) => expect(actsOf(activity, now)).toEqual(acts));
});

test('nobody is listed for not having come', () => {
  expect(LISTED_STATES).not.toContain('absent');
});

describe('another number of places', () => {
  const [lawn] = changeable(pools);
  if (!lawn) throw new Error('no zone');
  test.each([
    [119, { kind: 'too-small', used: 120, missing: 1 }],
    [120, { kind: 'fewer', taken: 80, left: 0 }],
    [200, { kind: 'none' }],
    [210, { kind: 'more', added: 10, waiting: 8 }],
  ])('%i', (wanted, effect) => expect(capacityEffect(lawn, wanted, 8)).toEqual(effect));

  test('a session that its zones make up goes with them', () => {
    expect(sessionWith(pools, lawn, 210)).toEqual({ together: 310, small: false });
    const session = changeable(pools)[2];
    expect(session && sessionWith(pools, session, 200)).toBeUndefined();
  });

  test('one with a number of its own is too small for zones that outgrow it', () => {
    const own = pools.map((session) => ({ ...session, capacity: 290 }));
    expect(sessionWith(own, lawn, 210)).toEqual({ together: 310, small: true });
    expect(sessionWith(own, lawn, 190)).toBeUndefined();
  });
});
