import * as v from 'valibot';
import { cursor, day, fields, id, month, text } from '../../../cloudfunctions/kit/fields';

const takes = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success;

test.each(['a', '0', 'music-2026', 'x'.repeat(40)])('%s is an id', (value) => {
  expect(takes(id, value)).toBe(true);
});
test.each(['', '-a', 'A', 'a.b', '$a', 'a b', 'x'.repeat(41), 'á', 'a\n'])('%p is no id', (value) => {
  expect(takes(id, value)).toBe(false);
});

test.each([
  ['2026-11-20', true],
  ['2026-02-30', false],
  ['1969-12-31', false],
  ['2026-11', false],
])('%s as a day: %s', (value, fine) => {
  expect(takes(day, value)).toBe(fine);
});

test.each([
  ['2026-11', true],
  ['2026-13', false],
  ['2026-00', false],
  ['2026-1', false],
])('%s as a month: %s', (value, fine) => {
  expect(takes(month, value)).toBe(fine);
});

test('a text is counted after its blanks are trimmed, and has nothing that cannot be shown', () => {
  const short = text(1, 3);
  expect(v.parse(short, '  abc ')).toBe('abc');
  for (const bad of ['   ', 'abcd', 'a\u0000', 'a\nb', '\ud800', '\u007f']) expect(takes(short, bad)).toBe(false);
  for (const good of ['音乐节', 'é']) expect(takes(short, good)).toBe(true);
});

test('a cursor is a short text', () => {
  expect(takes(cursor, '1790000000000_abc')).toBe(true);
  expect(takes(cursor, 'x'.repeat(121))).toBe(false);
});

test('named fields are an object, and no list and nothing else', () => {
  for (const bad of [[], ['a'], null, 'a', 1, undefined]) expect(takes(fields, bad)).toBe(false);
  expect(v.parse(fields, { constructor: 1 })).toEqual({ constructor: 1 });
});
