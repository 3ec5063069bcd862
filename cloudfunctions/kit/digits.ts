import { randomInt } from 'node:crypto';

const HALF = 1_000_000;

/** Twelve digits by chance, for a voucher where nothing can scan. */
export function newDigits(): string {
  return [randomInt(HALF), randomInt(HALF)].map((half) => String(half).padStart(6, '0')).join('');
}
