import fc from 'fast-check';
import { gramsOf, gramsSought } from '../../../domain/search/grams';
import { holds } from '../../support/seed';

const finds = (sought: string, title: string) => {
  const pieces = gramsSought(sought);
  const has = new Set(gramsOf(title));
  return pieces.length > 0 && pieces.every((piece) => has.has(piece));
};

/** Letters and digits, and what parts words. */
const PARTS = /[^\p{L}\p{N}]+/u;
const wordsOf = (text: string) => text.toLowerCase().split(PARTS).filter(Boolean);

/** Said without pieces: every pair of neighbours in every sought word stands side by side in some word of the title. */
function shouldFind(sought: string, title: string): boolean {
  const inTitle = wordsOf(title);
  const words = wordsOf(sought);
  const stands = (part: string) => inTitle.some((word) => word.includes(part));
  return (
    words.length > 0 &&
    words.every((word) => {
      const characters = Array.from(word);
      const pairs = characters.slice(1).map((character, at) => (characters[at] ?? '') + character);
      return characters.length === 1 ? stands(word) : pairs.every(stands);
    })
  );
}

const letter = fc.constantFrom('音', '乐', '节', '球', 'A', 'b', '5', '𠮷', ' ', '，', '-');
const typed = fc.array(letter, { maxLength: 8 }).map((letters) => letters.join(''));

test('a search finds a title exactly when each pair of each of its words stands in the title', () => {
  holds(
    fc.property(typed, typed, (sought, title) => finds(sought, title) === shouldFind(sought, title)),
    2_000,
  );
});

test('any unbroken part of a title finds it, in whatever case', () => {
  holds(
    fc.property(typed, fc.nat(), fc.nat(), (title, from, length) => {
      const characters = Array.from(title);
      const part = characters
        .slice(from % (characters.length + 1))
        .slice(0, length % 6)
        .join('');
      return wordsOf(part).length === 0 || finds(part.toUpperCase(), title);
    }),
    2_000,
  );
});

test.each([
  ['音乐', '职工音乐节', true],
  ['乐音', '职工音乐节', false],
  ['节', '职工音乐节', true],
  ['5V5', '王者 5v5 联赛', true],
  ['联赛 王者', '王者 5v5 联赛', true],
  ['者5', '王者 5v5 联赛', false],
  ['，。', '职工音乐节', false],
])('%s in %s: %s', (sought, title, found) => {
  expect(finds(sought, title)).toBe(found);
});

test('a text without letters and digits looks for nothing', () => {
  expect(gramsSought(' -，。😀')).toEqual([]);
});
