import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { SHOP_KIND_WORDS } from '../../../domain/wording/counter';
import { useAnswer } from '../../cloud/use-answer';
import { go } from '../../routes';
import { Failure } from '../../shell/failure';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Notice } from '../../ui/notice/notice';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import './merchant.css';

/** For which shop one verifies now; who has one is taken there at once. */
export function MyShops() {
  const { value, refused, asking, again } = useAnswer('benefit.myShops', {});
  const only = value?.items.length === 1 ? value.items[0]?.id : undefined;
  useEffect(() => {
    if (only !== undefined) go.verifyInstead(only);
  }, [only]);
  if (!value) {
    return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonRows count={3} />;
  }
  if (value.items.length === 0) {
    return <Notice icon="shop" title="还没有要核销的店" text="工会授权后，店会出现在这里" testId="empty" />;
  }
  if (only !== undefined) return <SkeletonRows count={1} />;
  return (
    <View data-testid="my-shops">
      <CellGroup title="在哪家店核销">
        {value.items.map(({ id, name, kind, address, open }) => (
          <Cell
            key={id}
            icon={kind === 'station' ? 'place' : 'shop'}
            title={name}
            note={open ? `${SHOP_KIND_WORDS[kind].name} · ${address}` : '已停止核销'}
            onPress={() => go.verify(id)}
            testId={`shop-${id}`}
          />
        ))}
      </CellGroup>
    </View>
  );
}
