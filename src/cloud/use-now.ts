import { useEffect, useState } from 'react';
import type { Instant } from '../../types/vocabulary';
import { serverNow } from './clock';

const STEP_MS = 15_000;

/** The server's time, again every quarter of a minute; sharper when `sharpAt` (an opening, a deadline) is reached. */
export function useNow(sharpAt?: Instant): Instant {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const until = sharpAt === undefined ? STEP_MS : sharpAt - serverNow();
    const timer = setTimeout(() => setNow(serverNow()), until > 0 && until < STEP_MS ? until + 50 : STEP_MS);
    return () => clearTimeout(timer);
  });
  return now;
}
