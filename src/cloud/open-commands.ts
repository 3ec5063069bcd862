import Taro from '@tarojs/taro';
import type { OpName } from '../../types/contract';
import type { Instant, RequestId } from '../../types/vocabulary';

interface Open {
  id: RequestId;
  /** This device's clock when it was given first. */
  at: Instant;
}

const STORAGE = 'open-commands';
/** Long enough to come back the next morning; by then whatever died half-way was finished or taken back. */
const KEPT_MS = 24 * 3_600_000;
const MOST = 20;

/** FNV-1a, 32 bits, from a seed of its own. */
function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/**
 * Names a command by its operation and a digest of its input: names and phones are not written to the device. Should
 * two inputs ever share a digest, the server refuses the id as used, and that ends it.
 */
const keyOf = (name: OpName, input: string): string => `${name} ${fnv(input, 0x811c9dc5)}.${fnv(input, 0x2f0b4c47)}`;

function isOpen(value: unknown): value is Open {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'at' in value &&
    typeof value.at === 'number'
  );
}

function read(): Map<string, Open> {
  const kept: unknown = Taro.getStorageSync(STORAGE);
  const open = new Map<string, Open>();
  if (typeof kept !== 'object' || kept === null) return open;
  const now = Date.now();
  for (const [key, each] of Object.entries(kept)) {
    if (isOpen(each) && Math.abs(now - each.at) < KEPT_MS) open.set(key, each);
  }
  return open;
}

function write(open: Map<string, Open>): void {
  const latest = [...open].sort(([, a], [, b]) => b.at - a.at).slice(0, MOST);
  if (latest.length === 0) Taro.removeStorageSync(STORAGE);
  else Taro.setStorageSync(STORAGE, Object.fromEntries(latest));
}

/** The id under which this command went out without a sure answer, also before a reload, up to a day ago. */
export function openId(name: OpName, input: string): RequestId | undefined {
  return read().get(keyOf(name, input))?.id;
}

/** Written before the command goes out: what dies on its way must be found again. */
export function keepOpen(name: OpName, input: string, id: RequestId): void {
  write(read().set(keyOf(name, input), { id, at: Date.now() }));
}

/** A sure refusal came: nothing was done, and another try is another command. */
export function endOpen(name: OpName, input: string): void {
  const open = read();
  if (open.delete(keyOf(name, input))) write(open);
}

/**
 * It was accepted. Ids of the same operation with other input end with it: sent again after this one, such an id would
 * only bring back an answer from before.
 */
export function endOpenOf(name: OpName): void {
  const open = read();
  for (const key of [...open.keys()]) if (key.startsWith(`${name} `)) open.delete(key);
  write(open);
}

/** Somebody else uses this device now. */
export function forgetOpen(): void {
  Taro.removeStorageSync(STORAGE);
}
