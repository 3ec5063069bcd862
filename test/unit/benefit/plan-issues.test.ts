import { planIssues } from '../../../domain/benefit/plan-issues';
import type { BenefitPlan } from '../../../types/contract';
import { benefitPlan } from '../../support/benefits';
import { NOON } from '../../support/plans';

const paths = (changes: Partial<BenefitPlan>) => [...new Set(planIssues(benefitPlan(changes)).map(({ path }) => path))];
const codes: Partial<BenefitPlan> = { kind: 'codes', shopIds: [], cancelWithin: 0, refundExpired: false };

test.each<[string, Partial<BenefitPlan>]>([
  ['as it is', {}],
  ['that costs nothing', { price: 0 }],
  ['at the highest price', { price: 100_000 }],
  ['of the largest stock', { stock: 50_000 }],
  ['of codes', codes],
  ['by a list', { listed: true, price: 0 }],
  ['that can be used until it closes', { useUntil: NOON, closesAt: NOON }],
  ['with quotas', { quota: { each: 3, own: { e1: 0 } } }],
  ['of twenty a person', { perPerson: 20 }],
])('a benefit %s is a fit plan', (_what, changes) => {
  expect(paths(changes)).toEqual([]);
});

test.each<[string, Partial<BenefitPlan>, string]>([
  ['whose window ends before it begins', { closesAt: NOON - 1, opensAt: NOON }, 'closesAt'],
  ['that is worth nothing before it closes', { useUntil: NOON + 1, closesAt: NOON + 2 }, 'useUntil'],
  ['of none a person', { perPerson: 0 }, 'perPerson'],
  ['of twenty-one a person', { perPerson: 21 }, 'perPerson'],
  ['of half a point', { price: 0.5 }, 'price'],
  ['that gives points', { price: -1 }, 'price'],
  ['that costs too much', { price: 100_001 }, 'price'],
  ['of less than nothing', { stock: -1 }, 'stock'],
  ['of more than all shards hold', { stock: 50_001 }, 'stock'],
  ['with half a quota', { quota: { each: 0.5 } }, 'quota'],
  ['with less than nothing for one enterprise', { quota: { own: { e1: -1 } } }, 'quota'],
  ['that nobody verifies', { shopIds: [] }, 'shopIds'],
  ['of goods that nobody gives out', { kind: 'goods', shopIds: [] }, 'shopIds'],
  ['that names a shop twice', { shopIds: ['a', 'a'] }, 'shopIds'],
  ['of too many shops', { shopIds: Array.from({ length: 21 }, (_, at) => `s${at}`) }, 'shopIds'],
  ['of codes that a shop verifies', { ...codes, shopIds: ['a'] }, 'shopIds'],
  ['of codes that can be given back', { ...codes, cancelWithin: 1 }, 'cancelWithin'],
  ['of codes that come back', { ...codes, refundExpired: true }, 'refundExpired'],
  ['by a list, at a price', { listed: true, price: 1 }, 'price'],
  ['that can be given back for longer than a year', { cancelWithin: 367 * 86_400_000 }, 'cancelWithin'],
])('a benefit %s is refused by that field alone', (_what, changes, path) => {
  expect(paths(changes)).toEqual([path]);
});
