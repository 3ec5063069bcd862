/**
 * Reads what a QR code of versions 1 to 3 says, from its squares, dark as `true`: enough to know that a scanner would
 * read the same, and written apart from the library that draws it. Errors are not corrected: a drawn code has none.
 */
export function readQr(dark: readonly (readonly boolean[])[]): string {
  const size = dark.length;
  const at = (row: number, column: number): boolean => dark[row]?.[column] === true;
  if (![21, 25, 29].includes(size)) throw new Error(`a code of ${size} squares`);
  const mask = maskOf(at);
  const bits: number[] = [];
  let up = true;
  for (let right = size - 1; right > 0; right -= 2) {
    // The column of the timing pattern carries nothing.
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const row = up ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (!isPattern(row, column, size)) bits.push(Number(at(row, column) !== mask(row, column)));
      }
    }
    up = !up;
  }
  return textOf(bits);
}

/** Finders with their margins and the format beside them, timing lines, the one alignment pattern. */
function isPattern(row: number, column: number, size: number): boolean {
  const finder = (row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9);
  const timing = row === 6 || column === 6;
  const middle = size - 7;
  const alignment = size > 21 && Math.abs(row - middle) <= 2 && Math.abs(column - middle) <= 2;
  return finder || timing || alignment;
}

type Mask = (row: number, column: number) => boolean;
const MASKS: readonly Mask[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** Three bits of the format, beside the upper left finder; the format itself is masked with 101… */
function maskOf(at: Mask): Mask {
  const bits = [2, 3, 4].map((column) => Number(at(8, column)));
  const [a = 0, b = 0, c = 0] = bits;
  const mask = MASKS[((a << 2) | (b << 1) | c) ^ 0b101];
  if (mask === undefined) throw new Error('a mask that there is not');
  return mask;
}

function textOf(bits: readonly number[]): string {
  let next = 0;
  const take = (count: number): number => {
    let value = 0;
    for (let left = count; left > 0; left -= 1) {
      value = value * 2 + (bits[next] ?? 0);
      next += 1;
    }
    return value;
  };
  const mode = take(4);
  if (mode === 0b0100) {
    const bytes = Array.from({ length: take(8) }, () => take(8));
    return new TextDecoder().decode(new Uint8Array(bytes));
  }
  if (mode === 0b0010) return alphanumeric(take);
  throw new Error(`a mode of ${mode}`);
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

function alphanumeric(take: (count: number) => number): string {
  let text = '';
  for (let left = take(9); left > 0; left -= 2) {
    const pair = take(left > 1 ? 11 : 6);
    if (left > 1) text += ALPHABET.charAt(Math.floor(pair / 45));
    text += ALPHABET.charAt(pair % 45);
  }
  return text;
}
