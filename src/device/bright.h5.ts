import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';

/**
 * Keeps the screen on; a browser lets no page make it brighter. The lock is lost whenever the page is out of sight, and
 * asked for again when it comes back. Where a browser has none, or gives none, the page is shown all the same.
 */
export function keepBright(): () => void {
  if (!('wakeLock' in navigator)) return () => undefined;
  let over = false;
  let lock: WakeLockSentinel | undefined;
  const take = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return;
    try {
      const taken = await navigator.wakeLock.request('screen');
      if (over) void taken.release();
      else lock = taken;
    } catch {
      // A low battery or a setting forbids it: the person keeps their screen on by touching it.
    }
  };
  const listen = (): void => void take();
  document.addEventListener('visibilitychange', listen);
  void take();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', listen);
    void lock?.release();
  };
}

/** The screen stays bright while this page is in front. */
export function useBright(): void {
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  useEffect(() => (shown ? keepBright() : undefined), [shown]);
}
