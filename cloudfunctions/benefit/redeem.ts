import * as v from 'valibot';
import {
  chancesIn,
  notFor,
  type Redeemer,
  type RedeemRefusal,
  redeemerOf,
  takenIn,
  tooEarly,
} from '../../domain/benefit/redeem';
import { cardAtFirst, newRedemption, type RedemptionRecord } from '../../domain/benefit/redemption';
import { ALL, type StockView } from '../../domain/benefit/stock';
import type { AccountRecord } from '../../domain/points/account';
import { recall } from '../../domain/request/remembered';
import type { Answer, BenefitContract } from '../../types/contract';
import type { BenefitId, RedemptionId } from '../../types/vocabulary';
import { newDigits } from '../kit/digits';
import { byId } from '../kit/documents';
import { id } from '../kit/fields';
import { decide, type Verdict, writeOut } from '../kit/ledger';
import { type WriteCall, write } from '../kit/operation';
import { anyone } from '../kit/policy';
import { claimStock, readStocks, releaseStock } from '../kit/stocks';
import { Busy } from '../kit/transaction';
import { isListed } from './on-list';

type RedeemAnswer = Answer<BenefitContract['redeem']>;

/** Times the stock is read anew because it changed between the look and the claim. */
const TRIES = 5;

/** Those of the shards from which something can be taken now. While an organizer changes the benefit there is none. */
function open(shards: StockView[]): StockView[] {
  const newest = Math.max(...shards.map(({ terms }) => terms.v));
  const usable = shards.filter(({ held, terms }) => held === undefined && terms.v === newest);
  if (usable.length === 0) throw new Busy('the benefit is being changed');
  return usable;
}

/** One redeeming, from shards that were read to a redemption in the account. */
interface Redeeming {
  readonly benefitId: BenefitId;
  readonly who: Redeemer;
  readonly call: WriteCall;
  shards: StockView[];
  /** What holds stock and was not decided on yet. */
  claimed?: RedemptionRecord | undefined;
  /** Made by this very request before. */
  known?: RedemptionId;
}

async function release(redeeming: Redeeming): Promise<void> {
  if (redeeming.claimed) await releaseStock(redeeming.claimed);
  redeeming.claimed = undefined;
}

function madeFrom(shard: StockView, { who, call: { newId, request, now } }: Redeeming): RedemptionRecord {
  return newRedemption({ id: newId(), shard, ...who, digits: newDigits(), request, now });
}

async function claimOne(chances: readonly StockView[], redeeming: Redeeming): Promise<RedemptionRecord | undefined> {
  for (const shard of chances) {
    const redemption = madeFrom(shard, redeeming);
    const { _id, memberId: m, enterpriseId: e, at } = redemption;
    if (await claimStock(shard, _id, e, { m, e, at })) return redemption;
  }
  return undefined;
}

const refuse = (refused: RedeemRefusal): Verdict<RedeemRefusal> => ({ kind: 'refuse', refused });

/** Who may not, or finds nothing left, or whom the account would refuse: before anything is claimed. */
async function foreseen(
  account: AccountRecord,
  shards: readonly StockView[],
  first: StockView,
  redeeming: Redeeming,
): Promise<{ chances: StockView[] } | { refused: RedeemRefusal }> {
  const { benefitId, who, call } = redeeming;
  const { terms } = first;
  const no = notFor(terms, call.caller) ?? tooEarly(terms, call.now);
  if (no) return { refused: no };
  const found = chancesIn(shards, terms, who, call.now);
  if ('refused' in found) return found;
  if (terms.listed && !(await isListed(benefitId, who.memberId))) {
    return { refused: { ok: false, refusal: 'NOT_FOR_YOU', detail: { why: 'list' } } };
  }
  const taken = takenIn(account, madeFrom(first, redeeming), { perPerson: terms.perPerson, ...call });
  return taken.kind === 'refuse' ? taken : found;
}

/** What account and stock say together; `undefined` where all that was left was taken since it was read. */
async function attempt(account: AccountRecord, redeeming: Redeeming): Promise<Verdict<RedeemRefusal> | undefined> {
  const { call } = redeeming;
  const shards = open(redeeming.shards);
  const [first] = shards;
  if (!first) return refuse({ ok: false, refusal: 'NOT_FOUND', detail: { what: 'benefit' } });
  if (recall(account.requests, call.request) === 'new') {
    const found = await foreseen(account, shards, first, redeeming);
    if ('refused' in found) return refuse(found.refused);
    redeeming.claimed = await claimOne(found.chances, redeeming);
    if (!redeeming.claimed) return undefined;
  }
  const redemption = redeeming.claimed ?? madeFrom(first, redeeming);
  const taken = takenIn(account, redemption, { perPerson: first.terms.perPerson, ...call });
  if (taken.kind === 'refuse') return refuse(taken.refused);
  if (taken.kind === 'change') return { kind: 'take', account: taken.account };
  redeeming.known = taken.redemptionId;
  return { kind: 'leave' };
}

/**
 * Asked anew whenever the account changed meanwhile. Then the claim of the former attempt is let go, and another is made:
 * the sweep takes a claim away only together with a change of the account, so a claim that it took away is never decided
 * on, however slow this call is.
 */
async function judge(account: AccountRecord, redeeming: Redeeming): Promise<Verdict<RedeemRefusal>> {
  await release(redeeming);
  for (let tries = 0; tries < TRIES; tries++) {
    const verdict = await attempt(account, redeeming);
    if (verdict) return verdict;
    redeeming.shards = await readStocks([redeeming.benefitId]);
  }
  throw new Busy('the stock kept changing');
}

async function redeemed(redemptionId: RedemptionId): Promise<RedeemAnswer> {
  const record = await byId<RedemptionRecord>('redemptions', redemptionId);
  if (!record) throw new Error(`no redemption ${redemptionId}`);
  return { ok: true, value: cardAtFirst(record) };
}

/**
 * Stock is claimed, then the account decides, then what was decided is written out: see
 * docs/decisions/0012-benefits.md.
 */
export const redeem = write<'benefit.redeem'>({
  policy: anyone,
  schema: v.strictObject({ benefitId: id }),
  async run({ benefitId }, call) {
    const { caller, now } = call;
    const who = redeemerOf(caller);
    if (!who) return { ok: false, refusal: 'NOT_MEMBER', detail: {} };
    const shards = await readStocks([benefitId]);
    const [first] = shards;
    if (!first) return { ok: false, refusal: 'NOT_FOUND', detail: { what: 'benefit' } };
    const untouched = shards.every(({ used }) => (used[ALL] ?? 0) === 0);
    const early = untouched && !notFor(first.terms, caller) ? tooEarly(first.terms, now) : undefined;
    if (early) return early;
    const redeeming: Redeeming = { benefitId, who, call, shards };
    const decided = await decide<RedeemRefusal>(who.memberId, now, (account) => judge(account, redeeming));
    if (decided.kind === 'refused') {
      await release(redeeming);
      return decided.refused;
    }
    if (decided.kind === 'left') return redeemed(redeeming.known ?? '');
    await writeOut(decided.account, now);
    if (!redeeming.claimed) throw new Error('decided without a claim');
    return { ok: true, value: cardAtFirst(redeeming.claimed) };
  },
});
