import { View } from '@tarojs/components';
import { takenShare } from '../../../domain/wording/places';
import type { Places } from '../../../types/contract/activity';
import type { Brand } from '../../../types/vocabulary';
import './share-bar.css';

/** How much is taken. */
export function ShareBar({ places, brand }: { places: Places; brand: Brand }) {
  return (
    <View className="share-bar">
      <View
        className={`share-bar__taken share-bar__taken--${brand}`}
        style={{ width: `${Math.round(takenShare(places) * 100)}%` }}
      />
    </View>
  );
}
