import { View } from '@tarojs/components';
import { SHOP_KIND_WORDS } from '../../../domain/wording/counter';
import type { ShopView } from '../../../types/contract/benefit';
import type { ShopId } from '../../../types/vocabulary';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Check } from '../../ui/check/check';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { useShops } from './use-shops';
import './desk.css';

interface ShopChoiceProps {
  kind: ShopView['kind'];
  chosen: readonly ShopId[];
  onChange: (chosen: ShopId[]) => void;
}

/** Which shops, or stations, verify it. A closed one stays while it is chosen. */
export function ShopChoice({ kind, chosen, onChange }: ShopChoiceProps) {
  const { items, refused, again, asking, more, loadMore } = useShops();
  const fits = items?.filter((shop) => chosen.includes(shop.id) || (shop.open && shop.kind === kind));
  const toggle = (id: ShopId): void =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  if (!fits)
    return refused ? <FailureLine refused={refused} again={again} asking={asking} /> : <SkeletonRows count={2} />;
  return (
    <View>
      {fits.length === 0 && <View className="note">还没有{SHOP_KIND_WORDS[kind].name}，先到“商户和驿站”里添加</View>}
      {fits.map(({ id, name, address }) => (
        <Press
          key={id}
          className="parted"
          pressed={chosen.includes(id)}
          onPress={() => toggle(id)}
          testId={`choose-${id}`}
        >
          <View className="row">
            <View className="grow">
              <View>{name}</View>
              <View className="note">{address}</View>
            </View>
            <Check on={chosen.includes(id)} />
          </View>
        </Press>
      ))}
      {more && (
        <Button kind="quiet" busy={asking} onPress={loadMore}>
          再看一些
        </Button>
      )}
    </View>
  );
}
