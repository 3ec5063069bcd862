import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha256';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** A mainland mobile number without its country code. */
export const MOBILE = /^1\d{10}$/;

/** `138****1234`: what everybody but the owner sees. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/**
 * A text with the phones in it masked: people write them down wherever they can write, also in threes and fours and with the
 * country's code. Longer numbers are none.
 */
export function maskedText(text: string): string {
  return text.replace(/(^|\D)((?:86[ -]?)?1\d{2})[ -]?\d{4}[ -]?(\d{4})(?!\d)/g, '$1$2****$3');
}

/**
 * What stands for a phone in an index or a roster: an HMAC under the deployment's own key, since a plain hash of
 * eleven digits is guessed in minutes. The key must stay the same, or rosters have to be imported again.
 */
export function phoneKey(phone: string, secret: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(phone))).slice(0, 40);
}

/** The id of the roster entry that says: this phone works in this enterprise. */
export function rosterId(enterpriseId: string, key: string): string {
  return `${enterpriseId}_${key}`;
}
