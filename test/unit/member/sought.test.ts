import fc from 'fast-check';
import { searchFields } from '../../../domain/member/search';
import { isSought, soughtBy } from '../../../domain/member/sought';
import { holds } from '../../support/seed';

const LI = { name: '欧阳小李', phone: '13800001234' };
const finds = (text: string, member = LI): boolean => {
  const sought = soughtBy(text);
  if (!sought) return false;
  const { grams, phoneTail } = searchFields(member);
  const indexed =
    sought.by === 'phone' ? phoneTail === sought.tail : sought.grams.every((gram) => grams.includes(gram));
  return indexed && isSought(member, sought);
};

test.each(['李', '小李', '欧阳', '阳小', '欧阳小李', '1234', '0001234', '13800001234'])('%s finds them', (text) => {
  expect(finds(text)).toBe(true);
});

test.each(['王', '李小', '欧小', '欧阳李', '234', '0123', '23400001234', '99991234', '!', ' '])(
  '%s does not find them',
  (text) => {
    expect(finds(text)).toBe(false);
  },
);

test('capitals do not matter', () => {
  expect(finds('MARY', { name: 'Mary Ann', phone: '13800001234' })).toBe(true);
});

test('any part of a name and the last four digits or more find whoever has them', () => {
  const names = fc.stringMatching(/^[\u4e00-\u9fa5]{2,5}$/);
  const phones = fc.stringMatching(/^1\d{10}$/);
  holds(
    fc.property(names, phones, fc.nat(), fc.nat(), (name, phone, a, b) => {
      const from = a % name.length;
      const part = name.slice(from, from + 1 + (b % (name.length - from)));
      return finds(part, { name, phone }) && finds(phone.slice(-(4 + (b % 8))), { name, phone });
    }),
  );
});
