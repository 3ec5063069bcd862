import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';

/** Whether the page is in front: not below another one, and the mini-program not left. */
export function useShown(): boolean {
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  return shown;
}

/**
 * Asks again so long after each answer, while the page is in front and `live`. Counted from the answer, so that a slow
 * network is not asked twice at once.
 */
export function useLive(
  { again, asking }: { again: () => void; asking: boolean },
  afterMs: number,
  live: boolean,
): void {
  const shown = useShown();
  const latest = useRef(again);
  latest.current = again;
  const waiting = live && shown && !asking;
  // An answer that comes at once (there is no network) leaves `asking` as it was: the count sets the next time all the same.
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (!waiting || count < 0) return undefined;
    const timer = setTimeout(() => {
      latest.current();
      setCount((before) => before + 1);
    }, afterMs);
    return () => clearTimeout(timer);
  }, [waiting, afterMs, count]);
}
