/** Letters and digits of any script, lower case; everything else parts words. */
function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The pieces under which a title is found: every character and every pair of neighbours.
 * Chinese has no spaces between words, so pairs stand for them; an index over the pieces answers a search without
 * reading every title.
 */
export function gramsOf(title: string): string[] {
  const grams = new Set<string>();
  for (const word of words(title)) {
    const characters = [...word];
    characters.forEach((character, at) => {
      grams.add(character);
      const next = characters[at + 1];
      if (next !== undefined) grams.add(character + next);
    });
  }
  return [...grams];
}

/**
 * The pieces a title must have to match a search: the pairs of each word, or the character where a word is a single
 * one. Empty where the text has no letter or digit.
 */
export function gramsSought(text: string): string[] {
  const grams = new Set<string>();
  for (const word of words(text)) {
    const characters = [...word];
    if (characters.length === 1) grams.add(word);
    for (let at = 0; at + 1 < characters.length; at++) grams.add(`${characters[at]}${characters[at + 1]}`);
  }
  return [...grams];
}
