import type { Instant } from '../../types/vocabulary';

const MINUTE_MS = 60_000;
/** As many as a phone of 320 px shows apart. */
export const BARS = 30;

export interface MinuteBar {
  at: Instant;
  arrived: number;
}

/**
 * The half hour up to now, minute by minute, empty ones too. Once nobody came for that long it ends with the last
 * minute in which somebody did: after the rush one wants to see the rush.
 */
export function minuteBars(minutes: readonly MinuteBar[], now: Instant): MinuteBar[] {
  const last = minutes[minutes.length - 1];
  if (!last) return [];
  const current = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const end = current - last.at < BARS * MINUTE_MS ? Math.max(current, last.at) : last.at;
  const counts = new Map(minutes.map(({ at, arrived }) => [at, arrived]));
  return Array.from({ length: BARS }, (_, index) => {
    const at = end - (BARS - 1 - index) * MINUTE_MS;
    return { at, arrived: counts.get(at) ?? 0 };
  });
}
