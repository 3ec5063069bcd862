import { lineBefore } from '../../../src/ui/chips/line-before';

/** As Noto Sans CJK, a narrow font, sets it at 16 px: a sign of this size, a digit and a space as shares of it. */
const inNoto = (words: string): number =>
  [...words].reduce((sum, sign) => sum + 16 * (sign === ' ' ? 0.224 : /\d/.test(sign) ? 0.555 : 1), 0);

const classes = ['1000 人以上', '200 到 999 人', '50 到 199 人', '10 到 49 人'].map((words) => ({
  value: words,
  words,
}));

test.each(classes)('the line never goes beyond where the chosen chip begins: $words', ({ value }) => {
  const before = classes.slice(
    0,
    classes.findIndex((each) => each.value === value),
  );
  const begins = before.reduce((sum, { words }) => sum + 2 * 14 + 8 + inNoto(words), 0);
  const scrolled = lineBefore(classes, value, 1);
  expect(scrolled).toBeLessThanOrEqual(begins);
  // And the one before it is never in sight as a whole.
  if (before.length > 0) expect(begins - scrolled).toBeLessThan(2 * 14 + 4 * 16);
});

test('the first chip, and one that is not there, leave the line where it is', () => {
  expect(lineBefore(classes, classes[0]?.value ?? '', 1)).toBe(0);
  expect(lineBefore(classes, 'nothing', 1)).toBe(0);
});

test('larger type takes a longer line', () => {
  const last = classes.at(-1)?.value ?? '';
  expect(lineBefore(classes, last, 1.25)).toBeGreaterThan(lineBefore(classes, last, 1));
});
