import type { RedemptionRecord } from '../../domain/benefit/redemption';
import type { StockClaim, StockRecord } from '../../domain/benefit/stock';
import type { AccountRecord } from '../../domain/points/account';
import { openAccount } from '../../domain/points/posting';
import { ABANDONED_MS } from '../../types/limits';
import type { Instant, RedemptionId } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, byManyIds, changeIf, find, insertOnce } from '../kit/documents';
import { writeOut } from '../kit/ledger';
import { endLeft } from '../kit/redemptions';
import { releaseStock } from '../kit/stocks';
import { underLease } from '../kit/sweep';

/** Shards looked at in one run: each may hold 2,000 claims. */
const SHARDS_MOST = 20;
const TRIES = 5;

/** Later than any claim made meanwhile is due, so that such a one shows. */
const putOff = (now: Instant): Instant => now + 3 * ABANDONED_MS;

type DueShard = Pick<StockRecord, '_id' | 'claims' | 'sweptTo'>;

/** The account as it is, with nothing pending; of who never had one, one in which nothing has happened. */
async function settledAccount({ m: memberId }: StockClaim, now: Instant): Promise<AccountRecord> {
  const account = await byId<AccountRecord>('accounts', memberId);
  if (account) await writeOut(account, now);
  return account ?? openAccount(memberId);
}

/** Changes nothing in an account but its number: a decision that was made on the former one fails. */
function fence(account: AccountRecord): Promise<boolean> {
  const rev = account.rev + 1;
  const numbered: AccountRecord = { ...account, rev };
  if (account.rev === 0) return insertOnce('accounts', numbered);
  return changeIf('accounts', account._id, { rev: account.rev }, { rev });
}

/**
 * A claim behind which no redemption stands is let go, once it is certain that none can come: the account's number goes
 * up, so that a call that is still on its way finds it changed and takes another claim.
 */
async function sweepClaim(stockId: string, redemptionId: RedemptionId, claim: StockClaim, now: Instant): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const account = await settledAccount(claim, now);
    // After the account was read: what it had decided by then stands by now.
    if (await byId('redemptions', redemptionId, { state: true })) return;
    if (!(await fence(account))) continue;
    await releaseStock({ _id: redemptionId, stockId, enterpriseId: claim.e });
    return;
  }
}

async function sweepShard({ _id, claims, sweptTo }: DueShard, now: Instant): Promise<void> {
  const until = now - ABANDONED_MS;
  const old = Object.entries(claims).filter(([, claim]) => claim.at > sweptTo && claim.at <= until);
  const ids = old.map(([redemptionId]) => redemptionId);
  const standing = await byManyIds<RedemptionRecord>('redemptions', ids);
  const members = await byManyIds(
    'members',
    old.map(([, claim]) => claim.m),
    { status: true },
  );
  for (const [redemptionId, claim] of old) {
    const record = standing.get(redemptionId);
    if (!record) await sweepClaim(_id, redemptionId, claim, now);
    // They left while they redeemed: what they could have used was ended without this among it.
    else if (!members.has(claim.m)) await endLeft(record, now);
  }
  await changeIf('stocks', _id, {}, { sweptTo: until });
  const newer = Object.values(claims).flatMap(({ at }) => (at > until ? [at + ABANDONED_MS] : []));
  // A claim made meanwhile has pulled `dueAt` back from where it was put off to, and the shard stays due for it.
  const dueAt = newer.length > 0 ? Math.min(...newer) : _.remove();
  await changeIf('stocks', _id, { dueAt: putOff(now) }, { dueAt });
}

/** Claims of calls that died before the account decided. */
export const sweepStocks = underLease('benefit.sweepStocks', async (now) => {
  const due = await find('stocks', { dueAt: _.lte(now) }, { limit: SHARDS_MOST, projection: { dueAt: true } });
  for (const { _id } of due) {
    await changeIf('stocks', _id, {}, { dueAt: putOff(now) });
    const shard = await byId<DueShard>('stocks', _id, { claims: true, sweptTo: true });
    if (shard) await sweepShard(shard, now);
  }
  return { found: due.length, done: due.length };
});
