import type { ShopView } from '../../../types/contract/benefit';
import type { Page } from '../../../types/contract/op';
import { useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { type Paged, usePages } from '../../cloud/use-pages';

type ShopPage = Page<ShopView>;

/** Every shop and station, twenty at a time. */
export function useShops(): Paged<ShopView, ShopPage, RefusedBy<'benefit.shops'>> {
  const version = useAnswers(({ versions }) => versions['benefit.shops'] ?? 0);
  return usePages<ShopView, ShopPage, RefusedBy<'benefit.shops'>>('shops', version, (cursor) =>
    call('benefit.shops', cursor === undefined ? {} : { cursor }),
  );
}
