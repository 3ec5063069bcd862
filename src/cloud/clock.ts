import type { Instant } from '../../types/vocabulary';

let offset = 0;
const listeners = new Set<() => void>();
/** Less than this nobody sees; answers differ by it all the time. */
const NOTICED_MS = 1_000;

/** Learns how far this device's clock is from the server's; `sentAt` and `gotAt` are this device's. */
export function learnTime(serverNow: Instant, sentAt: Instant, gotAt: Instant): void {
  const learnt = serverNow - Math.round((sentAt + gotAt) / 2);
  const noticed = Math.abs(learnt - offset) >= NOTICED_MS;
  offset = learnt;
  if (noticed) for (const listener of listeners) listener();
}

/** Tells when this device turned out to be wrong about the time; the answer ends the telling. */
export function onTimeLearnt(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The server's time as far as this device knows it: what every phrase about time is made with. */
export function serverNow(): Instant {
  return Date.now() + offset;
}
