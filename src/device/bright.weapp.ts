import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';

/**
 * Keeps the screen on and as bright as it goes, for a camera; the answer puts both back. A phone that refuses shows
 * the page all the same, so nothing is said of it.
 */
export function keepBright(): () => void {
  let over = false;
  let before: number | undefined;
  const refused = (): void => undefined;
  Taro.setKeepScreenOn({ keepScreenOn: true }).catch(refused);
  Taro.getScreenBrightness()
    .then(({ value }) => {
      // Left before the answer came: then it was never raised.
      if (over) return undefined;
      before = value;
      return Taro.setScreenBrightness({ value: 1 });
    })
    .catch(refused);
  return () => {
    over = true;
    Taro.setKeepScreenOn({ keepScreenOn: false }).catch(refused);
    if (before !== undefined) Taro.setScreenBrightness({ value: before }).catch(refused);
  };
}

/** The screen stays bright while this page is in front. */
export function useBright(): void {
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  useEffect(() => (shown ? keepBright() : undefined), [shown]);
}
