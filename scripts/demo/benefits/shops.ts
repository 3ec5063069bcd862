import type { ShopRecord } from '../../../domain/benefit/benefit';
import type { ShopView } from '../../../types/contract';
import { demoId } from '../chance';

/** One of the two shops for which `demo-merchant` verifies; the other sells coffee. */
export const MERCHANT_SHOP = demoId('shop trampoline');
export const STATION = demoId('shop station');

const SHOPS: readonly Pick<ShopView, 'id' | 'name' | 'kind' | 'address'>[] = [
  { id: MERCHANT_SHOP, name: '跃谷蹦床公园', kind: 'merchant', address: '生物医药产业基地星河路 31 号' },
  {
    id: demoId('shop courts'),
    name: '职工活动中心球馆',
    kind: 'merchant',
    address: '生物医药产业基地春和街 18 号一层',
  },
  { id: demoId('shop coffee'), name: '药谷会客厅咖啡', kind: 'merchant', address: '生物医药产业基地药谷中路 40 号' },
  { id: STATION, name: '工会驿站 春和街站', kind: 'station', address: '生物医药产业基地春和街 2 号' },
];

export const [, COURTS = MERCHANT_SHOP, COFFEE = MERCHANT_SHOP] = SHOPS.map(({ id }) => id);

/** Merchants around the park, and the station where goods are fetched; invented. */
export const shopRecords = (): ShopRecord[] =>
  SHOPS.map(({ id, ...shop }) => ({
    ...{ _id: id, v: 1, rev: 1, key: `${shop.name}_${id}`, open: true, requests: [] },
    ...shop,
  }));
