import type { Instant, RequestId } from '../../types/vocabulary';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 80 random bits are sixteen letters of five bits. */
export const RANDOM_BYTES = 10;

/** A ULID: ten letters of time, sixteen of chance. Made here, since the usual package needs a `crypto` WeChat lacks. */
export function ulid(at: Instant, random: Uint8Array): RequestId {
  let time = '';
  for (let rest = at, place = 0; place < 10; place += 1) {
    time = ALPHABET.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  let chance = '';
  let bits = 0;
  let held = 0;
  for (const byte of random) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      chance += ALPHABET.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return time + chance;
}
