import { Binary, ObjectId } from 'bson';
import fc from 'fast-check';
import { compare } from '../../../../emulator/store/compare';
import { after, betweenRange, encode, prefixRange } from '../../../../emulator/store/keys';
import { holds } from '../../../support/seed';

const scalar = fc.oneof(
  fc.constant(null),
  fc.double(),
  fc.integer(),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('', 'a', 'a\0', 'a\0b', '票', '\uffff', '\u{1f600}', '\ue000'),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 5 }).map((bytes) => new Binary(bytes)),
  fc.constantFrom(/a/, /a/i, /b/),
);
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof(
    { weight: 4, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(tie('any'), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('a', 'b', 'ab'), tie('any'), { maxKeys: 3 }) },
  ),
})).any;
const direction = fc.constantFrom<1 | -1>(1, -1);

const sign = (order: number): number => (order < 0 ? -1 : order > 0 ? 1 : 0);

describe('keys of an index', () => {
  test('the bytes of values order as BSON orders the values, backwards where the field descends', () => {
    holds(
      fc.property(value, value, direction, (a, b, order) => {
        expect(sign(Buffer.compare(encode(a, order), encode(b, order)))).toBe(sign(compare(a, b)) * order + 0);
      }),
      2000,
    );
  });

  test('fields that follow each other order by the first that differs', () => {
    holds(
      fc.property(fc.tuple(value, value), fc.tuple(value, value), direction, direction, (a, b, first, second) => {
        const key = (pair: [unknown, unknown]): Buffer =>
          Buffer.concat([encode(pair[0], first), encode(pair[1], second)]);
        const expected = sign(compare(a[0], b[0])) * first || sign(compare(a[1], b[1])) * second;
        expect(sign(Buffer.compare(key(a), key(b)))).toBe(expected + 0);
      }),
      2000,
    );
  });

  test('kinds order as MongoDB orders them', () => {
    const rising = [
      null,
      -1,
      'a',
      { a: 1 },
      [1],
      new Binary(Buffer.from('a')),
      new ObjectId(),
      false,
      new Date(0),
      /a/,
    ];
    for (let i = 1; i < rising.length; i++) {
      expect(compare(rising[i - 1], rising[i])).toBeLessThan(0);
      expect(Buffer.compare(encode(rising[i - 1]), encode(rising[i]))).toBeLessThan(0);
    }
  });

  test('a range holds exactly the values of its kind between its bounds', () => {
    const bound = fc.record({ value: fc.integer({ min: -5, max: 5 }), inclusive: fc.boolean() });
    holds(
      fc.property(fc.option(bound, { nil: undefined }), bound, value, direction, (low, high, candidate, order) => {
        const { low: from, high: to } = betweenRange(low, high, order);
        const key = Buffer.concat([encode(candidate, order), encode('next')]);
        const nan = Number.isNaN(candidate) && !low;
        const above = (n: number): boolean => !low || n > low.value || (low.inclusive && n === low.value);
        const below = (n: number): boolean => n < high.value || (high.inclusive && n === high.value);
        const expected = nan || (typeof candidate === 'number' && above(candidate) && below(candidate));
        expect(Buffer.compare(key, from) >= 0 && Buffer.compare(key, to) < 0).toBe(expected);
      }),
      2000,
    );
  });

  test('a prefix range holds exactly the strings that begin so', () => {
    holds(
      fc.property(fc.constantFrom('a', 'ab', '票', 'a\0'), value, direction, (prefix, candidate, order) => {
        const { low, high } = prefixRange(prefix, order);
        const key = Buffer.concat([encode(candidate, order), encode(1)]);
        const expected = typeof candidate === 'string' && candidate.startsWith(prefix);
        expect(Buffer.compare(key, low) >= 0 && Buffer.compare(key, high) < 0).toBe(expected);
      }),
      1000,
    );
  });

  test('what comes after a prefix of all-high bytes is still after it', () => {
    expect(Buffer.compare(after(Buffer.from([0xff, 0xff])), Buffer.from([0xff, 0xff, 0xff]))).toBeGreaterThan(0);
  });
});
