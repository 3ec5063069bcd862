import { sha256 } from '@noble/hashes/sha256';
import { utf8ToBytes } from '@noble/hashes/utils';
import { idFrom } from '../../domain/id/base32';
import type { Instant, RequestId } from '../../types/vocabulary';

/** Numbers from 0 up to 1 that are the same for the same name, every time. */
export interface Chance {
  /** A whole number from 0 below `count`. */
  below(count: number): number;
  pick<T>(list: readonly T[]): T;
  /** A new list in another order. */
  shuffled<T>(list: readonly T[]): T[];
}

/** Mulberry32 over a digest of the name: small, even enough, and the same on every machine. */
export function chanceOf(name: string): Chance {
  let state = new DataView(sha256(utf8ToBytes(name)).buffer).getUint32(0);
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[below(list.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  };
  const shuffled = <T>(list: readonly T[]): T[] => {
    const left = [...list];
    return list.flatMap(() => left.splice(below(left.length), 1));
  };
  return { below, pick, shuffled };
}

/** The id that stands for this name in every demo: seeding again finds what it made before. */
export function demoId(name: string): string {
  return idFrom(sha256(utf8ToBytes(`demo\n${name}`)));
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID as a client would have made it at that instant: ten characters of time, sixteen of the name's digest. */
export function demoRequest(name: string, at: Instant): RequestId {
  let time = '';
  for (let rest = at; time.length < 10; rest = Math.floor(rest / 32)) time = CROCKFORD.charAt(rest % 32) + time;
  const digest = sha256(utf8ToBytes(`request\n${name}`));
  return time + Array.from(digest.subarray(0, 16), (byte) => CROCKFORD.charAt(byte % 32)).join('');
}
