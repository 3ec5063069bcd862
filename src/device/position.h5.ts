import { gcj02 } from './gcj02';
import type { PositionAnswer } from './position-answer';

const PATIENCE_MS = 10_000;

/** Asks the browser, which asks its owner once; nothing is kept. */
export function findPosition(): Promise<PositionAnswer> {
  if (!('geolocation' in navigator)) return Promise.resolve({ kind: 'unknown' });
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ kind: 'found', position: gcj02({ latitude, longitude }) }),
      ({ code, PERMISSION_DENIED }) => resolve({ kind: code === PERMISSION_DENIED ? 'denied' : 'unknown' }),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 0 },
    );
  });
}

/** A browser keeps its permissions where no page can open them. */
export const openPositionSetting: (() => void) | undefined = undefined;
