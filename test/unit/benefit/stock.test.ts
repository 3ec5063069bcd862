import fc from 'fast-check';
import { benefitFrom, seenByOf, viewKeys } from '../../../domain/benefit/benefit';
import { settledBy } from '../../../domain/benefit/change';
import { phaseOf } from '../../../domain/benefit/phase';
import { letGo, takenIn } from '../../../domain/benefit/redeem';
import { newRedemption } from '../../../domain/benefit/redemption';
import {
  beyond,
  capsOf,
  countersOf,
  newShard,
  type StockView,
  stockShares,
  termsOf,
  withRoom,
} from '../../../domain/benefit/stock';
import { grant } from '../../../domain/points/decide';
import { balanceAt } from '../../../domain/points/expiry';
import { openAccount } from '../../../domain/points/posting';
import { benefitPlan } from '../../support/benefits';
import { NOON } from '../../support/plans';
import { holds } from '../../support/seed';

const MEMBERS = ['ma', 'mb', 'mc', 'md'];
const ENTERPRISES = ['e1', 'e2'];
const enterpriseOf = (member: string): string => ENTERPRISES[MEMBERS.indexOf(member) % 2] ?? 'e1';

/** A town of one benefit and four members, as the functions would carry it on, one step after the other. */
function town(stock: number, each: number | undefined, perPerson: number, price: number, points: number) {
  const plan = benefitPlan({ stock, perPerson, price, ...(each !== undefined && { quota: { each } }) });
  const benefit = { ...benefitFrom('coffee', plan, NOON), rev: 2 };
  const shards: StockView[] = stockShares(capsOf(plan), []).map((caps, at) =>
    newShard('coffee', at, termsOf(benefit, caps)),
  );
  const accounts = new Map(
    MEMBERS.map((member) => {
      const cause = { kind: 'grant', reason: 'x' } as const;
      return [member, grant(openAccount(member), { id: member, on: NOON, cause, points }, NOON)];
    }),
  );
  let made = 0;
  return {
    points: (member: string) => balanceAt(accounts.get(member) ?? openAccount(member), NOON),
    redeem(member: string): boolean {
      const enterpriseId = enterpriseOf(member);
      const [shard] = withRoom(shards, member, enterpriseId);
      const account = accounts.get(member);
      if (!shard || !account) return false;
      made += 1;
      const request = { id: `q${made}`, digest: 'd' };
      const who = { memberId: member, enterpriseId, digits: String(made), request, now: NOON };
      const taken = takenIn(account, newRedemption({ id: `r${made}`, shard, ...who }), {
        perPerson,
        request,
        now: NOON,
      });
      if (taken.kind !== 'change') return false;
      accounts.set(member, taken.account);
      for (const counter of countersOf(enterpriseId)) shard.used[counter] = (shard.used[counter] ?? 0) + 1;
      return true;
    },
  };
}

const inputs = fc.record({
  stock: fc.integer({ min: 0, max: 6 }),
  each: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
  perPerson: fc.integer({ min: 1, max: 3 }),
  price: fc.integer({ min: 0, max: 3 }),
  points: fc.integer({ min: 1, max: 6 }),
  comers: fc.array(fc.constantFrom(...MEMBERS), { maxLength: 20 }),
});

test('somebody redeems exactly while stock, their enterprise’s part, their limit and their points allow it', () => {
  holds(
    fc.property(inputs, ({ stock, each, perPerson, price, points, comers }) => {
      const real = town(stock, each, perPerson, price, points);
      // The slow model: who has how many, counted anew each time.
      const got: string[] = [];
      return comers.every((member) => {
        const own = got.filter((other) => other === member).length;
        const colleagues = got.filter((other) => enterpriseOf(other) === enterpriseOf(member)).length;
        const may =
          got.length < stock &&
          (each === undefined || colleagues < each) &&
          own < perPerson &&
          points - own * price >= price;
        const did = real.redeem(member);
        if (did) got.push(member);
        const left = points - got.filter((other) => other === member).length * price;
        return did === may && real.points(member) === left;
      });
    }),
  );
});

test('shards share a stock out without a rest, each at most what a shard holds, and keep what was given out', () => {
  holds(
    fc.property(
      fc.integer({ min: 0, max: 50_000 }),
      fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 5 }),
      (stock, taken) => {
        const used = taken.map((all) => ({ all }));
        const sum = taken.reduce((whole, each) => whole + each, 0);
        if (sum > stock) return beyond({ all: stock }, used) === sum;
        const shares = stockShares({ all: stock }, used).map(({ all = 0 }) => all);
        return (
          shares.reduce((whole, each) => whole + each, 0) === stock &&
          shares.every((share, at) => share <= 2_000 && share >= (taken[at] ?? 0))
        );
      },
    ),
  );
});

test('a change fits while it holds what is redeemed, in all and of each enterprise; else the former shares stand', () => {
  const before = { ...benefitFrom('coffee', benefitPlan({ stock: 10 }), NOON), state: 'published' as const };
  const doing = {
    benefitId: 'coffee',
    at: NOON,
    by: '' as const,
    what: 'edited' as const,
    request: { id: 'q', digest: 'd' },
  };
  const used = [{ all: 5, e_e1: 4, e_e2: 1 }];
  const to = (changes: object) =>
    settledBy(before, { id: 'c', plan: benefitPlan(changes), state: 'published', doing }, used);
  expect(to({ stock: 5 })).toEqual({ fits: true, redeemed: 5, shares: [{ all: 5 }] });
  expect(to({ stock: 4 })).toEqual({ fits: false, redeemed: 5, shares: [{ all: 10 }] });
  expect(to({ stock: 9, quota: { each: 3 } })).toMatchObject({ fits: false, redeemed: 4 });
  expect(to({ stock: 9, quota: { each: 3, own: { e1: 4 } } })).toMatchObject({ fits: true });
});

test('a phase: closed is closed, out is said only while it is open', () => {
  const facts = { closed: false, opensAt: NOON, closesAt: NOON + 10, left: 1 };
  expect(phaseOf(facts, NOON - 1)).toBe('soon');
  expect(phaseOf(facts, NOON)).toBe('open');
  expect(phaseOf({ ...facts, left: 0 }, NOON)).toBe('out');
  expect(phaseOf({ ...facts, left: 0 }, NOON - 1)).toBe('soon');
  expect(phaseOf(facts, NOON + 10)).toBe('closed');
  expect(phaseOf({ ...facts, closed: true }, NOON)).toBe('closed');
});

test.each<[object, object, boolean]>([
  [{}, { status: 'visitor' }, true],
  [{ enterprises: ['e1'] }, { status: 'visitor' }, false],
  [{ enterprises: ['e1'] }, { status: 'active', enterpriseId: 'e1', employment: 'employee' }, true],
  [{ enterprises: ['e1'] }, { status: 'active', enterpriseId: 'e2', employment: 'employee' }, false],
  [{ enterprises: ['e1'] }, { status: 'pending', enterpriseId: 'e1', employment: 'employee' }, false],
  [{ employments: ['new-form'] }, { status: 'active', enterpriseId: 'e1', employment: 'employee' }, false],
  [{ employments: ['new-form'] }, { status: 'active', enterpriseId: 'e1', employment: 'new-form' }, true],
  [{ employments: ['new-form', 'employee'] }, { status: 'visitor' }, true],
  [
    { enterprises: ['e1'], employments: ['employee'] },
    { status: 'active', enterpriseId: 'e1', employment: 'new-form' },
    false,
  ],
])('what is for %j is seen by %j: %s', (eligibility, who, seen) => {
  const keys = seenByOf({ eligibility });
  expect(viewKeys(who as { status: string }).some((key) => keys.includes(key))).toBe(seen);
});

test('what was cancelled counts for the limit no more, and letting go twice changes nothing', () => {
  const account = { ...openAccount('ma'), held: { coffee: ['r1', 'r2'], tea: ['r3'] } };
  const record = { _id: 'r1', benefitId: 'coffee' } as Parameters<typeof letGo>[1];
  const once = letGo(account, record);
  expect(once.held).toEqual({ coffee: ['r2'], tea: ['r3'] });
  expect(letGo(once, record)).toBe(once);
  expect(letGo(account, { ...record, _id: 'r3', benefitId: 'tea' }).held).toEqual({ coffee: ['r1', 'r2'] });
});
