import fc from 'fast-check';
import {
  inGroups,
  parseCode,
  parseDigits,
  STEP_MS,
  stepOf,
  ticketKey,
  verdictOf,
  voucherCode,
  voucherKey,
} from '../../../domain/ticket/code';
import { NOON } from '../../support/plans';
import { holds } from '../../support/seed';

const SECRET = 'secret';
const ids = fc.stringMatching(/^[a-z][a-z2-7]{23}$/);
const DRAWN = stepOf(NOON) * STEP_MS;

test('a voucher’s code reads back, is good for its own voucher, and opens no gate', () => {
  holds(
    fc.property(ids, ids, (id, other) => {
      const code = parseCode(` ${voucherCode(voucherKey(SECRET, id), id, NOON)}\n`);
      if (code?.kind !== 'voucher' || code.redemption !== id) return false;
      const good = verdictOf(voucherKey(SECRET, id), code.mac, NOON) === 'valid';
      const elsewhere = [
        ticketKey(SECRET, id),
        voucherKey('other', id),
        ...(id === other ? [] : [voucherKey(SECRET, other)]),
      ];
      return good && elsewhere.every((key) => verdictOf(key, code.mac, NOON) === 'unknown');
    }),
    50,
  );
});

test.each([
  [0, 'valid'],
  [2 * STEP_MS - 1, 'valid'],
  [2 * STEP_MS, 'old'],
  [-STEP_MS - 1, 'new'],
])('looked at %s ms after it was drawn it is %s', (away, verdict) => {
  const code = parseCode(voucherCode(voucherKey(SECRET, 'r'), 'r', DRAWN));
  expect(verdictOf(voucherKey(SECRET, 'r'), code?.mac ?? '', DRAWN + away)).toBe(verdict);
});

test('twelve digits are read however they were grouped, and nothing else is', () => {
  holds(fc.property(fc.stringMatching(/^\d{12}$/), (digits) => parseDigits(inGroups(digits)) === digits));
  expect(inGroups('123456789012')).toBe('1234 5678 9012');
  expect(parseDigits('1234-5678-9012')).toBe('123456789012');
  for (const text of ['', '12345678901', '1234567890123', '12345678901a', 'T.abc.aaaaaaaaaa']) {
    expect(parseDigits(text)).toBeUndefined();
  }
});
