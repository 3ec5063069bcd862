import type { BenefitRecord } from '../../domain/benefit/benefit';
import { changedBy, managedOf, type PlannedChange, type Settled, settledBy } from '../../domain/benefit/change';
import { newShard, type StockView, termsOf } from '../../domain/benefit/stock';
import type { ManagedBenefit } from '../../types/contract';
import { ABANDONED_MS } from '../../types/limits';
import type { BenefitId, Instant } from '../../types/vocabulary';
import { _ } from '../kit/cloud';
import { byId, changeAll, changeIf, difference, insertOnce } from '../kit/documents';
import { readStocks } from '../kit/stocks';
import { countListed } from './count-listed';
import { noteDone } from './log-book';

/** Writes a change down, if the benefit still is as it was read and no other is under way. */
export function begin(before: BenefitRecord, change: PlannedChange, now: Instant): Promise<boolean> {
  const { _id, rev } = before;
  const intent = { next: _.set(change), dueAt: now + ABANDONED_MS };
  return changeIf('benefits', _id, { rev, next: _.exists(false) }, intent);
}

/**
 * While all shards are held nothing is taken, so what is redeemed can only become less. What comes of the change is
 * settled by whoever is there first; everybody else carries that out.
 */
async function settle(before: BenefitRecord, change: PlannedChange): Promise<Settled | undefined> {
  const { _id, rev } = before;
  await changeAll('stocks', { of: _id, 'terms.v': rev, held: _.exists(false) }, { held: change.id });
  const shards = await readStocks([_id]);
  const settled = settledBy(before, change, usedOf(shards));
  const mine = { 'next.id': change.id, 'next.settled': _.exists(false) };
  if (await changeIf('benefits', _id, mine, { 'next.settled': _.set(settled) })) return settled;
  const { next } = (await byId<BenefitRecord>('benefits', _id)) ?? {};
  return next?.id === change.id ? next.settled : undefined;
}

const usedOf = (shards: readonly StockView[]) => shards.map(({ used }) => used);

/** Every shard with its share, and new ones; what is held by this change is let go with it. */
async function share(after: BenefitRecord, change: PlannedChange, { shares }: Settled): Promise<void> {
  for (const [at, caps] of shares.entries()) {
    const terms = termsOf(after, caps);
    const shard = newShard(after._id, at, terms);
    const held = await changeIf('stocks', shard._id, { held: change.id }, { terms: _.set(terms), held: _.remove() });
    if (!held) await insertOnce('stocks', shard);
  }
}

function answerTo({ what, counts }: PlannedChange['doing'], managed: ManagedBenefit): object {
  return what === 'codes' ? { ...counts, stock: managed.plan.stock } : managed;
}

/** Ends the change that is under way, whoever began it; each step can be done again. Gives what came of it. */
export async function carry(benefitId: BenefitId): Promise<(Settled & { id: string }) | undefined> {
  const before = await byId<BenefitRecord>('benefits', benefitId);
  const change = before?.next;
  if (!before || !change) return undefined;
  const settled = change.settled ?? (await settle(before, change));
  // Somebody else has ended it meanwhile.
  if (!settled) return undefined;
  const after = changedBy(before, { ...change, settled });
  await share(after, change, settled);
  if (settled.fits) {
    const listedCount = change.plan.listed ? await countListed(benefitId) : undefined;
    const managed = managedOf(after, settled.redeemed, listedCount);
    await noteDone(change.doing, answerTo(change.doing, managed));
  }
  await changeIf('benefits', benefitId, { 'next.id': change.id }, difference(before, after));
  return { ...settled, id: change.id };
}
