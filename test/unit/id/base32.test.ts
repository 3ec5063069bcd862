import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { digestOfInput, digestOfText, ID_BYTES, idFrom } from '../../../domain/id/base32';
import { holds } from '../../support/seed';

const RFC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 over one long number: five bits a character from the left, zeros behind. */
function model(bytes: Uint8Array, length: number): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups
    .map((group) => RFC.charAt(Number.parseInt(group.padEnd(5, '0'), 2)))
    .join('')
    .slice(0, length)
    .toLowerCase();
}

test.each([
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('the model agrees with the vector of RFC 4648 for %s', (text, encoded) => {
  expect(model(Buffer.from(text), 99)).toBe(encoded.toLowerCase());
});

test('an id is its random bytes in base32 behind a letter', () => {
  const bytes = fc.uint8Array({ minLength: ID_BYTES, maxLength: ID_BYTES + 8 });
  holds(
    fc.property(bytes, (random) => {
      const id = idFrom(random);
      return /^[a-z][a-z2-7]{23}$/.test(id) && id.slice(1) === model(random.subarray(1, ID_BYTES), 23);
    }),
    1_000,
  );
});

test('every letter can begin an id, and one changed bit makes another id', () => {
  const first = new Set(
    Array.from({ length: 256 }, (_, byte) => idFrom(new Uint8Array(ID_BYTES).fill(byte)).charAt(0)),
  );
  expect([...first].sort().join('')).toBe('abcdefghijklmnopqrstuvwxyz');
  const used = Array.from({ length: 115 }, (_, bit) => {
    const bytes = new Uint8Array(ID_BYTES);
    bytes[1 + Math.floor(bit / 8)] = 0x80 >> (bit % 8);
    return idFrom(bytes);
  });
  expect(new Set(used).size).toBe(115);
});

test('too few random bytes make no id', () => {
  expect(() => idFrom(new Uint8Array(ID_BYTES - 1))).toThrow();
});

test('the digest of a text is the first 160 bits of its SHA-256 in base32', () => {
  holds(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sha = createHash('sha256').update(text, 'utf8').digest();
      return digestOfText(text) === model(sha, 32);
    }),
    500,
  );
});

const input = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 6, noNullPrototype: true });

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, turned(field)]),
  );
}

test('the digest of an input does not depend on the order of its fields', () => {
  holds(
    fc.property(input, (given) => digestOfInput('a.b', given) === digestOfInput('a.b', turned(given))),
    500,
  );
});

test('inputs that differ, operations that differ and lists in another order have other digests', () => {
  const canonical = (value: unknown) => JSON.stringify(value, (_key, each: unknown) => sorted(each));
  holds(
    fc.property(input, input, (a, b) => {
      const same = canonical(a) === canonical(b);
      return (digestOfInput('a.b', a) === digestOfInput('a.b', b)) === same;
    }),
    500,
  );
  expect(digestOfInput('a.b', {})).not.toBe(digestOfInput('a.c', {}));
  expect(digestOfInput('a.b', { list: [1, 2] })).not.toBe(digestOfInput('a.b', { list: [2, 1] }));
  expect(digestOfInput('a.b', { n: 1 })).not.toBe(digestOfInput('a.b', { n: '1' }));
});

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
