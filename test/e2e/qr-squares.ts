import { holds } from './expect';
import type { Phone } from './phone';

/** Without a margin a code begins with its finder: dark for seven squares. */
const FINDER = 7;

/**
 * The squares of the code on the screen, dark as `true`, as a camera would take them: from a picture of it, cut to
 * what is dark, its squares measured by the finder in the corner.
 */
export async function squaresOf(phone: Phone): Promise<boolean[][]> {
  const code = phone.part('qr');
  await code.waitFor();
  const picture = (await code.screenshot({ scale: 'device' })).toString('base64');
  const dark = await phone.page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const pen = canvas.getContext('2d');
    if (pen === null) return [];
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    return Array.from({ length: image.height }, (_, y) =>
      Array.from({ length: image.width }, (__, x) => (data[(y * image.width + x) * 4] ?? 255) < 128),
    );
  }, picture);
  return sampled(dark);
}

function sampled(dark: boolean[][]): boolean[][] {
  const rows = dark.flatMap((row, y) => (row.includes(true) ? [y] : []));
  const columns = (dark[0] ?? []).flatMap((_, x) => (dark.some((row) => row[x] === true) ? [x] : []));
  const [top, left, right] = [rows[0], columns[0], columns.at(-1)];
  holds(top !== undefined && left !== undefined && right !== undefined, 'there is a code on the screen');
  const edge = (dark[top] ?? []).indexOf(false, left) - left;
  const width = right - left + 1;
  const size = Math.round(width / (edge / FINDER));
  const square = width / size;
  const middle = (from: number, index: number): number => Math.floor(from + (index + 0.5) * square);
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => dark[middle(top, row)]?.[middle(left, column)] === true),
  );
}
