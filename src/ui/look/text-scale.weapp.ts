import Taro from '@tarojs/taro';

/** WeChat's text size (设置 → 关怀与字体) against its usual 16 px. */
export function systemTextScale(): number {
  const { fontSizeSetting } = Taro.getSystemInfoSync();
  return typeof fontSizeSetting === 'number' && fontSizeSetting > 0 ? fontSizeSetting / 16 : 1;
}
