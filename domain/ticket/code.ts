import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha256';
import type { ActivityId, Instant, RedemptionId, RegistrationId, SessionId } from '../../types/vocabulary';
import { base32 } from '../id/base32';

/** A code is good for so long, and for one step more on either side: phones' clocks and slow hands. */
export const STEP_MS = 15_000;

/** Steps looked at on either side to say whether a code is old or its phone's clock is fast: an hour's. */
const TOLD_STEPS = 240;

/** 130 bits: nobody guesses it. */
const KEY_LENGTH = 26;
/** 50 bits, good for 45 s: nobody guesses that either, and the QR code stays coarse enough for a cracked camera. */
const MAC_LENGTH = 10;

/** UTF-8 by way of percent signs: phones draw codes too, and WeChat has no `TextEncoder`. */
function utf8Bytes(text: string): Uint8Array {
  const signs = encodeURIComponent(text).match(/%..|[^%]/g) ?? [];
  return Uint8Array.from(signs, (sign) =>
    sign.length === 1 ? sign.charCodeAt(0) : Number.parseInt(sign.slice(1), 16),
  );
}

export const keyed = (key: string, text: string, length: number): string =>
  base32(hmac(sha256, utf8Bytes(key), utf8Bytes(text)), length);

/** The key of one ticket, from the deployment's: a phone that has it draws the codes without a network. */
export function ticketKey(secret: string, registration: RegistrationId): string {
  return keyed(secret, `ticket ${registration}`, KEY_LENGTH);
}

/** The key of one venue's screen. */
export function venueKey(secret: string, activity: ActivityId, session: SessionId): string {
  return keyed(secret, `venue ${activity} ${session}`, KEY_LENGTH);
}

/** The key of one voucher. */
export function voucherKey(secret: string, redemption: RedemptionId): string {
  return keyed(secret, `voucher ${redemption}`, KEY_LENGTH);
}

export function stepOf(at: Instant): number {
  return Math.floor(at / STEP_MS);
}

function macAt(key: string, step: number): string {
  return keyed(key, String(step), MAC_LENGTH);
}

/** What a ticket shows at that instant of the server's time. */
export function ticketCode(key: string, registration: RegistrationId, at: Instant): string {
  return `T.${registration}.${macAt(key, stepOf(at))}`;
}

/** What a venue's screen shows. */
export function venueCode(key: string, activity: ActivityId, session: SessionId, at: Instant): string {
  return `V.${activity}.${session}.${macAt(key, stepOf(at))}`;
}

/** What a voucher shows, for a benefit's merchant or station. */
export function voucherCode(key: string, redemption: RedemptionId, at: Instant): string {
  return `B.${redemption}.${macAt(key, stepOf(at))}`;
}

/** What is typed where nothing can scan: in groups of four, as a voucher shows it. */
export function inGroups(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}

export type Code =
  | { kind: 'ticket'; registration: RegistrationId; mac: string }
  | { kind: 'venue'; activity: ActivityId; session: SessionId; mac: string }
  | { kind: 'voucher'; redemption: RedemptionId; mac: string };

const TICKET = /^T\.([a-z0-9]{1,40})\.([a-z2-7]{10})$/;
const VOUCHER = /^B\.([a-z0-9]{1,40})\.([a-z2-7]{10})$/;
const VENUE = /^V\.([a-z0-9-]{1,40})\.([a-z0-9]{1,8})\.([a-z2-7]{10})$/;

/** What was scanned or typed, taken apart; `undefined` where it is no code of ours. Gaps between groups do not count. */
export function parseCode(text: string): Code | undefined {
  const trimmed = text.replace(/\s+/g, '');
  const [, registration, mac] = TICKET.exec(trimmed) ?? [];
  if (registration !== undefined && mac !== undefined) return { kind: 'ticket', registration, mac };
  const [, redemption, voucherMac] = VOUCHER.exec(trimmed) ?? [];
  if (redemption !== undefined && voucherMac !== undefined) return { kind: 'voucher', redemption, mac: voucherMac };
  const [, activity, session, venueMac] = VENUE.exec(trimmed) ?? [];
  if (activity === undefined || session === undefined || venueMac === undefined) return undefined;
  return { kind: 'venue', activity, session, mac: venueMac };
}

/** The twelve digits of a voucher, however they were grouped; `undefined` where it is something else. */
export function parseDigits(text: string): string | undefined {
  const digits = text.replace(/[\s-]+/g, '');
  return /^\d{12}$/.test(digits) ? digits : undefined;
}

export type CodeVerdict = 'valid' | 'old' | 'new' | 'unknown';

/**
 * Whether a code was drawn with that key within one step of `now`. What is older or newer by up to an hour is told
 * apart from what was never ours, since the two want different help.
 */
export function verdictOf(key: string, mac: string, now: Instant): CodeVerdict {
  const step = stepOf(now);
  for (let away = 0; away <= TOLD_STEPS; away++) {
    if (macAt(key, step - away) === mac) return away <= 1 ? 'valid' : 'old';
    if (macAt(key, step + away) === mac) return away <= 1 ? 'valid' : 'new';
  }
  return 'unknown';
}
