import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';

const WIDE_FROM = 900;

const isWide = (): boolean => Taro.getSystemInfoSync().windowWidth >= WIDE_FROM;

/** Whether the window is a computer's: what stands beside something else there is not drawn at all on a phone. */
export function useWide(): boolean {
  const [wide, setWide] = useState(isWide);
  useEffect(() => {
    const follow = (): void => setWide(isWide());
    Taro.onWindowResize(follow);
    return () => Taro.offWindowResize(follow);
  }, []);
  return wide;
}
