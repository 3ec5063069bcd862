import fc from 'fast-check';
import { isbnOf } from '../../../domain/reading/isbn';
import { holds } from '../../support/seed';

// Numbers printed on books, not computed here.
test.each<[string, string | undefined, string]>([
  ['9787020002207', '9787020002207', '红楼梦, as a scanner reads it'],
  ['978-7-02-000220-7', '9787020002207', 'with hyphens'],
  ['978 7 02 000220 7', '9787020002207', 'with spaces'],
  ['9787020002207', '9787020002207', 'in full-width digits'],
  ['ISBN 978-7-02-000220-7', '9787020002207', 'as it is printed'],
  ['ISBN-13: 9787020002207', '9787020002207', 'as a catalogue has it'],
  ['7-02-000220-X', '9787020002207', 'the ISBN-10 of older prints'],
  ['7-02-000220-x', '9787020002207', 'with a small x'],
  ['ISBN-10: 0-306-40615-2', '9780306406157', "the standard's own example"],
  ['9787020002208', undefined, 'a wrong last digit'],
  ['7-02-000220-1', undefined, 'a wrong last digit of ten'],
  ['6901028075763', undefined, 'a barcode that is no book'],
  ['X020002207', undefined, 'an X that is not last'],
  ['978702000220', undefined, 'a digit short'],
  ['', undefined, 'nothing'],
])('“%s” is %s: %s', (text, isbn) => {
  expect(isbnOf(text)).toBe(isbn);
});

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

test('one last digit of ten makes an ISBN-13, and one of eleven an ISBN-10 of the same book', () => {
  holds(
    fc.property(digits(9), (body) => {
      const of13 = [...'0123456789'].flatMap((last) => isbnOf(`978${body}${last}`) ?? []);
      const of10 = [...'0123456789X'].flatMap((last) => isbnOf(`${body}${last}`) ?? []);
      return of13.length === 1 && of10.length === 1 && of13[0] === of10[0];
    }),
  );
});

test('a slip of the finger is always noticed: one digit that is wrong', () => {
  const last = fc.nat({ max: 9 });
  holds(
    fc.property(digits(9), fc.nat({ max: 12 }), last, (body, at, wrong) => {
      const [isbn = ''] = [...'0123456789'].flatMap((check) => isbnOf(`978${body}${check}`) ?? []);
      const slipped = `${isbn.slice(0, at)}${wrong}${isbn.slice(at + 1)}`;
      return slipped === isbn || isbnOf(slipped) === undefined;
    }),
  );
});
