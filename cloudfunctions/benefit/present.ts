import type { BenefitRecord, ShopRecord } from '../../domain/benefit/benefit';
import { phaseOf } from '../../domain/benefit/phase';
import { ALL, placesOf, type StockView } from '../../domain/benefit/stock';
import { enterpriseCounter } from '../../domain/signup/counters';
import type { BenefitCard, Places, ShopView } from '../../types/contract';
import type { EnterpriseId, Instant, ShopId } from '../../types/vocabulary';
import { byIds } from '../kit/documents';

/** What an enterprise may take, where that is limited. */
export function quotaOf(shards: readonly StockView[], enterpriseId: EnterpriseId | undefined): Places | undefined {
  return enterpriseId === undefined ? undefined : placesOf(shards, enterpriseCounter(enterpriseId));
}

/** As one of that enterprise sees it: nothing left for their colleagues is nothing left. */
export function presentCard(
  { _id, plan, state }: BenefitRecord,
  shards: readonly StockView[],
  enterpriseId: EnterpriseId | undefined,
  now: Instant,
): BenefitCard {
  const { title, tagline, brand, kind, price, opensAt, closesAt } = plan;
  const stock = placesOf(shards, ALL) ?? { capacity: 0, left: 0 };
  const left = Math.min(stock.left, quotaOf(shards, enterpriseId)?.left ?? stock.left);
  const phase = phaseOf({ closed: state === 'closed', opensAt, closesAt, left }, now);
  return { id: _id, title, tagline, brand, kind, price, phase, stock, opensAt, closesAt };
}

export function presentShop({ _id, name, kind, address, phone, open }: ShopRecord): ShopView {
  return { id: _id, name, kind, address, ...(phone !== undefined && { phone }), open };
}

/** Where a benefit can be used: those of the shops that are open, in the order in which the benefit names them. */
export async function placesToUse(ids: readonly ShopId[]): Promise<{ id: ShopId; name: string; address: string }[]> {
  const shops = new Map((await byIds<ShopRecord>('shops', ids)).map((shop) => [shop._id, shop]));
  return [...new Set(ids)].flatMap((id) => {
    const shop = shops.get(id);
    return shop?.open ? [{ id, name: shop.name, address: shop.address }] : [];
  });
}
