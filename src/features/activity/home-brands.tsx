import { View } from '@tarojs/components';
import { BRAND_WORDS } from '../../../domain/wording/vocabulary';
import { BRANDS } from '../../../types/vocabulary';
import { go } from '../../routes';
import { Press } from '../../ui/press/press';
import { useBrowse } from './browse-choice';
import './home.css';

/** The four brands; a tap shows what each has on. */
export function HomeBrands() {
  const choose = useBrowse((state) => state.choose);
  return (
    <View className="pad home-part home-brands">
      {BRANDS.map((brand) => (
        <Press
          key={brand}
          className={`home-brand home-brand--${brand}`}
          onPress={() => {
            choose({ brand });
            go.tab('pages/activities/index');
          }}
        >
          <View className="strong">{BRAND_WORDS[brand].name}</View>
          <View className="home-brand__line">{BRAND_WORDS[brand].line}</View>
        </Press>
      ))}
    </View>
  );
}
