import { createHmac } from 'node:crypto';
import { base32 } from '../../../domain/id/base32';
import { parseCode, STEP_MS, ticketCode, ticketKey } from '../../../domain/ticket/code';

const hmac = (key: string, text: string, length: number): string =>
  base32(createHmac('sha256', key).update(text, 'utf8').digest(), length);

test('keys and codes are plain HMAC-SHA256 of UTF-8, also where there is no TextEncoder', () => {
  const encoder = globalThis.TextEncoder;
  Reflect.deleteProperty(globalThis, 'TextEncoder');
  try {
    const secret = '密钥 100% of it, 𠮷';
    const key = ticketKey(secret, 'reg1');
    expect(key).toBe(hmac(secret, 'ticket reg1', 26));
    expect(ticketCode(key, 'reg1', 7 * STEP_MS)).toBe(`T.reg1.${hmac(key, '7', 10)}`);
  } finally {
    globalThis.TextEncoder = encoder;
  }
});

test('a code that was read out in groups is the same code', () => {
  expect(parseCode(' T.re g1.ab cd efg hij\n')).toEqual({ kind: 'ticket', registration: 'reg1', mac: 'abcdefghij' });
});
