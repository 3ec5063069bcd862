import type { RedemptionRecord } from '../../domain/benefit/redemption';
import { ALL, countersOf, type StockClaim, type StockView } from '../../domain/benefit/stock';
import { capOf } from '../../domain/signup/counters';
import { ABANDONED_MS } from '../../types/limits';
import type { BenefitId, EnterpriseId, RedemptionId } from '../../types/vocabulary';
import { _ } from './cloud';
import { changeIf, find } from './documents';

/** Shards of a page of benefits together. */
const SHARDS_MOST = 1_000;

/** Claims stay where they are. */
const VIEW = { of: true, shard: true, terms: true, used: true, held: true };

/** All shards of those benefits, in their order; none of drafts. One query. */
export async function readStocks(ids: readonly BenefitId[]): Promise<StockView[]> {
  if (ids.length === 0) return [];
  const of = ids.length === 1 ? ids[0] : _.in(ids);
  const shards = await find<StockView>('stocks', { of }, { limit: SHARDS_MOST, projection: VIEW });
  return shards.sort((a, b) => a.shard - b.shard);
}

/**
 * Takes one if the shard still stands as the decision saw it: the same terms, no change under way, and room in all and
 * in the enterprise's part. One update, so that of any number at once exactly as many get through as there are. The
 * shard is due for its oldest new claim.
 */
export function claimStock(
  { _id, terms }: StockView,
  redemptionId: RedemptionId,
  enterpriseId: EnterpriseId,
  claim: StockClaim,
): Promise<boolean> {
  const conditions: Record<string, unknown> = {
    ...{ 'terms.v': terms.v, held: _.exists(false), [`claims.${redemptionId}`]: _.exists(false) },
  };
  const used: Record<string, object> = {};
  for (const counter of countersOf(enterpriseId)) {
    const cap = counter === ALL ? (terms.caps[ALL] ?? 0) : capOf(terms.caps, counter);
    if (cap !== undefined) conditions[`used.${counter}`] = _.not(_.gte(cap));
    used[`used.${counter}`] = _.inc(1);
  }
  const change = { [`claims.${redemptionId}`]: _.set(claim), ...used, dueAt: _.min(claim.at + ABANDONED_MS) };
  return changeIf('stocks', _id, conditions, change);
}

/** Gives it back, once: only where the claim is still there. */
export function releaseStock({
  _id,
  stockId,
  enterpriseId,
}: Pick<RedemptionRecord, '_id' | 'stockId' | 'enterpriseId'>): Promise<boolean> {
  const used = countersOf(enterpriseId).map((counter) => [`used.${counter}`, _.inc(-1)]);
  return changeIf(
    'stocks',
    stockId,
    { [`claims.${_id}`]: _.exists(true) },
    { [`claims.${_id}`]: _.remove(), ...Object.fromEntries(used) },
  );
}
