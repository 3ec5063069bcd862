/** Where a line may end inside a name: at spaces and after punctuation, never inside a word of Chinese. */
const BREAKS = /[\s，、：；。！？·”』」》）—]+/;

/** Letters and digits are about half as wide as a Chinese character, which is 1. */
const widthOf = (part: string): number => [...part].reduce((sum, sign) => sum + (sign < '\u2e80' ? 0.6 : 1), 0);

/** A part with more signs than this has no line of its own, however small its type. */
export const LONGEST_PART = 12;

/** The widest part of a name that should stay in one line, in characters: what the size of its type is made with. */
export function widestPart(title: string): number {
  return Math.max(4, ...title.split(BREAKS).map(widthOf));
}
