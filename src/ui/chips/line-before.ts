/** Of a chip besides its words, in px: its sides and the gap behind it. */
const AROUND = 36;
/** Of the signs in it at the usual size: full-width ones, digits and letters, and spaces. */
const SIGN = 16;
const HALF = 8;
const SPACE = 3;
/** The end of the chip before the chosen one stays in sight, so that one sees that there is one. */
const PEEK = 24;

const widthOf = (sign: string): number => (sign === ' ' ? SPACE : sign < '\u2000' ? HALF : SIGN);

/**
 * How far the line is scrolled so that the chosen chip stands at its beginning. Fonts differ: each sign is taken at its
 * narrowest, so that the chosen one is never cut. (By its id the whole page would scroll with it.)
 */
export function lineBefore(
  options: readonly { value: string; words: string }[],
  chosen: string,
  scale: number,
): number {
  const at = options.findIndex(({ value }) => value === chosen);
  const widths = options.slice(0, Math.max(0, at)).map(({ words }) => {
    return AROUND + [...words].reduce((sum, sign) => sum + widthOf(sign), 0) * scale;
  });
  return Math.max(0, widths.reduce((sum, width) => sum + width, 0) - PEEK);
}
