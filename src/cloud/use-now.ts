import { useEffect, useState } from 'react';
import type { Instant } from '../../types/vocabulary';
import { onTimeLearnt, serverNow } from './clock';

const STEP_MS = 15_000;

/**
 * The server's time, again every quarter of a minute and when this device learns it anew; sharper when `sharpAt` (an
 * opening, a deadline) is reached.
 */
export function useNow(sharpAt?: Instant): Instant {
  const [now, setNow] = useState(serverNow);
  useEffect(() => onTimeLearnt(() => setNow(serverNow())), []);
  useEffect(() => {
    const until = sharpAt === undefined ? STEP_MS : sharpAt - serverNow();
    const timer = setTimeout(() => setNow(serverNow()), until > 0 && until < STEP_MS ? until + 50 : STEP_MS);
    return () => clearTimeout(timer);
  });
  return now;
}
