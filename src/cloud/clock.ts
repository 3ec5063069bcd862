import type { Instant } from '../../types/vocabulary';

let offset = 0;

/** Learns how far this device's clock is from the server's; `sentAt` and `gotAt` are this device's. */
export function learnTime(serverNow: Instant, sentAt: Instant, gotAt: Instant): void {
  offset = serverNow - Math.round((sentAt + gotAt) / 2);
}

/** The server's time as far as this device knows it: what every phrase about time is made with. */
export function serverNow(): Instant {
  return Date.now() + offset;
}
