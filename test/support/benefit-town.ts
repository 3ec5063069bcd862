import { type BenefitRecord, benefitFrom, type CodeRecord, type ShopRecord } from '../../domain/benefit/benefit';
import type { RedemptionRecord } from '../../domain/benefit/redemption';
import { capsOf, newShard, type StockRecord, stockShares, termsOf } from '../../domain/benefit/stock';
import type { StoredEntry } from '../../domain/points/account';
import { grant } from '../../domain/points/decide';
import { openAccount } from '../../domain/points/posting';
import { voucherCode, voucherKey } from '../../domain/ticket/code';
import type { Answer, BenefitContract, BenefitPlan } from '../../types/contract';
import { benefitPlan } from './benefits';
import type { Called, RunningCloud } from './cloud';
import { accepted } from './organizing';
import { DAY, NOON } from './plans';
import { requestIds } from './request-ids';
import { addMembers, documents, insert, memberOf, runSweep, TICKET_KEY } from './town';

export const requestId = requestIds(12);

/** Calls an operation of the benefits; typed by the contract. */
export function atBenefit<O extends keyof BenefitContract & string>(
  cloud: RunningCloud,
  op: O,
  input: object,
  openid: string,
  id = requestId(),
): Promise<Called<Answer<BenefitContract[O]>>> {
  return cloud.call('benefit', op, input, { openid, requestId: id });
}

export async function addShops(cloud: RunningCloud, named: Record<string, string>): Promise<void> {
  const shops = Object.entries(named).map(([_id, name]): ShopRecord => {
    const kind = 'merchant' as const;
    return { _id, v: 1, rev: 1, key: `${name}_${_id}`, name, kind, address: '药谷路 8 号', open: true, requests: [] };
  });
  await insert(cloud, 'shops', shops);
}

/** Benefits as publishing would have made them, nothing of them redeemed. */
export async function addBenefits(cloud: RunningCloud, plans: Record<string, Partial<BenefitPlan>>): Promise<void> {
  const benefits = Object.entries(plans).map(([id, changes]): BenefitRecord => {
    const record = benefitFrom(id, benefitPlan(changes), NOON - 2 * DAY);
    return { ...record, rev: 2, state: 'published' };
  });
  const stocks = benefits.flatMap((benefit) =>
    stockShares(capsOf(benefit.plan), []).map((caps, at) => newShard(benefit._id, at, termsOf(benefit, caps))),
  );
  await insert(cloud, 'benefits', benefits);
  await insert(cloud, 'stocks', stocks);
}

/** So many codes of a benefit, none of them given. */
export async function addCodes(cloud: RunningCloud, benefitId: string, count: number): Promise<void> {
  const codes = Array.from({ length: count }, (_, at): CodeRecord => {
    const _id = `${benefitId}.c${at}`;
    return { _id, v: 1, benefitId, code: `CODE-${at}`, free: true, holder: _id, request: 'q' };
  });
  await insert(cloud, 'codes', codes);
}

/** Members with so many points of this year each. */
export async function addRich(cloud: RunningCloud, people: readonly string[], points: number): Promise<void> {
  const members = people.map((openid) => memberOf(openid));
  await addMembers(cloud, members);
  const books = members.map(({ _id }) => {
    const cause = { kind: 'grant', reason: '测试' } as const;
    const account = grant(openAccount(_id), { id: `grant.${_id}`, on: NOON - DAY, cause, points }, NOON - DAY);
    return {
      account: { ...account, rev: 1, pending: [] },
      entries: account.pending.flatMap(({ entry }) => entry ?? []),
    };
  });
  await insert(
    cloud,
    'accounts',
    books.map(({ account }) => account),
  );
  await insert(
    cloud,
    'entries',
    books.flatMap(({ entries }) => entries.map((entry): StoredEntry => ({ ...entry, tallyDue: entry.at }))),
  );
}

export async function addMerchant(cloud: RunningCloud, openid: string, ...shops: string[]): Promise<void> {
  const grants = shops.map((id) => ({ role: 'merchant' as const, scope: { kind: 'shop' as const, id } }));
  await addMembers(cloud, [memberOf(openid, { grants })]);
}

/** The redemption that somebody made; throws where they were refused. */
export async function redeemed(cloud: RunningCloud, openid: string, benefitId: string): Promise<string> {
  return accepted((await atBenefit(cloud, 'redeem', { benefitId }, openid)).answer).id;
}

/** What the phone of whoever holds the voucher shows at that moment. */
export function shownBy(redemptionId: string, at = NOON): string {
  return voucherCode(voucherKey(TICKET_KEY, redemptionId), redemptionId, at);
}

export async function redemptionOf(cloud: RunningCloud, id: string): Promise<RedemptionRecord> {
  const record = (await documents<RedemptionRecord>(cloud, 'redemptions')).find(({ _id }) => _id === id);
  if (!record) throw new Error(`no redemption ${id}`);
  return record;
}

export async function stocksOf(cloud: RunningCloud, benefitId: string): Promise<StockRecord[]> {
  return (await documents<StockRecord>(cloud, 'stocks')).filter(({ of }) => of === benefitId);
}

/** All that is taken of a benefit. */
export async function takenOf(cloud: RunningCloud, benefitId: string): Promise<number> {
  return (await stocksOf(cloud, benefitId)).reduce((sum, { used }) => sum + (used.all ?? 0), 0);
}

export async function balanceOf(cloud: RunningCloud, openid: string): Promise<number> {
  const accounts = await documents<{ _id: string; lots: { points: number }[] }>(cloud, 'accounts');
  const account = accounts.find(({ _id }) => _id === memberOf(openid)._id);
  return account?.lots.reduce((sum, { points }) => sum + points, 0) ?? 0;
}

const KEPT = ['benefits', 'stocks', 'redemptions', 'accounts', 'entries', 'codes', 'listed', 'shops', 'benefitLogs'];

/** All that a benefit's operation may touch, to hold a later look against. */
export async function keptNow(cloud: RunningCloud): Promise<string> {
  return JSON.stringify(await Promise.all(KEPT.map((name) => documents(cloud, name))));
}

export async function sweepBenefits(cloud: RunningCloud): Promise<void> {
  for (const name of ['sweepBenefits', 'sweepStocks', 'sweepRedemptions']) await runSweep(cloud, name, 'benefit');
}
