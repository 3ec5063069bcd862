import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { MOBILE, maskedText, maskPhone, phoneKey, rosterId } from '../../../domain/member/phone';
import { holds } from '../../support/seed';

test('a mobile number is masked but for its first three and last four digits', () => {
  expect(maskPhone('13800001234')).toBe('138****1234');
});

test('a masked text never shows more than seven of its characters', () => {
  holds(
    fc.property(fc.stringMatching(/^\d{0,20}$/), (phone) => {
      const shown = Array.from(maskPhone(phone)).filter((character) => character !== '*').length;
      return phone.length < 8 ? shown === 0 : shown === 7 && maskPhone(phone).includes('****');
    }),
    500,
  );
});

test('a phone key is an HMAC under the deployment’s key, so that another key makes another', () => {
  const expected = createHmac('sha256', 'key').update('13800001234').digest('hex').slice(0, 40);
  expect(phoneKey('13800001234', 'key')).toBe(expected);
  expect(phoneKey('13800001234', 'other')).not.toBe(expected);
  expect(rosterId('e1', expected)).toBe(`e1_${expected}`);
});

test.each(['13800001234', '19999999999'])('%s is a mobile number', (phone) => {
  expect(MOBILE.test(phone)).toBe(true);
});

test.each([
  '1380000123',
  '138000012345',
  '23800001234',
  '+8613800001234',
  '1380000123a',
  '13800001234\n',
  ' 13800001234',
])('%p is none', (phone) => {
  expect(MOBILE.test(phone)).toBe(false);
});

test.each([
  ['给 13800001234 投保', '给 138****1234 投保'],
  ['13800001234,13900005678 13700009999', '138****1234,139****5678 137****9999'],
  ['138 0000 1234 / 139-0000-5678', '138****1234 / 139****5678'],
  ['+8613800001234，86-138 0000 1234', '+86138****1234，86-138****1234'],
  ['工号 138000012345，单号 20261120', '工号 138000012345，单号 20261120'],
])('in %p the phones are masked, and no other number', (text, masked) => {
  expect(maskedText(text)).toBe(masked);
});
