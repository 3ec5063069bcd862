import { sha256 } from '@noble/hashes/sha256';
import { utf8ToBytes } from '@noble/hashes/utils';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** RFC 4648 base32, lower case, without padding; the first `length` characters. */
export function base32(bytes: Uint8Array, length: number): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5 && text.length < length) {
      bits -= 5;
      text += ALPHABET.charAt((buffer >> bits) & 31);
    }
  }
  return text;
}

/** How many random bytes `idFrom` needs. */
export const ID_BYTES = 16;

/**
 * A random id: 24 characters, the first a letter so that the store takes it as a field name.
 * About 119 bits of chance. Throws where fewer than `ID_BYTES` bytes are given.
 */
export function idFrom(random: Uint8Array): string {
  if (random.length < ID_BYTES) throw new Error(`an id needs ${ID_BYTES} random bytes`);
  const first = ALPHABET.charAt((random[0] ?? 0) % 26);
  return first + base32(random.subarray(1, ID_BYTES), 23);
}

/** Digest of a text, 32 base32 characters (160 bits): for keys that must not show what they stand for. */
export function digestOfText(text: string): string {
  return base32(sha256(utf8ToBytes(text)), 32);
}

/** The same text whatever order the fields were written in; fields that are `undefined` do not count. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** Digest of an input, so that a request id sent again can be held against what it was first sent with. */
export function digestOfInput(op: string, input: unknown): string {
  return digestOfText(`${op}\n${canonical(input)}`);
}
