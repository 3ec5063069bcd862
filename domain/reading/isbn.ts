const ISBN_10 = /^\d{9}[\dX]$/;
/** Books alone: other articles have other prefixes, a barcode in a shop may be anything. */
const ISBN_13 = /^97[89]\d{10}$/;

const digit = (character: string): number => (character === 'X' ? 10 : Number(character));

/** ISO 2108: digits weighted 10 to 1 add up to a multiple of 11; only the last may be X, which is ten. */
function isSound10(digits: string): boolean {
  return [...digits].reduce((sum, each, at) => sum + digit(each) * (10 - at), 0) % 11 === 0;
}

/** ISO 2108, as any EAN-13: digits weighted 1 and 3 in turn. */
function weighted13(digits: string): number {
  return [...digits].reduce((sum, each, at) => sum + digit(each) * (at % 2 === 0 ? 1 : 3), 0);
}

/** Hyphens, spaces, the full-width digits of a Chinese keyboard, and a leading “ISBN” say nothing. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^\s*ISBN(?:-?1[03])?[\s:]*(?=[\dX])/, '')
    .replace(/[\s\p{Pd}]/gu, '');
}

/**
 * The ISBN-13 that a text names, digits alone, however it was typed or scanned; an old ISBN-10 becomes the ISBN-13 of the
 * same book. `undefined` where it is none, or a digit is wrong.
 */
export function isbnOf(text: string): string | undefined {
  const digits = bare(text);
  if (ISBN_13.test(digits)) return weighted13(digits) % 10 === 0 ? digits : undefined;
  if (!ISBN_10.test(digits) || !isSound10(digits)) return undefined;
  const body = `978${digits.slice(0, 9)}`;
  return `${body}${(10 - (weighted13(body) % 10)) % 10}`;
}
