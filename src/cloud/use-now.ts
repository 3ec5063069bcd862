import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { Instant } from '../../types/vocabulary';
import { onTimeLearnt, serverNow } from './clock';

const STEP_MS = 15_000;

/**
 * The server's time, again after as long as `pause` says, when this device learns it anew, and on coming back to the
 * page: a phone that slept fires its timers late.
 */
function useTime(pause: (now: Instant) => number): Instant {
  const [now, setNow] = useState(serverNow);
  useEffect(() => onTimeLearnt(() => setNow(serverNow())), []);
  useDidShow(() => setNow(serverNow()));
  useEffect(() => {
    const timer = setTimeout(() => setNow(serverNow()), pause(serverNow()));
    return () => clearTimeout(timer);
  });
  return now;
}

/** Again every quarter of a minute; sharper when `sharpAt` (an opening, a deadline) is reached. */
export function useNow(sharpAt?: Instant): Instant {
  return useTime((now) => {
    const until = sharpAt === undefined ? STEP_MS : sharpAt - now;
    return until > 0 && until < STEP_MS ? until + 50 : STEP_MS;
  });
}

/** Again on the edge of every step of that many milliseconds, as the server's clock counts them. */
export function useSteps(stepMs: number): Instant {
  return useTime((now) => stepMs - (now % stepMs));
}
