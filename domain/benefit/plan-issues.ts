import type { BenefitPlan, Issue } from '../../types/contract';
import { DAY_MS } from '../time/shanghai';
import { STOCK_MOST } from './stock';

export const PRICE_MOST = 100_000;
export const PER_PERSON_MOST = 20;
export const SHOPS_MOST = 20;
const CANCEL_MOST_MS = 366 * DAY_MS;

const within = (count: number, least: number, most: number): boolean =>
  Number.isSafeInteger(count) && count >= least && count <= most;

type Finding = [path: string, message: string, wrong: boolean];

function amounts({ price, stock, perPerson, quota = {}, cancelWithin }: BenefitPlan): Finding[] {
  const { each = 0, own = {} } = quota;
  const quotas = [each, ...Object.values(own)];
  return [
    ['price', `from 0 to ${PRICE_MOST}`, !within(price, 0, PRICE_MOST)],
    ['stock', `from 0 to ${STOCK_MOST}`, !within(stock, 0, STOCK_MOST)],
    ['perPerson', `from 1 to ${PER_PERSON_MOST}`, !within(perPerson, 1, PER_PERSON_MOST)],
    ['quota', 'whole numbers', !quotas.every((count) => within(count, 0, STOCK_MOST))],
    ['cancelWithin', 'at most a year', !within(cancelWithin, 0, CANCEL_MOST_MS)],
  ];
}

function shops({ kind, shopIds }: BenefitPlan): Finding[] {
  const codes = kind === 'codes';
  return [
    ['shopIds', 'codes of somebody else’s are verified by nobody here', codes && shopIds.length > 0],
    ['shopIds', `from one to ${SHOPS_MOST}`, !codes && !within(shopIds.length, 1, SHOPS_MOST)],
    ['shopIds', 'each once', new Set(shopIds).size !== shopIds.length],
  ];
}

/** Why a plan cannot be stored, by the field. Codes are given for good: nobody hears of their use or their end. */
export function planIssues(plan: BenefitPlan): Issue[] {
  const { kind, listed, price, opensAt, closesAt, useUntil, cancelWithin, refundExpired } = plan;
  const codes = kind === 'codes';
  const findings: Finding[] = [
    ...amounts(plan),
    ...shops(plan),
    ['closesAt', 'before opensAt', closesAt <= opensAt],
    ['useUntil', 'before closesAt', useUntil < closesAt],
    ['price', 'what goes by a list costs nothing', listed && price > 0],
    ['cancelWithin', 'a code that was given cannot be given back', codes && cancelWithin > 0],
    ['refundExpired', 'a code that was given does not expire here', codes && refundExpired],
  ];
  return findings.flatMap(([path, message, wrong]) => (wrong ? [{ path, message }] : []));
}
