import Taro from '@tarojs/taro';
import type { Instant } from '../../types/vocabulary';

/** How far the server's clock is ahead of this device's, and this device's clock when that was learnt. */
interface Learnt {
  offset: number;
  at: Instant;
}

const STORAGE = 'clock';
/** Less than this nobody sees; answers differ by it all the time. */
const NOTICED_MS = 1_000;
/** What is kept is written anew after so long, however little it changed: storing takes time at every answer. */
const REWRITTEN_MS = 24 * 3_600_000;
/** After so long a phone's clock has drifted, or was set, more than what is known of it is worth. */
const WORTH_MS = 30 * 24 * 3_600_000;

let offset = 0;
let kept: Learnt | undefined;
const listeners = new Set<() => void>();

const isLearnt = (value: unknown): value is Learnt =>
  typeof value === 'object' &&
  value !== null &&
  'offset' in value &&
  Number.isFinite(value.offset) &&
  'at' in value &&
  Number.isFinite(value.at);

/**
 * Brings back what was learnt before a restart, so that a ticket opened without a network still shows the right code.
 * Where this device's clock stands before the time of learning it was set since: then it is believed as it is.
 */
export function wakeClock(): void {
  const value: unknown = Taro.getStorageSync(STORAGE);
  const age = isLearnt(value) ? Date.now() - value.at : -1;
  kept = isLearnt(value) && age >= 0 && age < WORTH_MS ? value : undefined;
  offset = kept?.offset ?? 0;
}

function keep(at: Instant): void {
  if (kept && Math.abs(kept.offset - offset) < NOTICED_MS && Math.abs(at - kept.at) < REWRITTEN_MS) return;
  kept = { offset, at };
  Taro.setStorageSync(STORAGE, kept);
}

/** Learns how far this device's clock is from the server's; `sentAt` and `gotAt` are this device's. */
export function learnTime(serverNow: Instant, sentAt: Instant, gotAt: Instant): void {
  const learnt = serverNow - Math.round((sentAt + gotAt) / 2);
  const noticed = Math.abs(learnt - offset) >= NOTICED_MS;
  offset = learnt;
  keep(gotAt);
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
