import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { SHOP_KIND_WORDS } from '../../../domain/wording/counter';
import type { ShopView } from '../../../types/contract/benefit';
import { Failure, FailureLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { ShopSheet } from './shop-sheet';
import { useShops } from './use-shops';
import { VerifierSheet } from './verifier-sheet';
import './desk.css';

type Open = { kind: 'shop'; shop: ShopView | undefined } | { kind: 'verifiers'; shop: ShopView };

/** 商户和驿站: where vouchers are verified, and by whom. */
export function Shops() {
  const list = useShops();
  const [open, setOpen] = useState<Open>();
  useReachBottom(list.loadMore);
  const { items, refused } = list;
  const shut = (): void => setOpen(undefined);
  if (!items && refused) return <Failure refused={refused} again={list.again} asking={list.asking} />;
  return (
    <View className="desk-list">
      {!items && <SkeletonRows count={4} />}
      {items?.length === 0 && <Notice icon="shop" title="还没有商户" text="添加以后，福利才有地方用" testId="empty" />}
      {items && items.length > 0 && (
        <CellGroup>
          {items.map((shop) => (
            <Cell
              key={shop.id}
              icon={shop.kind === 'station' ? 'place' : 'shop'}
              title={shop.name}
              note={shop.open ? `${SHOP_KIND_WORDS[shop.kind].name} · ${shop.address}` : '已停止核销'}
              onPress={() => setOpen({ kind: 'shop', shop })}
              testId={`shop-${shop.id}`}
            />
          ))}
        </CellGroup>
      )}
      {items && refused && (
        <View className="pad">
          <FailureLine refused={refused} again={list.again} asking={list.asking} />
        </View>
      )}
      <Bar>
        <Button kind="primary" onPress={() => setOpen({ kind: 'shop', shop: undefined })} testId="new-shop">
          添加
        </Button>
      </Bar>
      {open?.kind === 'shop' && (
        <ShopSheet shop={open.shop} onClose={shut} onVerifiers={(shop) => setOpen({ kind: 'verifiers', shop })} />
      )}
      {open?.kind === 'verifiers' && <VerifierSheet shop={open.shop} onClose={shut} />}
    </View>
  );
}
