/** As many as are taken at once. */
export const MOST_CODES = 500;

/** The codes of a pasted text, one a line, each once; and how many lines said nothing new. */
export function codesOf(text: string): { codes: string[]; repeated: number } {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const codes = [...new Set(lines)];
  return { codes, repeated: lines.length - codes.length };
}
